package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Capture under the real engine, where the stand-in refuses a hub whose files could not be written. */
@Tag("engine")
final class CaptureEngineTest {
    private static final String STACK = "stacks/dev/stack.yaml";
    private static final String GROUPS = "consumerGroups: [billing]";

    private EngineProject project;

    @BeforeEach
    void arranged() throws IOException {
        project = Created.lean(EngineProject.fresh());
        project.pulumi("stack", "init", "dev").succeeded();
    }

    @AfterEach
    void removed() {
        project.close();
    }

    @Test
    void captureIsCreatedInOrderAndChangesItsWayToAuthenticateInPlace() throws IOException {
        project.edit(STACK, GROUPS, GROUPS + "\n        capture: {}");
        up().succeeded();
        assertThat(hub("/properties/captureDescription/destination/identity/type"))
                .isEqualTo("UserAssigned");
        assertThat(hub("/properties/createdAt")).isEqualTo(hub("/properties/updatedAt"));

        Said again = up().succeeded();
        assertThat(again.text()).doesNotContain("updated", "replaced", "deleted");

        project.edit(
                STACK, "\n        capture: {}", "\n        capture: {}\n    captureStorage: { authentication: key }");
        Said byKey = up().succeeded();
        assertThat(byKey.text()).doesNotContain("replaced");
        assertThat(hub("/properties/captureDescription/destination/identity/type"))
                .isEmpty();
        assertThat(hub("/properties/captureDescription/enabled")).isEqualTo("true");

        project.edit(STACK, "\n        capture: {}\n    captureStorage: { authentication: key }", "");
        Said off = up().succeeded();
        assertThat(off.text()).doesNotContain("replaced");
        assertThat(hub("/properties/captureDescription/enabled")).isNotEqualTo("true");
        project.pulumi("destroy", "-s", "dev", "--yes").succeeded();
    }

    private Said up() {
        return project.pulumi("up", "-s", "dev", "--yes");
    }

    private String hub(String pointer) throws IOException {
        return CloudFile.of(project).at(CloudFile.HUB, pointer).asText();
    }
}
