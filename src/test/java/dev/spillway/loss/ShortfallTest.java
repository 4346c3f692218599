package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.units.InvalidValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizing against the closed forms of the loss model, sections 4.1 and 9. */
final class ShortfallTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final Load FLOOD = new Load(1_000, List.of(new Segment.Constant(600, 3_500)));

    @Test
    void theIncidentWaits45SecondsForOneUnit() {
        assertThat(Shortfall.largestBacklogEvents(Incident.LOAD, 1_000)).isCloseTo(45_600, within(1e-6));
        assertThat(Shortfall.longestWaitSeconds(Incident.LOAD, 1_000)).isCloseTo(45.6, within(1e-9));
        assertThat(Shortfall.longestWaitSeconds(Incident.LOAD, Admission.standard(1, 4)))
                .isCloseTo(45.6, within(1e-9));
    }

    @Test
    void enoughCapacityMakesNothingWait() {
        assertThat(Shortfall.largestBacklogEvents(Incident.LOAD, 1_380)).isZero();
        assertThat(Shortfall.longestWaitSeconds(Incident.LOAD, 1_380)).isZero();
        assertThat(Shortfall.longestWaitSeconds(Incident.LOAD, 0)).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"1, 30, 135000", "2, 30, 60000", "3, 30, 15000", "1, 60, 270000"})
    void theStaircaseLeavesTheBacklogOfItsClosedForm(int startUnits, double reactionSeconds, double backlog) {
        var admission = Admission.standard(startUnits, 32).withAutoInflate(4, reactionSeconds);

        assertThat(Shortfall.largestBacklogEvents(FLOOD, admission)).isCloseTo(backlog, within(0.01));
    }

    @Test
    void theLongestWaitOfTheStaircaseIsTheWindowThatLosesNothing() {
        var admission = Admission.standard(1, 32).withAutoInflate(4, 30);
        double window = Shortfall.longestWaitSeconds(FLOOD, admission);

        assertThat(lost(window + 0.001, admission)).isZero();
        assertThat(lost(window - 0.1, admission)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "0, Infinity, 2", "23.2, Infinity, 2", "45.59, Infinity, 2", "45.6, Infinity, 1",
        "45.6, 45599, 2", "45.6, 45600, 1", "Infinity, 0, 2", "Infinity, Infinity, 1"
    })
    void unitsAreCountedToTheEdge(double window, double buffer, int units) {
        assertThat(Shortfall.throughputUnitsNeeded(Incident.LOAD, Admission.standard(1, 4), window, buffer))
                .hasValue(units);
    }

    /** 380 a second too many for 120 s, shared by two senders of which one has most of it. */
    @Test
    void whatPatientSendersWouldNeedIsThatOfTheOneThatNeedsMost() {
        var most = new Sender(
                "most", Load.burst(450, 1_035, 0, 120, 3_600, 900), RetryWindow.custom(5), 10, Optional.empty());
        var less = new Sender(
                "less", Load.burst(150, 345, 0, 120, 3_600, 900), RetryWindow.custom(5), 10, Optional.empty());
        var figures = PipelineFigures.of(List.of(most, less), Admission.standard(1, 4));

        var patience = Shortfall.patience(figures);

        assertThat(patience.seconds()).isCloseTo(45.6, within(1e-6));
        assertThat(patience.events()).isCloseTo(0.75 * 45_600, within(0.01));
        assertThat(Shortfall.longestWaitSeconds(figures)).isCloseTo(45.6, within(1e-6));
    }

    @Test
    void whatCannotBeIsRefused() {
        var admission = Admission.standard(1, 4);

        assertThatThrownBy(() -> Shortfall.largestBacklogEvents(FLOOD, -1))
                .hasMessageContaining("capacityEventsPerSecond");
        assertThatThrownBy(() -> Shortfall.throughputUnitsNeeded(FLOOD, admission, -1, 0))
                .hasMessageContaining("retryWindowSeconds");
        assertThatThrownBy(() -> Shortfall.throughputUnitsNeeded(FLOOD, admission, 0, -1))
                .hasMessageContaining("bufferedEventsLimit");
    }

    @Test
    void fortyUnitsAreTheEnd() {
        var load = new Load(1_000, List.of(new Segment.Constant(600, 50_000)));

        assertThat(Shortfall.throughputUnitsNeeded(load, Admission.standard(1, 100), 0, ENDLESS))
                .isEmpty();
    }

    @Test
    void aBurstStartsInTheMiddleOfItsWindow() {
        var load = Load.burst(600, 1_600, 10, 120, 600, 900);

        assertThat(load.durationSeconds()).isEqualTo(600);
        assertThat(load.offeredEvents()).isCloseTo(300 * 600 + 10 * 1_100 + 120 * 1_600 + 170 * 600, within(1e-6));
        assertThat(load.peakEventsPerSecond()).isEqualTo(1_600);
        assertThat(load.steps().get(1).eventsPerSecond()).isCloseTo(650, within(1e-9));
    }

    @Test
    void aBurstThatDoesNotFitItsWindowIsRefused() {
        assertThatThrownBy(() -> Load.burst(600, 1_600, 10, 120, 200, 900))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("windowSeconds");
    }

    private static double lost(double window, Admission admission) {
        var sender = new Sender("flood", FLOOD, RetryWindow.custom(window), ENDLESS, Optional.empty());
        return LossModel.forecast(PipelineFigures.of(List.of(sender), admission))
                .lostEvents();
    }
}
