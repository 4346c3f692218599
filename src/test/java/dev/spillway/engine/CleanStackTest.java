package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack {@code dev}, created and then left alone. */
@Tag("engine")
final class CleanStackTest {
    @Test
    void anUpdateLeavesNothingToDo(@TempDir Path scratch) throws IOException {
        EngineProject project = EngineProject.in(scratch);
        project.pulumi("stack", "init", "dev").succeeded();

        Said created =
                project.pulumi("up", "-s", "dev", "--yes", "--skip-preview").succeeded();
        Said again =
                project.pulumi("preview", "-s", "dev", "--expect-no-changes").succeeded();

        assertThat(created.text())
                .contains("azure-native:eventhub:Namespace")
                .contains("kubernetes:apps/v1:Deployment");
        assertThat(again.text()).contains("unchanged").doesNotContainIgnoringCase("warning");
    }
}
