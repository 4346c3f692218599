package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides the fate of Event Grid's events, and what would be enough. */
final class EventGridDecisionsTest {
    /** Offsets 0, 10, 40, 100, 400, 1000, 2800, 6400, 17200, 38800, 82000 s; minutes are those of the last one, rounded up. */
    @ParameterizedTest
    @CsvSource({"10, 2, 1", "11, 3, 1", "400, 5, 7", "401, 6, 17", "7200, 9, 287", "82000, 11, 1367"})
    void theSmallestPolicyThatReachesAnOutageIsNamed(double outage, int attempts, double minutes) {
        var enough = EventGridDecisions.enough(down(outage, 1)).orElseThrow();

        assertThat(enough.maxDeliveryAttempts()).isEqualTo(attempts);
        assertThat(enough.eventTimeToLiveSeconds() / 60).isEqualTo(minutes);
        assertThat(EventGridModel.outlivedEvents(enough)).isZero();
        assertThat(EventGridModel.outlivedEvents(down(outage, attempts - 1))).isPositive();
    }

    @Test
    void noPolicyReachesFurtherThanADay() {
        assertThat(EventGridDecisions.enough(down(82_001, 30))).isEmpty();
        assertThat(EventGridModel.forecast(down(82_001, 30)).decidedBy().get(0).text())
                .contains("No retry policy reaches so far", "A dead-letter destination would keep them");
    }

    @Test
    void nothingLostIsSaidToo() {
        var decision = EventGridModel.forecast(down(7_200, 30)).decidedBy();

        assertThat(decision)
                .singleElement()
                .extracting(LossForecast.Decision::constraint)
                .isEqualTo(LossForecast.Constraint.NONE);
    }

    @Test
    void theLargestLossStandsFirst() {
        var base = down(7_200, 5);
        var figures = new EventGridFigures(
                base.load(),
                base.subscriberOutages(),
                5,
                86_400,
                0,
                false,
                0,
                0.001,
                0,
                Optional.of(new EventGridFigures.RegionLoss(15_000, 3_600)),
                1);

        var decisions = EventGridModel.forecast(figures).decidedBy();

        assertThat(decisions)
                .extracting(LossForecast.Decision::constraint)
                .containsExactly(
                        LossForecast.Constraint.DELIVERY_POLICY,
                        LossForecast.Constraint.PUBLISHER_WINDOW,
                        LossForecast.Constraint.REFUSED_FOR_GOOD);
        assertThat(decisions.get(1).lostEvents()).isEqualTo(50 * 3_600);
    }

    private static EventGridFigures down(double outageSeconds, int attempts) {
        var load = Load.burst(50, 50, 0, 60, 21_600, 500);
        return EventGridFigures.of(load)
                .withOutages(List.of(new EventGridFigures.Outage(3_600, outageSeconds)))
                .withPolicy(attempts, 86_400);
    }
}
