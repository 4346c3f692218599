package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.config.StackFile;
import dev.spillway.model.MonitoringSpec;
import dev.spillway.testsupport.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thresholds follow the units there are and can be, the baseline, the readers and the retention. */
final class AlertThresholdsTest {
    private static final MonitoringSpec ON_CALL = MonitoringSpec.telling(List.of("oncall@example.com"));

    private static final String READER = """
              billing:
                role: consumer
                hub: orders/orders
                consumerGroup: billing
                image: a:1
                perReplicaEventsPerSecond: 800
            """;
    private static final String STACK = """
            apiVersion: spillway.dev/v1
            name: orders
            location: westeurope
            load: { baselineEventsPerSecond: BASELINE, peakEventsPerSecond: 1380, averageEventBytes: 900 }
            eventHubs:
              orders:
                tier: Standard
            UNITS
                hubs:
                  orders:
                    retentionHours: RETENTION
            GROUPS
            workloads:
              api:
                role: producer
                hub: orders/orders
                image: a:1
                perReplicaEventsPerSecond: 1200
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 40})
    void thresholdsAreTheApprovedOnes(int units) {
        var plan = watched(stack("    throughputUnits: " + units + "\n", 600, 24, "billing"));

        Golden.assertMatches(
                Path.of("src/test/resources/monitoring/thresholds-" + units + ".approved.txt"), table(plan));
    }

    @Test
    void liveUnitsRaiseTheThresholdsToo() {
        var stack = stack("    throughputUnits: 2\n    maximumThroughputUnits: 8\n", 600, 24, "billing");
        var planned = StackPlanner.plan(stack);
        var inflated = StackPlanner.plan(stack, Map.of("orders", new LiveCapacity.Units(6, "live")));

        assertThat(threshold(planned, "orders-ingress-near-current-messages")).isEqualTo(96_000);
        assertThat(threshold(inflated, "orders-ingress-near-current-messages")).isEqualTo(288_000);
        assertThat(threshold(inflated, "orders-ingress-near-highest-messages")).isEqualTo(384_000);
    }

    @Test
    void withoutInflateThereIsOneCapacityAndNoCeiling() {
        var plan = watched(stack("    throughputUnits: 2\n    autoInflate: false\n", 600, 24, "billing"));

        assertThat(names(plan))
                .contains("orders-ingress-near-highest-messages")
                .doesNotContain("orders-ingress-near-current-messages", "orders-inflated-to-ceiling");
    }

    /** Ten events in five minutes are the fewest whose absence says something. */
    @ParameterizedTest
    @CsvSource({"0.0333, false", "0.0334, true", "0, false", "600, true"})
    void silenceIsAlarmedWhereTheBaselineMakesItTelling(double baseline, boolean alarmed) {
        var plan = watched(stack("", baseline, 24, "billing"));

        assertThat(names(plan).contains("orders-silence-orders")).isEqualTo(alarmed);
    }

    @Test
    void aHubThatNobodyReadsHasNoReaderToAlarm() {
        var plan = watched(stack("", 600, 24, ""));

        assertThat(names(plan))
                .doesNotContain("orders-egress-stalled-orders", "orders-consumer-lag", "orders-retention-at-risk");
    }

    @ParameterizedTest
    @CsvSource({"24, PT24H, 43200", "25, PT48H, 45000", "72, PT48H, 129600", "168, PT48H, 155520"})
    void retentionIsAtRiskAtItsHalfOrAtWhatTheLongestWindowShows(int hours, Duration window, long seconds) {
        var alert = watched(stack("", 600, hours, "billing")).alerts().stream()
                .filter(one -> one.kind() == AlertKind.RETENTION_AT_RISK)
                .findFirst()
                .orElseThrow();

        assertThat(alert.window()).isEqualTo(window);
        assertThat(((AlertSignal.Query) alert.signal()).kql()).contains("BehindSeconds > " + seconds + "\n");
    }

    @Test
    void leadingAlarmsLookAtOneMinuteAndTheRestAtFive() {
        var plan = watched(stack("", 600, 24, "billing"));

        assertThat(plan.alerts())
                .filteredOn(alert -> alert.signal() instanceof AlertSignal.Metrics)
                .allSatisfy(alert -> {
                    assertThat(alert.frequency()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(alert.window())
                            .isEqualTo(Duration.ofMinutes(alert.kind().key().startsWith("ingress-near") ? 1 : 5));
                });
    }

    @Test
    void metricThatCannotBeSplitByHubIsRefused() {
        var connections = dev.spillway.facts.MonitorMetrics.of("Microsoft.EventHub/namespaces", "ActiveConnections");

        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertSignal.Criterion(
                        "many", connections, AlertSignal.Operator.ABOVE, 1, List.of("orders")))
                .withMessage("ActiveConnections cannot be split by hub");
    }

    private static double threshold(StackPlan stack, String alert) {
        return MonitoringPlanner.plan(ON_CALL, Monitored.of(stack)).alerts().stream()
                .filter(one -> one.name().equals(alert))
                .map(one ->
                        ((AlertSignal.Metrics) one.signal()).criteria().get(0).threshold())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(MonitoringPlan plan) {
        return plan.alerts().stream().map(AlertPlan::name).toList();
    }

    private static MonitoringPlan watched(dev.spillway.model.StackSpec stack) {
        return MonitoringPlanner.plan(ON_CALL, Monitored.of(StackPlanner.plan(stack)));
    }

    private static String table(MonitoringPlan plan) {
        return plan.alerts().stream().map(AlertThresholdsTest::row).collect(Collectors.joining());
    }

    private static String row(AlertPlan alert) {
        String signal = alert.signal() instanceof AlertSignal.Metrics metrics
                ? metrics.criteria().stream()
                        .map(one -> one.metric().name() + " " + one.metric().aggregation() + " "
                                + one.operator().azureName() + " "
                                + java.math.BigDecimal.valueOf(one.threshold()).toPlainString()
                                + (one.hubs().isEmpty() ? "" : " of " + one.hubs()))
                        .collect(Collectors.joining(" and "))
                : alert.signal() instanceof AlertSignal.Query query
                        ? query.kql().strip().replace("\n", "\n        ")
                        : "resource health";
        return alert.name() + "  severity " + alert.kind().severity().number() + ", " + alert.window() + " every "
                + alert.frequency() + "\n    " + alert.reason() + "\n        " + signal + "\n";
    }

    private static dev.spillway.model.StackSpec stack(String units, double baseline, int retention, String reader) {
        String groups = reader.isEmpty() ? "" : "        consumerGroups: [" + reader + "]\n";
        String readers = reader.isEmpty() ? "" : READER;
        String yaml = STACK.replace("BASELINE", String.valueOf(baseline))
                        .replace("UNITS\n", units)
                        .replace("RETENTION", String.valueOf(retention))
                        .replace("GROUPS\n", groups)
                + readers;
        return StackFile.parse("stack.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
