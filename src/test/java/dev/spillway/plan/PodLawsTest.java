package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.model.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for the pods of every workload, over whole domains. */
final class PodLawsTest {
    private static final int MOST_REPLICAS = 120;
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(30);

    /**
     * Kubernetes' own arithmetic for an absolute maxUnavailable: so many of the wanted replicas may go. It has to let one go at
     * the fewest replicas, and keep one there; then it does so at any larger number too.
     */
    @Test
    void theBudgetLetsADrainPassAndKeepsAPodForEveryMinimumMaximumAndZoneCount() {
        PodPlanner planner = new PodPlanner(spec(""));
        for (int zones = 0; zones <= 3; zones++) {
            for (int fewest = 2; fewest <= MOST_REPLICAS; fewest++) {
                int budget = planner.pods(fewest, zones)
                        .maxUnavailable()
                        .orElseThrow()
                        .value();

                assertThat(budget).as("%s pods, %s zones", fewest, zones).isBetween(1, fewest - 1);
                for (int replicas = fewest; replicas <= MOST_REPLICAS; replicas++) {
                    int mayGo = Math.min(replicas, budget);
                    assertThat(mayGo).isPositive();
                    assertThat(replicas - mayGo).isPositive();
                }
            }
        }
    }

    @Test
    void theBudgetNeverTakesMoreThanOneZonesShareNorAQuarter() {
        PodPlanner planner = new PodPlanner(spec(""));
        for (int zones = 0; zones <= 3; zones++) {
            for (int fewest = 4; fewest <= MOST_REPLICAS; fewest++) {
                int budget = planner.pods(fewest, zones)
                        .maxUnavailable()
                        .orElseThrow()
                        .value();

                assertThat(4 * budget).isLessThanOrEqualTo(fewest);
                assertThat(Math.max(1, zones) * budget).isLessThanOrEqualTo(fewest);
            }
        }
    }

    @Test
    void onePodHasNoBudgetBecauseNoneBothProtectsItAndLetsDrainsPass() {
        for (int zones = 0; zones <= 3; zones++) {
            assertThat(new PodPlanner(spec("")).pods(1, zones).maxUnavailable()).isEmpty();
        }
    }

    @Test
    void graceCoversHookFlushAndMarginWithinADrain() {
        for (int hook : new int[] {0, 1, 5, 60, 300}) {
            for (int flush = 0; flush + Math.max(5, hook) + 10 <= LONGEST_DRAIN.toSeconds(); flush += 7) {
                PodPlanner planner = new PodPlanner(spec("preStopSeconds: " + hook + ", flushSeconds: " + flush + ","));
                Duration planned = planner.pods(2, 3).preStop().value();
                Duration grace = planner.grace(planned).value();

                assertThat(planned).isEqualTo(Duration.ofSeconds(hook));
                assertThat(grace)
                        .as("hook %s, flush %s", hook, flush)
                        .isBetween(planned.plusSeconds(flush + 10), LONGEST_DRAIN);
                assertThat(grace).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
            }
        }
    }

    /** Half a second of flush is not cut off: Kubernetes takes whole seconds. */
    @Test
    void partsOfSecondsAreRoundedUp() {
        PodPlanner planner = new PodPlanner(spec("flushSeconds: 40.5,"));

        assertThat(planner.grace(Duration.ofSeconds(5)).value()).isEqualTo(Duration.ofSeconds(56));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 400, 900, 1500})
    void theClustersAutoscalerWaitsForTheSlowestPodToStop(int flushSeconds) {
        PlannedStack stack = PlannedStack.of(CLUSTER.replace("FLUSH", String.valueOf(flushSeconds)));

        int waits = stack.plan()
                .cluster()
                .orElseThrow()
                .declared()
                .orElseThrow()
                .longestStopSeconds()
                .value();

        assertThat(waits).isGreaterThanOrEqualTo(600);
        for (WorkloadPlan workload : stack.plan().workloads()) {
            assertThat(workload.terminationGrace().value().toSeconds()).isLessThanOrEqualTo(waits);
        }
    }

    @ParameterizedTest
    @CsvSource({"producer, 5", "receiver, 5", "consumer, 0"})
    void onlyWhatIsCalledGetsAHook(String role, int hookSeconds) {
        PlannedStack stack = PlannedStack.of(
                ROLES.get(List.of("producer", "receiver", "consumer").indexOf(role)));

        assertThat(stack.setting("workloads.w.preStopSeconds")).startsWith(hookSeconds + " s ");
    }

    @Test
    void aSlowStartIsWaitedForTwice() {
        assertThat(new PodPlanner(spec("podStartSeconds: 100,"))
                        .pods(2, 0)
                        .startupAllowance()
                        .value())
                .isEqualTo(Duration.ofSeconds(200));
        assertThat(new PodPlanner(spec("podStartSeconds: 1,"))
                        .pods(2, 0)
                        .startupAllowance()
                        .value())
                .isEqualTo(Duration.ofMinutes(2));
    }

    private static final String CLUSTER = """
            apiVersion: spillway.dev/v1
            name: orders
            location: westeurope
            eventHubs: { n: { tier: Standard, hubs: { h: {} } } }
            cluster: { new: {} }
            workloads:
              p: { role: producer, hub: n/h, image: "p:1", perReplicaEventsPerSecond: 10, flushSeconds: FLUSH }
              r: { role: receiver, image: "r:1", perReplicaEventsPerSecond: 10 }
            """;

    private static final List<String> ROLES = List.of(
            workload("role: producer, hub: n/h"),
            workload("role: receiver"),
            workload("role: consumer, hub: n/h, consumerGroup: g"));

    private static String workload(String role) {
        return """
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                eventHubs: { n: { tier: Standard, hubs: { h: { consumerGroups: [g] } } } }
                workloads: { w: { ROLE, image: "p:1", perReplicaEventsPerSecond: 10 } }
                """.replace("ROLE", role);
    }

    private static WorkloadSpec spec(String members) {
        return PlannedStack.pipeline(
                        "baselineEventsPerSecond: 600, peakEventsPerSecond: 1380",
                        "",
                        "",
                        members.endsWith(",") ? members.substring(0, members.length() - 1) : members)
                .producer()
                .spec();
    }
}
