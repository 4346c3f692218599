package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.config.StackFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that are bought by the machine: only the owner knows what one lets in. */
final class LargeCapacityTest {
    @ParameterizedTest
    @CsvSource({
        // Events each second, MB/s that a unit was measured to take, partitions; 1,000 bytes an event, headroom 1.2.
        "1000, 5, 8, 2",
        "8333, 5, 8, 2",
        "8334, 5, 8, 4",
        "20000, 5, 8, 8",
        "50000, 5, 8, 16",
        "500000, 5, 8, 16",
        "1000, 5, 100, 2"
    })
    void processingUnitsCarryThePeakAndAreOnesThatAzureSells(int peak, double rate, int partitions, int units) {
        assertThat(planned("Premium", "ingressMegabytesPerSecondPerUnit: " + rate, peak, partitions)
                        .throughputUnits()
                        .value())
                .isEqualTo(units);
    }

    @Test
    void withoutAMeasuredRateTheSmallestIsBoughtAndTheReasonSaysSo() {
        Planned<Integer> units = planned("Premium", "kafka: true", 50_000, 8).throughputUnits();

        assertThat(units)
                .isEqualTo(
                        new Planned<>(
                                2,
                                Source.DEFAULT,
                                "no rate of a unit is published or given; at least 2, measure yours: ingressMegabytesPerSecondPerUnit"));
    }

    @Test
    void theLimitOfTheTierIsNotPassedOver() {
        assertThat(planned("Premium", "ingressMegabytesPerSecondPerUnit: 1", 50_000, 8)
                        .throughputUnits()
                        .reason())
                .startsWith("the tier's limit; wanted 60: peak 60,000/s with headroom 1.2");
    }

    @Test
    void aClusterOfOnesOwnIsInAllZones() {
        NamespacePlan plan = planned("Dedicated", "dedicatedCluster: {}", 1000, 8);

        assertThat(plan.throughputUnits().value()).isEqualTo(3);
        assertThat(plan.zoneRedundant().value()).isTrue();
    }

    @Test
    void aClusterOfTwoUnitsIsNotInAllZonesAndSaysSo() {
        NamespacePlan plan = planned("Dedicated", "dedicatedCluster: { capacityUnits: 2 }", 1000, 8);

        assertThat(plan.zoneRedundant())
                .isEqualTo(Planned.derived(false, "a cluster of 2 units is not in all of the 3 zones"));
    }

    @Test
    void unitsThatAreGivenAreTaken() {
        assertThat(planned("Premium", "processingUnits: 16", 1000, 8).throughputUnits())
                .isEqualTo(Planned.given(16));
    }

    @Test
    void theLargeTiersNeverInflate() {
        assertThat(planned("Premium", "kafka: true", 1000, 8).autoInflate())
                .isEqualTo(Planned.derived(false, "Premium never adds units by itself"));
    }

    @Test
    void withoutARateThereIsNoForecast() {
        String yaml = stack("Premium", "kafka: true", 1000, 8);
        StackPlan plan = StackPlanner.plan(StackFile.parse("stack.yaml", yaml.getBytes(StandardCharsets.UTF_8)));

        assertThat(plan.forecast(plan.namespace("orders"))).isEmpty();
    }

    private static NamespacePlan planned(String tier, String more, int peak, int partitions) {
        return StackPlanner.plan(StackFile.parse(
                        "stack.yaml", stack(tier, more, peak, partitions).getBytes(StandardCharsets.UTF_8)))
                .namespace("orders");
    }

    private static String stack(String tier, String more, int peak, int partitions) {
        return """
                apiVersion: spillway.dev/v1
                name: test
                location: westeurope
                load: { baselineEventsPerSecond: 100, peakEventsPerSecond: PEAK, averageEventBytes: 1000 }
                eventHubs:
                  orders:
                    tier: TIER
                    MORE
                    hubs: { orders: { partitionCount: PARTITIONS } }
                workloads:
                  api:
                    role: producer
                    hub: orders/orders
                    image: registry.example.com/api:1
                    perReplicaEventsPerSecond: 1000
                """.replace("PEAK", String.valueOf(peak))
                .replace("TIER", tier)
                .replace("MORE", more)
                .replace("PARTITIONS", String.valueOf(partitions));
    }
}
