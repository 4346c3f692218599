package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.units.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ramps, daily curves and spikes as steps at their exact means. */
final class LoadProfileTest {
    private static final double DAY = 86_400;

    @Test
    void aWholePeriodOfASinusoidOffersItsMean() {
        var load = new Load(900, List.of(new Segment.Sinusoid(DAY, 500, 300, DAY, 50_400, 60)));

        assertThat(load.steps()).hasSize(1_440);
        assertThat(load.offeredEvents()).isCloseTo(500 * DAY, within(1e-3));
        assertThat(load.peakEventsPerSecond()).isBetween(799.99, 800.0);
        assertThat(load.steps().get(840).eventsPerSecond()).isCloseTo(load.peakEventsPerSecond(), within(1e-6));
    }

    @Test
    void aStepIsTheExactMeanOfTheCosine() {
        var quarter = new Segment.Sinusoid(100, 1_000, 1_000, 400, 0, 100);

        assertThat(new Load(1, List.of(quarter)).steps().get(0).eventsPerSecond())
                .isCloseTo(1_000 + 1_000 * 2 / Math.PI, within(1e-9));
    }

    @Test
    void aSinusoidNeverFallsBelowZero() {
        var load = new Load(900, List.of(new Segment.Sinusoid(DAY, 100, 300, DAY, 0, 60)));

        assertThat(load.steps()).allMatch(step -> step.eventsPerSecond() >= 0);
        assertThat(load.steps()).anyMatch(step -> step.eventsPerSecond() == 0);
    }

    @Test
    void theLastStepOfACurveMayBeShorter() {
        var load = new Load(900, List.of(new Segment.Ramp(25, 0, 100, 10)));

        assertThat(load.steps()).hasSize(3);
        assertThat(load.steps().get(2)).isEqualTo(new RateStep(20, 25, 90));
        assertThat(load.offeredEvents()).isCloseTo(25 * 50, within(1e-9));
    }

    @Test
    void spikesStandOnTopOfTheSegmentsAndOfEachOther() {
        var load = new Load(
                900,
                List.of(new Segment.Constant(100, 10), new Segment.Constant(100, 20)),
                List.of(new Spike(90, 20, 5), new Spike(100, 50, 7), new Spike(190, 20, 1)));

        assertThat(load.steps())
                .containsExactly(
                        new RateStep(0, 90, 10),
                        new RateStep(90, 100, 15),
                        new RateStep(100, 110, 32),
                        new RateStep(110, 150, 27),
                        new RateStep(150, 190, 20),
                        new RateStep(190, 200, 21),
                        new RateStep(200, 210, 1));
        assertThat(load.durationSeconds()).isEqualTo(210);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Segment.Sinusoid(10, -1, 0, 10, 0, 1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Segment.Sinusoid(10, 1, 0, 0, 0, 1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Segment.Sinusoid(10, 1, 0, 10, Double.NaN, 1))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Segment.Sinusoid(10, 1, 0, 10, 0, 1e-9)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Spike(-1, 1, 1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Spike(0, 0, 1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Spike(0, 1, Double.POSITIVE_INFINITY)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Load(900, List.of(), List.of(new Spike(0, 1, 1))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void theMeanIsOverTheWholeDuration() {
        var load = new Load(900, List.of(new Segment.Constant(100, 10), new Segment.Constant(300, 20)));

        assertThat(load.meanEventsPerSecond()).isEqualTo(7_000 / 400.0);
    }

    /** 60 s to climb and 240 s at the peak are all of the second half. */
    @Test
    void aBurstMayLastUntilTheEndOfItsWindowAndNoLonger() {
        var load = Load.burst(10, 100, 60, 240, 600, 900);

        assertThat(load.segments())
                .containsExactly(
                        new Segment.Constant(300, 10),
                        new Segment.Ramp(60, 10, 100, 1),
                        new Segment.Constant(240, 100));
        assertThatThrownBy(() -> Load.burst(10, 100, 60, 240.5, 600, 900)).hasMessageContaining("windowSeconds");
    }

    @Test
    void equalLoadsAreEqual() {
        var one = new Load(900, List.of(new Segment.Constant(1, 2)), List.of(new Spike(0, 1, 1)));
        var same = new Load(900, List.of(new Segment.Constant(1, 2)), List.of(new Spike(0, 1, 1)));

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(new Load(900, one.segments()));
    }
}
