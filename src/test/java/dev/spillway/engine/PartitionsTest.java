package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Partitions of a hub on Standard are for life, whatever is written or derived; on Premium they grow and never shrink. */
@Tag("engine")
final class PartitionsTest {
    private static final String STACK = "stacks/dev/stack.yaml";
    private static final String PREMIUM = "stacks/premium/stack.yaml";
    private static final String GROUPS = "consumerGroups: [billing]";
    private static final String EIGHT = GROUPS + "\n        partitionCount: 8";

    private static final String[] UP = {"up", "-s", "dev", "--yes", "--skip-preview"};

    private EngineProject project;

    @AfterEach
    void removed() {
        project.close();
    }

    @BeforeEach
    void arranged() throws IOException {
        project = EngineProject.fresh();
        project.pulumi("stack", "init", "dev").succeeded();
    }

    private void createdWithEight() throws IOException {
        Created.lean(project).edit(STACK, GROUPS, EIGHT);
        project.pulumi(UP).succeeded();
        assertThat(partitions()).isEqualTo(8);
    }

    @Test
    void neitherMoreNorFewerPassOnStandard() throws IOException {
        createdWithEight();
        project.edit(STACK, EIGHT, GROUPS + "\n        partitionCount: 16")
                .edit(STACK, "team: orders", "team: payments");
        Said more = project.pulumi("preview", "-s", "dev").failed();
        Said update = project.pulumi(UP).failed();
        project.edit(STACK, "partitionCount: 16", "partitionCount: 4");
        Said fewer = project.pulumi("preview", "-s", "dev").failed();

        assertThat(more.text())
                .contains("eventHubs.orders.hubs.orders.partitionCount: 16 where the hub has 8 (live): on Standard")
                .doesNotContain("at dev.spillway");
        assertThat(update.text()).contains("16 where the hub has 8 (live)");
        assertThat(fewer.text()).contains("4 where the hub has 8 (live): partitions are never taken away");
        assertThat(partitions()).isEqualTo(8);
        assertThat(CloudFile.of(project).at(CloudFile.NAMESPACE, "/tags/team").asText())
                .isEqualTo("orders");
    }

    @Test
    void aDerivedCountThatGrowsWithTheLoadLeavesTheHubAsItIs() throws IOException {
        createdWithEight();
        project.edit(STACK, EIGHT, GROUPS).edit(STACK, "peakEventsPerSecond: 1380", "peakEventsPerSecond: 9000");

        Said said = project.pulumi(UP).succeeded();

        assertThat(said.text())
                .contains(
                        "orders: partitionCount 8 (deployed): live: 8, kept: on Standard they are for life; wanted 18: twice the");
        assertThat(partitions()).isEqualTo(8);
    }

    /** What the plan of Premium allows, the engine does in place; what it refuses stops before anything is touched. */
    @Test
    void onPremiumMoreGrowInPlaceWithARunbookAndFewerAreRefusedAtPreview() throws IOException {
        project.edit("Pulumi.dev.yaml", "stacks/dev/stack.yaml", PREMIUM);
        project.pulumi(UP).succeeded();
        assertThat(premium("/properties/partitionCount")).isEqualTo("8");

        project.edit(PREMIUM, "partitionCount: 8 ", "partitionCount: 16 ");
        Said grown = project.pulumi(UP).succeeded();

        assertThat(premium("/properties/partitionCount")).isEqualTo("16");
        assertThat(premium("/properties/createdAt")).isNotEqualTo(premium("/properties/updatedAt"));
        assertThat(grown.text())
                .contains(
                        "Partitions of orders-premium-orders/orders: 8 to 16",
                        "order-api (round robin)",
                        "kubectl rollout restart deployment/billing")
                .doesNotContain("replaced");

        String before = Files.readString(project.cloud(), UTF_8);
        project.edit(PREMIUM, "partitionCount: 16 ", "partitionCount: 4 ");
        Said fewer = project.pulumi("preview", "-s", "dev").failed();

        assertThat(fewer.text())
                .contains("partitionCount: 4 where the hub has 16 (live): partitions are never taken away, write"
                        + " partitionCount: 16")
                .doesNotContain("at dev.spillway");
        assertThat(Files.readString(project.cloud(), UTF_8)).isEqualTo(before);
    }

    private String premium(String pointer) throws IOException {
        return CloudFile.of(project)
                .at(
                        CloudFile.GROUP.replace("rg-orders-dev", "rg-orders-premium")
                                + "/providers/Microsoft.EventHub/namespaces/orders-premium-orders/eventhubs/orders",
                        pointer)
                .asText();
    }

    private int partitions() throws IOException {
        return CloudFile.of(project)
                .at(CloudFile.HUB, "/properties/partitionCount")
                .asInt();
    }
}
