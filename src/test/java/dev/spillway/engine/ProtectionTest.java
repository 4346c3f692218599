package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A protected stack becomes one that may be thrown away; whether in one step or in two decides about its events. */
@Tag("engine")
final class ProtectionTest {
    private EngineProject project;

    @AfterEach
    void removed() {
        project.close();
    }

    @BeforeEach
    void protectedAndDeployed() throws IOException {
        project = Created.guarded();
        edit("location: westeurope", "profile: dev\nlocation: westeurope");
    }

    @Test
    void takingProtectAwayWhileReplacingIsRefusedByThePack() throws IOException {
        rename();

        Said withoutPack = project.pulumi("preview", "-s", "dev").succeeded();
        Said refused = preview().failed();

        assertThat(withoutPack.text()).contains("azure-native:eventhub:Namespace orders replace");
        assertThat(refused.text())
                .contains("[mandatory] [severity: high]  PU-001-protect-stateful")
                .contains("false, where it is true until now")
                .contains("This very update replaces it: namespaceName from orders-dev-orders to contoso-orders");
    }

    @Test
    void takingProtectAwayAloneIsAllowed() {
        Said allowed = preview().succeeded();

        assertThat(allowed.text()).doesNotContain("PU-001");
    }

    @Test
    void withoutTheDeployedStateTheRuleDoesNotKnow() throws IOException {
        rename();

        Said unknown = project.with("SPILLWAY_AGAINST", "none")
                .pulumi(withPack("preview", "-s", "dev"))
                .succeeded();

        assertThat(unknown.text())
                .contains("[advisory] [severity: high]  PU-001-protect-stateful")
                .contains("unknown, so not passed")
                .contains("the deployed state is not at hand");
    }

    @Test
    void theStateMayBeNamedAndHasToBeThatOfTheStack() throws IOException {
        rename();
        Path state = project.scratch().resolve("state.json");
        project.pulumi("stack", "export", "-s", "dev", "--file", state.toString())
                .succeeded();
        project.with("SPILLWAY_AGAINST", state.toString());

        assertThat(preview().failed().text()).contains("namespaceName from orders-dev-orders to contoso-orders");

        Files.writeString(
                state, Files.readString(state, UTF_8).replace("urn:pulumi:dev::", "urn:pulumi:live::"), UTF_8);
        assertThat(preview().failed().text()).contains("is the state of spillway/live, give that of spillway/dev");
    }

    /** Another name is another namespace. The engine makes it first, and then deletes the one that holds the events. */
    private void rename() throws IOException {
        edit("tier: Standard", "tier: Standard\n    namespaceName: contoso-orders");
    }

    private Said preview() {
        return project.pulumi(withPack("preview", "-s", "dev"));
    }

    private static String[] withPack(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--policy-pack", EngineProject.policies().toString()));
        return line.toArray(String[]::new);
    }

    private void edit(String from, String to) throws IOException {
        Path file = project.folder().resolve("stacks/dev/stack.yaml");
        String text = Files.readString(file, UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to), UTF_8);
    }
}
