package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.loss.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers scale on when they scale on lag. */
final class LagPlanTest {
    @Test
    void aPodIsWorthWhatItReadsBetweenTwoCheckpoints() {
        assertThat(stack(1380, "").setting("workloads.c.lagThresholdEvents")).isEqualTo("8000 events derived");
        assertThat(stack(1380, "lagThresholdEvents: 64,").setting("workloads.c.lagThresholdEvents"))
                .isEqualTo("64 events given");
    }

    /** 800/s a pod: the peak of a blind scaler is read by as many pods as it takes, within their fewest and most. */
    @ParameterizedTest
    @CsvSource({"100, 2", "1600, 2", "1601, 3", "4000, 5", "9000, 5"})
    void aBlindScalerFallsBackToWhatReadsThePeak(int peak, int pods) {
        assertThat(stack(peak, "maxReplicas: 5,").setting("workloads.c.fallbackReplicas"))
                .isEqualTo(pods + " pods derived");
    }

    @Test
    void theForecastFollowsTheSameScaler() {
        PlannedStack stack = stack(1380, "");

        var reading =
                stack.plan().figures(stack.namespace()).orElseThrow().reading().orElseThrow();

        assertThat(reading.consumers().scaling())
                .isInstanceOfSatisfying(
                        Scaling.LagAutoscaling.class,
                        lag -> assertThat(lag.unprocessedEventThreshold()).isEqualTo(8000));
    }

    @Test
    void readersOnCpuHaveNoLagPlan() {
        assertThat(stack(1380, "scaleOn: cpu,").plan().workload("c").lag()).isEmpty();
    }

    private static PlannedStack stack(int peak, String members) {
        return PlannedStack.of("""
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                load: { baselineEventsPerSecond: 50, peakEventsPerSecond: PEAK, averageEventBytes: 900 }
                eventHubs: { n: { tier: Standard, hubs: { h: { partitionCount: 32, consumerGroups: [g] } } } }
                workloads:
                  p: { role: producer, hub: n/h, image: "p:1", perReplicaEventsPerSecond: 1000 }
                  c: { role: consumer, hub: n/h, consumerGroup: g, image: "c:1", MEMBERS perReplicaEventsPerSecond: 800 }
                """.replace("PEAK", String.valueOf(peak))
                .replace("MEMBERS", members.contains("scaleOn") ? members : members + " scaleOn: lag,"));
    }
}
