package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.loss.DisasterRecovery.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loss of a region under each recovery, against the formulas of the loss model, section 8. */
final class RegionOutageTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final Offset<Double> EXACTLY = within(0.01);
    private static final double WINDOW = 31.296;
    private static final double RATE = 500;
    /** Reads 400 of 500 events a second, so that 100,000 are unread when the region goes after 1,000 s. */
    private static final Consumers SLOW = Consumers.of(200, new Scaling.Fixed(2));

    @Test
    void aFailoverOfTenMinutesLosesAllButTheLastSecondsOfIt() {
        var recovery = new DisasterRecovery(Strategy.CLIENT_FAILOVER, 200, 400, 0, OptionalInt.empty());

        var forecast = forecast(ENDLESS, recovery, Consumers.of(1_000, new Scaling.Fixed(2)));

        assertThat(forecast.outcomes().lostAtProducer()).isCloseTo(568.704 * RATE, EXACTLY);
        assertThat(forecast.outcomes().unavailableInRegion()).isZero();
        assertThat(forecast.firstLossAtSeconds().orElseThrow()).isCloseTo(1_000 + WINDOW, EXACTLY);
        assertThat(forecast.lastLossAtSeconds().orElseThrow()).isCloseTo(1_600, EXACTLY);
    }

    @ParameterizedTest
    @EnumSource(names = {"GEO_DR_METADATA", "CLIENT_FAILOVER"})
    void withoutCopiesAllThatIsUnreadStaysBehind(Strategy strategy) {
        var forecast = forecast(ENDLESS, failingOver(strategy, 0), SLOW);

        assertThat(forecast.outcomes().unavailableInRegion()).isCloseTo(100 * 1_000.0, EXACTLY);
    }

    @Test
    void geoReplicationLeavesBehindWhatWasNotCopiedYet() {
        var asynchronous = forecast(ENDLESS, failingOver(Strategy.GEO_REPLICATION, 20), SLOW);
        var synchronous = forecast(ENDLESS, failingOver(Strategy.GEO_REPLICATION, 0), SLOW);

        assertThat(asynchronous.outcomes().unavailableInRegion()).isCloseTo(20 * RATE, EXACTLY);
        assertThat(synchronous.outcomes().unavailableInRegion()).isZero();
        assertThat(synchronous.outcomes().lostAtProducer())
                .isEqualTo(asynchronous.outcomes().lostAtProducer());
    }

    @Test
    void dualPublishLosesNothingAndSendsEverythingTwice() {
        var forecast = forecast(700, DisasterRecovery.of(Strategy.DUAL_PUBLISH), SLOW);

        assertThat(forecast.lostEvents()).isZero();
        assertThat(forecast.outcomes().unavailableInRegion()).isZero();
        assertThat(forecast.duplicateCauses().dualPublish()).isCloseTo(RATE * (4_000 - 700), EXACTLY);
    }

    @Test
    void aRegionThatReturnsCostsWhatTheWindowDoesNotCover() {
        var forecast = forecast(700, DisasterRecovery.NONE, SLOW);

        assertThat(forecast.outcomes().lostAtProducer()).isCloseTo(RATE * (700 - WINDOW), EXACTLY);
        assertThat(forecast.outcomes().unavailableInRegion()).isZero();
        assertThat(forecast.outcomes().inFlightAtEnd()).isZero();
    }

    @Test
    void aRegionThatNeverReturnsKeepsTheUnreadAndLosesTheRest() {
        var forecast = forecast(ENDLESS, DisasterRecovery.NONE, SLOW);

        assertThat(forecast.outcomes().unavailableInRegion()).isCloseTo(100_000, EXACTLY);
        assertThat(forecast.outcomes().lostAtProducer()).isCloseTo(RATE * 3_000, EXACTLY);
    }

    @Test
    void anEndlessRetryWaitsForARegionThatNeverReturns() {
        var load = new Load(900, List.of(new Segment.Constant(100, RATE)));
        var sender = new Sender("orders", load, RetryWindow.custom(ENDLESS), ENDLESS, Optional.empty());
        var figures = PipelineFigures.of(List.of(sender), Admission.standard(1, 4))
                .withFaults(List.of(new Fault.RegionOutage(40, ENDLESS)), DisasterRecovery.NONE);

        var forecast = LossModel.forecast(figures);

        assertThat(forecast.outcomes().inFlightAtEnd()).isCloseTo(60 * RATE, EXACTLY);
        assertThat(forecast.endOfRunSeconds()).isEqualTo(100 + 86_400);
    }

    @Test
    void aRegionThatIsBackBeforeTheFailoverIsNotLeft() {
        var forecast = forecast(700, DisasterRecovery.of(Strategy.GEO_DR_METADATA), SLOW);

        assertThat(forecast.outcomes())
                .isEqualTo(forecast(700, DisasterRecovery.NONE, SLOW).outcomes());
    }

    @Test
    void theOtherRegionMayHaveFewerUnits() {
        var small = new DisasterRecovery(Strategy.CLIENT_FAILOVER, 0, 0, 0, OptionalInt.of(1));
        var load = new Load(900, List.of(new Segment.Constant(1_000, 1_500)));
        var sender = new Sender("orders", load, RetryWindow.custom(0), ENDLESS, Optional.empty());
        var figures = PipelineFigures.of(List.of(sender), Admission.standard(2, 4))
                .withFaults(List.of(new Fault.RegionOutage(400, ENDLESS)), small);

        assertThat(LossModel.forecast(figures).lostEvents()).isCloseTo(500 * 600.0, EXACTLY);
    }

    private static DisasterRecovery failingOver(Strategy strategy, double lagSeconds) {
        return new DisasterRecovery(strategy, 300, 600, lagSeconds, OptionalInt.empty());
    }

    private static LossForecast forecast(double outageSeconds, DisasterRecovery recovery, Consumers consumers) {
        var load = new Load(900, List.of(new Segment.Constant(4_000, RATE)));
        var sender = new Sender("orders", load, RetryWindow.custom(WINDOW), ENDLESS, Optional.empty());
        return LossModel.forecast(PipelineFigures.of(List.of(sender), Admission.standard(1, 4))
                .withReading(Reading.by(consumers))
                .withFaults(List.of(new Fault.RegionOutage(1_000, outageSeconds)), recovery));
    }
}
