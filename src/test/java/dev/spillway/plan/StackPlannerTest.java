package dev.spillway.plan;

import static dev.spillway.plan.PlannedStack.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.plan.WorkloadPlan.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackPlannerTest {
    private static final String LOAD = "baselineEventsPerSecond: 600, peakEventsPerSecond: 1380, peakHoldSeconds: 120";

    @Test
    void everythingGivenStaysAsWritten() {
        PlannedStack stack = pipeline(
                LOAD,
                "throughputUnits: 3, autoInflate: true, maximumThroughputUnits: 9, inflateReactionSeconds: 90",
                "partitionCount: 16, retentionHours: 100",
                "minReplicas: 3, maxReplicas: 5, cpuTargetPercent: 70, terminationGraceSeconds: 99, client: { maxRetries: 7,"
                        + " delaySeconds: 2, maxDelaySeconds: 30, tryTimeoutSeconds: 60 }");

        assertThat(stack.setting("eventHubs.n.throughputUnits")).isEqualTo("3 TU given");
        assertThat(stack.setting("eventHubs.n.maximumThroughputUnits")).isEqualTo("9 TU given");
        assertThat(stack.setting("eventHubs.n.inflateReactionSeconds")).isEqualTo("90 s given");
        assertThat(stack.setting("eventHubs.n.hubs.h.partitionCount")).isEqualTo("16 partitions given");
        assertThat(stack.setting("eventHubs.n.hubs.h.retentionHours")).isEqualTo("100 h given");
        assertThat(stack.setting("workloads.p.minReplicas")).isEqualTo("3 pods given");
        assertThat(stack.setting("workloads.p.maxReplicas")).isEqualTo("5 pods given");
        assertThat(stack.setting("workloads.p.cpuTargetPercent")).isEqualTo("70 % given");
        assertThat(stack.setting("workloads.p.terminationGraceSeconds")).isEqualTo("99 s given");
        assertThat(stack.setting("workloads.p.client.retry")).isEqualTo("7 x, 2 to 30 s, try 60 s given");
        assertThat(stack.setting("workloads.p.client.retryWindowSeconds")).isEqualTo("149.5 s given");
    }

    /** With a steep burst the units at the start carry all of it; with a slow one as much as comes before inflate reacts. */
    @ParameterizedTest
    @CsvSource({"0, 2", "60, 2", "120, 1", "1000, 1"})
    void unitsAtTheStartCarryTheBurstUntilInflateReacts(int rampSeconds, int units) {
        PlannedStack stack = pipeline(LOAD + ", rampSeconds: " + rampSeconds, "", "", "");

        assertThat(stack.setting("eventHubs.n.throughputUnits")).isEqualTo(units + " TU derived");
    }

    @Test
    void withoutInflateTheUnitsCarryTheWholePeakHoweverSlowTheRamp() {
        PlannedStack stack = pipeline(LOAD + ", rampSeconds: 1000", "autoInflate: false", "", "");

        assertThat(stack.setting("eventHubs.n.throughputUnits")).isEqualTo("2 TU derived");
        assertThat(stack.setting("eventHubs.n.maximumThroughputUnits")).isEqualTo("2 TU derived");
    }

    /** 4,000-byte events: 250 of them fill a unit's megabyte. */
    @Test
    void bytesBindWhereEventsAreLarge() {
        PlannedStack stack = pipeline(LOAD.replace("600,", "600, averageEventBytes: 4000,"), "", "", "");

        assertThat(stack.setting("eventHubs.n.throughputUnits")).isEqualTo("6 TU derived");
    }

    @Test
    void ceilingTakesAllSendersAtTheirMaximumWithHeadroom() {
        PlannedStack stack = pipeline(LOAD, "", "", "maxReplicas: 10");

        assertThat(stack.setting("eventHubs.n.maximumThroughputUnits")).isEqualTo("12 TU derived");
        assertThat(stack.reason("eventHubs.n.maximumThroughputUnits"))
                .isEqualTo("all senders at their maximum: 10,000/s x 1.2");
    }

    @Test
    void ceilingStopsAtTheTiersLimitAndSaysSo() {
        PlannedStack stack = pipeline(LOAD, "", "", "maxReplicas: 100");

        assertThat(stack.setting("eventHubs.n.maximumThroughputUnits")).isEqualTo("40 TU derived");
        assertThat(stack.reason("eventHubs.n.maximumThroughputUnits")).startsWith("the tier's limit; wanted 120");
    }

    @Test
    void derivedMaximumOfPodsStaysWithinAGivenCeiling() {
        PlannedStack stack = pipeline(LOAD, "throughputUnits: 2, maximumThroughputUnits: 3", "", "");

        assertThat(stack.setting("workloads.p.maxReplicas")).isEqualTo("2 pods derived");
        assertThat(stack.reason("workloads.p.maxReplicas")).isEqualTo("3 units take 2,500/s with headroom 1.2");
    }

    @Test
    void onePodIsNeverTheDerivedMinimum() {
        PlannedStack stack = pipeline("baselineEventsPerSecond: 1, peakEventsPerSecond: 1", "", "", "");

        assertThat(stack.setting("workloads.p.minReplicas")).isEqualTo("2 pods derived");
        assertThat(stack.setting("workloads.p.maxReplicas")).isEqualTo("4 pods derived");
    }

    @Test
    void readersNeverOutnumberGivenPartitions() {
        PlannedStack stack =
                pipeline("baselineEventsPerSecond: 1000, peakEventsPerSecond: 9000", "", "partitionCount: 5", "");

        assertThat(stack.setting("workloads.c.maxReplicas")).isEqualTo("5 pods derived");
    }

    @Test
    void derivedPartitionsSuitLoadAndReaders() {
        assertThat(pipeline(LOAD, "", "", "").setting("eventHubs.n.hubs.h.partitionCount"))
                .isEqualTo("4 partitions derived");
        assertThat(pipeline("baselineEventsPerSecond: 600, peakEventsPerSecond: 5500", "", "", "")
                        .setting("eventHubs.n.hubs.h.partitionCount"))
                .isEqualTo("12 partitions derived");
        assertThat(pipeline("baselineEventsPerSecond: 600, peakEventsPerSecond: 30000", "", "", "")
                        .setting("eventHubs.n.hubs.h.partitionCount"))
                .isEqualTo("32 partitions derived");
    }

    @ParameterizedTest
    @CsvSource({"1, 72", "24, 72", "40, 80", "84, 168", "100, 168"})
    void retentionIsTwiceTheOutageWithinWhatTheTierKeeps(int outageHours, int retentionHours) {
        PlannedStack stack = PlannedStack.of("""
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                recovery: { consumerOutageHours: @ }
                eventHubs: { n: { tier: Standard, hubs: { h: {} } } }
                """.replace("@", String.valueOf(outageHours)));

        assertThat(stack.setting("eventHubs.n.hubs.h.retentionHours")).isEqualTo(retentionHours + " h derived");
    }

    /** One unit fixed, 1,380/s for 120 s: 45,600 events wait up to 45.6 s, and independent sends want twice that. */
    @Test
    void retryWindowCoversTheShortfallTwice() {
        PlannedStack stack = pipeline(LOAD, "throughputUnits: 1, autoInflate: false", "", "");

        assertThat(stack.reason("workloads.p.client.retry"))
                .isEqualTo("twice the longest wait of 45.6 s behind the declared burst");
        assertThat(stack.producer().window().guaranteedSeconds()).isGreaterThanOrEqualTo(91.2);
    }

    /** Without a single retry the whole excess of 45,600 events is lost, but for what the bucket of one second holds. */
    @ParameterizedTest
    @CsvSource({"azureSdkJava, 1000", "azureSdkDotNet, 0.001"})
    void clientThatNeverRetriesLosesTheWholeExcess(String library, double bucketEvents) {
        PlannedStack stack = pipeline(
                LOAD + ", windowSeconds: 3600",
                "throughputUnits: 1, autoInflate: false",
                "",
                "minReplicas: 2, client: { library: " + library + ", maxRetries: 0 }");

        assertThat(stack.producer().guaranteedWindowSeconds()).isZero();
        assertThat(stack.plan().forecast(stack.namespace()).orElseThrow().lostEvents())
                .isCloseTo(45_600, within(bucketEvents));
    }

    @Test
    void retryWindowOutlastsAnInflateEvenWhenTheDeclaredBurstNeedsNone() {
        PlannedStack stack = pipeline(LOAD, "inflateReactionSeconds: 100", "", "");

        assertThat(stack.producer().window().guaranteedSeconds()).isGreaterThanOrEqualTo(200);
    }

    /** No number of retries covers an overload without end; the longest window there is stands, and the forecast tells. */
    @Test
    void windowThatNoClientCanCoverIsPlannedAtItsLongest() {
        PlannedStack stack = pipeline(
                "baselineEventsPerSecond: 5000, peakEventsPerSecond: 9000",
                "throughputUnits: 1, autoInflate: false",
                "",
                "");

        assertThat(stack.producer().retry().value().maxRetries()).isEqualTo(100);
        assertThat(stack.reason("workloads.p.client.retry")).contains("more than the client can wait");
        assertThat(stack.plan().forecast(stack.namespace()).orElseThrow().lostEvents())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "15, 30", "16, 31", "60, 75"})
    void graceLeavesTimeToFlush(int flushSeconds, int graceSeconds) {
        PlannedStack stack = pipeline(LOAD, "", "", "flushSeconds: " + flushSeconds);

        assertThat(stack.setting("workloads.p.terminationGraceSeconds")).isEqualTo(graceSeconds + " s derived");
    }

    @Test
    void transportFollowsTheOpenPorts() {
        assertThat(pipeline(LOAD, "", "", "").producer().transport().value()).isEqualTo(Transport.AMQP);
        assertThat(pipeline(LOAD, "", "", "egress: [443]")
                        .producer()
                        .transport()
                        .value())
                .isEqualTo(Transport.AMQP_WEB_SOCKETS);
    }

    @Test
    void zonesAreOnlyAskedForWhereTheRegionHasThem() {
        assertThat(pipeline(LOAD, "", "", "").namespace().zoneRedundant().value())
                .isTrue();
        assertThat(PlannedStack.of("""
                                apiVersion: spillway.dev/v1
                                name: orders
                                location: westus
                                eventHubs: { n: { tier: Standard, hubs: { h: {} } } }
                                """).namespace().zoneRedundant().value()).isFalse();
    }

    @Test
    void withoutALoadNothingIsForecast() {
        PlannedStack stack = PlannedStack.of("""
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                eventHubs: { n: { tier: Standard, hubs: { h: {} } } }
                workloads: { p: { role: producer, hub: n/h, image: "p:1", perReplicaEventsPerSecond: 10 } }
                """);

        assertThat(stack.plan().forecast(stack.namespace())).isEmpty();
        assertThat(stack.setting("eventHubs.n.throughputUnits")).isEqualTo("1 TU default");
    }

    @Test
    void loadIsSplitByReplicasTimesRate() {
        PlannedStack stack = PlannedStack.of("""
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                load: { baselineEventsPerSecond: 400, peakEventsPerSecond: 800, averageEventBytes: 500 }
                eventHubs: { n: { tier: Standard, hubs: { h: {}, k: {} } } }
                workloads:
                  p: { role: producer, hub: n/h, image: "p:1", perReplicaEventsPerSecond: 100, minReplicas: 2 }
                  q: { role: producer, hub: n/k, image: "q:1", perReplicaEventsPerSecond: 300, minReplicas: 2 }
                """);

        assertThat(stack.plan().workload("p").share().orElseThrow().peak().perSecond())
                .isEqualTo(200);
        assertThat(stack.plan().workload("q").share().orElseThrow().peak().perSecond())
                .isEqualTo(600);
        assertThat(stack.plan().forecast(stack.namespace()).orElseThrow().offeredEvents())
                .isEqualTo(400 * 2700 + 800 * 900.0);
    }

    @Test
    void hubsOwnLoadsAddUpToTheNamespaces() {
        PlannedStack stack = PlannedStack.of("""
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                eventHubs:
                  n:
                    tier: Standard
                    hubs:
                      h: { load: { baselineEventsPerSecond: 900, peakEventsPerSecond: 900, averageEventBytes: 500 } }
                      k: { load: { baselineEventsPerSecond: 100, peakEventsPerSecond: 1300, averageEventBytes: 500 } }
                """);

        assertThat(stack.setting("eventHubs.n.throughputUnits")).isEqualTo("3 TU derived");
    }
}
