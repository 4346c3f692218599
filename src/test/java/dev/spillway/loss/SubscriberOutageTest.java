package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A subscriber that is away from the beginning of a burst on, by hand. */
final class SubscriberOutageTest {
    private static final Offset<Double> EXACTLY = within(1e-6);
    private static final double DAY = 86_400;

    /** 1,800 s at 50; 10 s climbing, 60 s at 100, and 7,130 s at 50 until the subscriber is back. */
    @Test
    void theLoadGoesOnUntilTheSubscriberIsBack() {
        var figures = new SubscriberOutage(50, 100, 10, 60, 3_600, 900, 7_200).figures(5, DAY, true);

        assertThat(figures.load().durationSeconds()).isEqualTo(1_800 + 7_200);
        assertThat(figures.load().offeredEvents()).isCloseTo(1_800 * 50 + 10 * 75 + 60 * 100 + 7_130 * 50, EXACTLY);
        assertThat(figures.load().averageEventBytes()).isEqualTo(900);
        assertThat(figures.subscriberOutages()).containsExactly(new EventGridFigures.Outage(1_800, 7_200));
    }

    /** Five attempts reach 400 s: whatever is published earlier than that before the end outlives them. */
    @Test
    void whatThePolicyDoesNotReachIsDeadLettered() {
        var figures = new SubscriberOutage(50, 100, 10, 60, 3_600, 900, 7_200).figures(5, DAY, true);

        var outcomes = EventGridModel.forecast(figures).outcomes();

        assertThat(outcomes.deadLettered()).isCloseTo(10 * 75 + 60 * 100 + (7_130 - 400) * 50, EXACTLY);
        assertThat(outcomes.lostUndeliverable()).isZero();
    }

    @Test
    void aStepNeedsNoClimbAndAnOutageShorterThanTheWindowNoLongerLoad() {
        var figures = new SubscriberOutage(50, 100, 0, 60, 3_600, 900, 30).figures(5, DAY, false);

        assertThat(figures.load().segments())
                .containsExactly(
                        new Segment.Constant(1_800, 50),
                        new Segment.Constant(60, 100),
                        new Segment.Constant(1_740, 50));
    }

    @Test
    void aBurstMayBeClimbOnlyAndLastToTheEnd() {
        var figures = new SubscriberOutage(50, 100, 60, 0, 120, 900, 30).figures(5, DAY, false);

        assertThat(figures.load().segments())
                .containsExactly(new Segment.Constant(60, 50), new Segment.Ramp(60, 50, 100, 1));
    }

    @Test
    void withoutAnOutageNobodyIsAway() {
        var figures = new SubscriberOutage(50, 100, 0, 60, 3_600, 900, 0).figures(5, DAY, false);

        assertThat(figures.subscriberOutages()).isEqualTo(List.of());
        assertThat(EventGridModel.forecast(figures).deliveredEvents())
                .isEqualTo(figures.load().offeredEvents());
    }

    @Test
    void theServiceReachesAlmostADay() {
        assertThat(SubscriberOutage.longestReachSeconds()).isEqualTo(82_000);
    }
}
