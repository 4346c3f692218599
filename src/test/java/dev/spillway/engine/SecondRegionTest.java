package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A namespace in two regions under the real engine: how it comes, and that it does not go by accident. */
@Tag("engine")
final class SecondRegionTest {
    private static final String STACK = "stacks/dev/stack.yaml";
    private static final String PAIRED =
            "    disasterRecovery: { kind: metadata, aliasName: orders-alias, secondaryLocation: northeurope }\n";
    private static final Pattern COMMAND = Pattern.compile("az eventhubs georecovery-alias break-pair [^\"\\n]*");

    private EngineProject project;

    @BeforeEach
    void arranged() throws IOException {
        project = EngineProject.fresh();
        project.pulumi("stack", "init", "dev").succeeded();
    }

    @AfterEach
    void removed() {
        project.close();
    }

    @Test
    void aPairedNamespaceIsDeletedOnlyAfterThePairingWasBrokenByHand() throws IOException {
        project.edit(STACK, "    tier: Standard\n", "    tier: Standard\n" + PAIRED);
        up().succeeded();
        assertThat(up().succeeded().text()).contains("unchanged").doesNotContain("updated", "replaced", "created");

        Said refused = destroy().failed();

        assertThat(refused.text()).contains("is paired and cannot be deleted");
        assertThat(cloud()).contains("namespaces/orders-dev-orders\"", "namespaces/orders-dev-orders-secondary\"");
        // An engine that destroys runs no program and prints no outputs; the stack keeps them until it is gone.
        Said asked = project.pulumi("stack", "output", "ordersBreakPairCommand", "-s", "dev")
                .succeeded();
        AzureCommandLine.run(project, commandIn(asked));
        destroy().succeeded();
        assertThat(cloud()).doesNotContain("Microsoft.EventHub");
    }

    @Test
    void takingThePairOutOfTheStackIsRefusedWithTheCommandThatLetsItGo() throws IOException {
        project.edit(STACK, "    tier: Standard\n", "    tier: Standard\n" + PAIRED);
        up().succeeded();
        project.edit(STACK, PAIRED, "");

        Said refused = up().failed();

        assertThat(refused.text()).contains("is paired and cannot be deleted");
        AzureCommandLine.run(project, commandIn(refused));
        up().succeeded();
        assertThat(cloud()).doesNotContain("orders-dev-orders-secondary").contains("namespaces/orders-dev-orders\"");
    }

    @Test
    void whatIsProtectedRefusesBeforeAnythingIsDeleted() throws IOException {
        project.edit(STACK, "    tier: Standard\n", "    tier: Standard\n" + PAIRED)
                .edit(STACK, "profile: dev\n", "");
        up().succeeded();
        String before = cloud();

        Said refused = destroy().failed();

        assertThat(refused.text()).contains("protect");
        assertThat(cloud()).isEqualTo(before);
    }

    @Test
    void replicationIsSwitchedOnWithoutReplacingTheNamespace() throws IOException {
        project.edit(STACK, "    tier: Standard\n", "    tier: Premium\n");
        up().succeeded();
        project.edit(
                STACK,
                "    tier: Premium\n",
                "    tier: Premium\n    disasterRecovery: { kind: geoReplication, secondaryLocation: northeurope }\n");

        Said on = up().succeeded();

        assertThat(on.text()).doesNotContain("replaced", "deleted");
        assertThat(cloud()).contains("\"geoDataReplication\"", "\"maxReplicationLagDurationInSeconds\" : 300");
        assertThat(up().succeeded().text()).doesNotContain("updated", "replaced", "created");
    }

    /** What was printed on a failure is what an operator copies. */
    private static String commandIn(Said said) {
        Matcher command = COMMAND.matcher(said.text());
        assertThat(command.find()).as(said.text()).isTrue();
        assertThat(command.group())
                .isEqualTo("az eventhubs georecovery-alias break-pair --resource-group rg-orders-dev"
                        + " --namespace-name orders-dev-orders --alias orders-alias");
        return command.group();
    }

    private Said up() {
        return project.pulumi("up", "-s", "dev", "--yes", "--skip-preview");
    }

    private Said destroy() {
        return project.pulumi("destroy", "-s", "dev", "--yes");
    }

    private String cloud() throws IOException {
        return Files.readString(project.cloud(), UTF_8);
    }
}
