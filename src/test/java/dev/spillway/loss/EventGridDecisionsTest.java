package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

    /** 50 a second for 7,200 - 400 s are published too early for the fifth attempt. */
    @Test
    void aPolicyThatEndsTooEarlyIsToldWithTheOneThatWouldDo() {
        var decision = EventGridModel.forecast(down(7_200, 5)).decidedBy().get(0);

        assertThat(decision.lostEvents()).isEqualTo(50 * 6_800);
        assertThat(decision.text())
                .isEqualTo(
                        "340,000 events outlive the last of 5 attempts, 400 s after their publication; the subscriber is "
                                + "down for up to 7,200 s. None would with 9 attempts and a time to live of 287 minutes. A dead-letter "
                                + "destination would keep them.");
    }

    @Test
    void whatTheRegionRefusesAndWhatNobodyTakesIsLostTogether() {
        var base = down(7_200, 5);
        var figures = new EventGridFigures(
                base.load(),
                base.subscriberOutages(),
                5,
                86_400,
                0,
                false,
                0,
                0,
                0,
                Optional.of(new EventGridFigures.RegionLoss(15_000, 3_600)),
                1);

        var forecast = EventGridModel.forecast(figures);

        assertThat(forecast.lostEvents()).isEqualTo(50 * 6_800 + 50 * 3_600);
        assertThat(forecast.lossPercent()).isEqualTo(100 * 50 * (6_800 + 3_600) / (50.0 * 21_600));
    }

    /** One in ten of 1,080,000 is refused for good; the destination may be down for 4 h and no longer. */
    @ParameterizedTest
    @CsvSource({
        "false, 0, 108000, A dead-letter destination would keep them.",
        "true, 0, 0, The dead-letter destination keeps them.",
        "true, 18000, 108000, The dead-letter destination is down for too long to keep them."
    })
    void whatIsRefusedForGoodIsLostUnlessItIsKept(boolean configured, double downSeconds, double lost, String kept) {
        var base = down(7_200, 30);
        var figures = new EventGridFigures(
                base.load(), List.of(), 30, 86_400, 0, configured, downSeconds, 0.1, 0, Optional.empty(), 1);

        var decision = EventGridModel.forecast(figures).decidedBy().get(0);

        assertThat(decision.constraint()).isEqualTo(LossForecast.Constraint.REFUSED_FOR_GOOD);
        assertThat(decision.lostEvents()).isCloseTo(lost, within(1e-6));
        assertThat(decision.text())
                .isEqualTo(
                        "108,000 events are answered in a way that is not tried again (400, 401, 403, 413). " + kept);
    }

    @Test
    void aTimeToLiveBeyondADayIsToldInMinutes() {
        var figures = down(7_200, 5);

        assertThatThrownBy(() -> figures.withPolicy(5, 86_460)).hasMessageContaining("eventTimeToLiveInMinutes: 1441");
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
