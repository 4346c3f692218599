package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where "more is safer" is wrong: the exceptions that the loss model names in section 10, with figures reckoned by hand. */
final class CounterExamplesTest {
    private static final double SECONDS_PER_HOUR = 3_600;

    /**
     * At 1,200 a second the pod sends its burst and then its queue of 180 * 120 = 21,600 for 36 s more: 156 s at 200 above the
     * unit, less the 23.2 s that the retries save. At 1,000 a second all of it waits in the pod.
     */
    @Test
    void fasterSenderPodsCanLoseMore() {
        assertThat(lostByPods(1_000, 1)).isZero();
        assertThat(lostByPods(1_200, 1)).isCloseTo(156 * 200 - 23_200, within(0.01));
        assertThat(lostByPods(1_380, 1)).isCloseTo(120 * 380 - 23_200, within(0.01));
    }

    /** Two pods send all 1,380 at once, so that 120 s at 380 above the unit have only the retries to wait in. */
    @Test
    void moreSenderPodsCanLoseMore() {
        assertThat(lostByPods(1_200, 2) - lostByPods(1_200, 1)).isCloseTo(22_400 - 8_000, within(0.01));
    }

    /** Readers that are down for two hours miss what came in the first of them: of 1,500 a second one unit lets in 1,000. */
    @Test
    void moreUnitsCanExpireMoreWhereRetentionIsShort() {
        assertThat(expired(1)).isCloseTo(1_000 * SECONDS_PER_HOUR, within(0.01));
        assertThat(expired(2)).isCloseTo(1_500 * SECONDS_PER_HOUR, within(0.01));
    }

    /** 600 are 50 % of a pod at the base load, so a target of 60 % starts nothing earlier, and pods do not widen the door. */
    @Test
    void aLowerAutoscalerTargetCanChangeNothing() {
        for (double target : new double[] {80, 60, 40}) {
            var pods = Incident.pods(Scaling.CpuAutoscaling.of(1, 10, target));

            assertThat(LossModel.forecast(Incident.with(pods)).lostEvents()).isCloseTo(22_400, within(0.01));
        }
    }

    private static double lostByPods(double podEventsPerSecond, int replicas) {
        var pods =
                new SenderPods(podEventsPerSecond, 60_000, Double.POSITIVE_INFINITY, 60, new Scaling.Fixed(replicas));
        return LossModel.forecast(Incident.with(pods)).lostEvents();
    }

    private static double expired(int units) {
        var load = new Load(
                900,
                List.of(
                        new Segment.Constant(3 * SECONDS_PER_HOUR, 1_500),
                        new Segment.Constant(3 * SECONDS_PER_HOUR, 100)));
        var sender = new Sender("hub", load, RetryWindow.custom(20_000), Double.POSITIVE_INFINITY, Optional.empty());
        var readers = Reading.by(Consumers.of(800, new Scaling.Fixed(4))).keptFor(1);
        var outage = new Fault.ConsumerOutage(SECONDS_PER_HOUR, 2 * SECONDS_PER_HOUR);
        var figures = PipelineFigures.of(List.of(sender), Admission.standard(units, 8))
                .withReading(readers)
                .withFaults(List.of(outage), DisasterRecovery.NONE);
        return LossModel.forecast(figures).outcomes().lostByRetention();
    }
}
