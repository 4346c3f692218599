package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Partitions of a hub on Standard are for life, whatever is written or derived; for Premium see {@link DrillsTest}. */
@Tag("engine")
final class PartitionsTest {
    private static final String STACK = "stacks/dev/stack.yaml";
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

    private int partitions() throws IOException {
        return CloudFile.of(project)
                .at(CloudFile.HUB, "/properties/partitionCount")
                .asInt();
    }
}
