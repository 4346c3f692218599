package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What must hold for every load, over a grid of them. */
class PlannerLawsTest {
    private static final int[] PEAKS = {2, 999, 1000, 1001, 5000, 12_345, 33_000, 39_999, 60_000};

    @Test
    void moreLoadNeverYieldsFewerUnitsPartitionsOrPods() {
        NamespacePlan before = plan(2, 1000).namespace();
        for (int peak : PEAKS) {
            NamespacePlan now = plan(peak, 1000).namespace();

            assertThat(now.throughputUnits().value())
                    .isGreaterThanOrEqualTo(before.throughputUnits().value());
            assertThat(now.maximumThroughputUnits().value())
                    .isGreaterThanOrEqualTo(before.maximumThroughputUnits().value());
            assertThat(now.hub("h").partitionCount().value())
                    .isGreaterThanOrEqualTo(before.hub("h").partitionCount().value());
            before = now;
        }
    }

    @Test
    void sizesStayWithinTheTierAndInOrder() {
        for (int peak : PEAKS) {
            for (int bytes : new int[] {1, 900, 1000, 4000, 1_000_000}) {
                NamespacePlan plan = plan(peak, bytes).namespace();

                assertThat(plan.maximumThroughputUnits().value())
                        .isBetween(plan.throughputUnits().value(), 40);
                assertThat(plan.hub("h").partitionCount().value()).isBetween(4, 32);
            }
        }
    }

    @Test
    void derivedPodsTimesRateStayWithinTheCeilingWithHeadroom() {
        for (int peak : PEAKS) {
            PlannedStack stack = plan(peak, 1000);
            int most = stack.producer().maxReplicas().value();
            double ceiling = stack.namespace().maximumThroughputUnits().value() * 1000;
            boolean fits = most * 1000 * 1.2 <= ceiling + 1e-6;

            assertThat(fits || most == stack.producer().minReplicas().value())
                    .as("peak %s: %s pods under %s/s", peak, most, ceiling)
                    .isTrue();
            assertThat(stack.consumer().maxReplicas().value())
                    .isLessThanOrEqualTo(
                            stack.namespace().hub("h").partitionCount().value());
        }
    }

    @Test
    void aStackThatDerivesEverythingLosesNothingAsLongAsTheTierSuffices() {
        for (int peak : PEAKS) {
            if (peak <= 33_000) {
                PlannedStack stack = plan(peak, 1000);

                assertThat(stack.plan()
                                .forecast(stack.namespace())
                                .orElseThrow()
                                .lostEvents())
                        .as("peak %s", peak)
                        .isLessThan(1e-6);
            }
        }
    }

    private static PlannedStack plan(int peak, int bytes) {
        return PlannedStack.pipeline(
                "baselineEventsPerSecond: " + peak / 2 + ", averageEventBytes: " + bytes + ", peakEventsPerSecond: "
                        + peak,
                "",
                "",
                "");
    }
}
