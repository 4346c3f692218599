package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.config.StackFile;
import dev.spillway.model.HubSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.testsupport.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are told to do when partitions grow, for each kind of sender and reader. */
final class GrowthRunbookTest {
    private static final Path APPROVED = Path.of("src/test/resources/plan");

    /** Every kind reads or sends, one workload each, and one that did not say. */
    private static final String EVERY_KIND = """
            apiVersion: spillway.dev/v1
            name: shop
            location: westeurope
            eventHubs: { orders: { tier: Standard, hubs: { audit: { partitionCount: 16, HUB consumerGroups: [g] } } } }
            workloads:
              by-name: { SENDS, sendMode: partition }
              by-key: { SENDS, sendMode: key }
              in-turn: { SENDS, sendMode: roundRobin }
              silent: { SENDS }
              processing: { READS, consumerKind: processor }
              processing-too: { READS, consumerKind: processor }
              old: { READS, consumerKind: legacyProcessor }
              picking: { READS, consumerKind: direct }
              kafkaesque: { READS, consumerKind: kafka }
              quiet: { READS }
            """.replace(
                    "SENDS", "role: producer, hub: orders/audit, image: a, perReplicaEventsPerSecond: 1")
            .replace(
                    "READS",
                    "role: consumer, hub: orders/audit, image: a, perReplicaEventsPerSecond: 1, consumerGroup: g");

    @Test
    void everyKindOfSenderAndReaderIsToldWhatToDo() {
        Golden.assertMatches(APPROVED.resolve("growth-every-kind.approved.txt"), text(runbook(EVERY_KIND)));
    }

    @Test
    void aDrainedHubIsNotFilledBeforeThePartitionsAreThere() {
        Runbook runbook = runbook(EVERY_KIND.replace(
                "HUB",
                "ordering: perKey, partitionGrowth: { to: 16, drained: \"billing at lag 0, 21:14, A. Meier\" }, "));

        assertThat(runbook.steps().get(0).text())
                .isEqualTo("The keys will move, and the hub was confirmed to be empty: \"billing at lag 0, 21:14,"
                        + " A. Meier\". Keep the senders stopped until the partitions are there.");
    }

    @Test
    void nobodyWhoIsNotThereIsMentioned() {
        String text = text(new GrowthRunbook("rg", "orders", hub(EVERY_KIND), List.of()).of(8, 16));

        assertThat(text).doesNotContain("kubectl", "(by key)", "(event processor)");
        assertThat(text)
                .contains("az eventhubs eventhub update --resource-group rg", "Set-AzEventHub", "kafka-topics.sh");
    }

    private static Runbook runbook(String yaml) {
        StackSpec stack = stack(yaml);
        return new GrowthRunbook("rg-shop", "shop-orders", hub(yaml), stack.workloads()).of(8, 16);
    }

    private static HubSpec hub(String yaml) {
        return stack(yaml).namespaces().get(0).hubs().get(0);
    }

    private static StackSpec stack(String yaml) {
        return StackFile.parse("stack.yaml", yaml.replace("HUB", "").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Runbook runbook) {
        return String.join("\n", runbook.lines()) + "\n";
    }
}
