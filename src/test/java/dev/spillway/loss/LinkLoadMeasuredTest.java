package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.facts.ClientLibrary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real Java client lost in the incident's shape, a fifth of its size, against the forecast. */
final class LinkLoadMeasuredTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final double CAPACITY = 200;
    private static final double HALF_A_PERCENT_OF_OFFERED = 0.005;
    private static final Load BURST = load(276, 120);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "none,                     0, 0.8, 60, 1, 4,  1",
        "default,                  3, 0.8, 60, 1, 4,  1",
        "default-rep2,             3, 0.8, 60, 1, 4,  1",
        "default-rep3,             3, 0.8, 60, 1, 4,  1",
        "default-latency20,        3, 0.8, 60, 1, 4,  1",
        "7-2-30,                   7, 2,   30, 1, 4,  1",
        "default-two-senders,      3, 0.8, 60, 2, 4,  1",
        "default-two-senders-rep2, 3, 0.8, 60, 2, 4,  1",
        "default-four-senders,     3, 0.8, 60, 4, 4,  1",
        "default-single-events,    3, 0.8, 60, 1, 1,  1",
        "default-batch20,          3, 0.8, 60, 1, 20, 1",
        "default-depth5,           3, 0.8, 60, 1, 4,  5",
        "default-depth0.2,         3, 0.8, 60, 1, 4,  0.2",
    })
    void theBurstLosesWhatTheRealClientLost(
            String run, int retries, double delay, double longest, int links, double eventsPerSend, double depth) {
        var policy = new RetryPolicy(retries, delay, longest, 60, RetryPolicy.Mode.EXPONENTIAL);
        var sending = new Sending(Sending.Manner.CONCURRENT, OptionalInt.of(links), eventsPerSend, depth);

        var forecast = LossModel.forecast(sender(BURST, policy, sending, fixed()));

        assertLost(forecast, run);
        assertThat(forecast.delaySeconds().maximum())
                .isLessThanOrEqualTo(
                        RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, policy).longestSeconds());
    }

    @Test
    void aHigherAndShorterBurstLosesWhatItDid() {
        var forecast = LossModel.forecast(sender(load(400, 60), RetryPolicy.LIBRARY_DEFAULT, fourASend(), fixed()));

        assertLost(forecast, "default-2x-60s");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"default-doubled-at-90, 90", "default-doubled-at-145, 145"})
    void capacityThatDoublesInTheBurstSavesNearlyAll(String run, double doubledAt) {
        var capacity = new StepCurve();
        capacity.note(0, CAPACITY);
        capacity.note(doubledAt, 2 * CAPACITY);
        var sender = new Sender(
                "real",
                BURST,
                RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT),
                ENDLESS,
                Optional.empty(),
                fourASend());
        var parcels = BURST.steps().stream()
                .map(step -> Parcel.offered(step.eventsPerSecond(), step.fromSeconds(), step.toSeconds()))
                .toList();

        var simulation = LinkRun.of(
                List.of(new DoorArrivals(sender, parcels, StepCurve.of(1))),
                DoorLimits.of(capacity, 10_000),
                1,
                1,
                Double.POSITIVE_INFINITY);

        assertThat(simulation.ledger().lostEvents())
                .isBetween(0.0, Measured.figure("loads.csv", run, "lost") + HALF_A_PERCENT_OF_OFFERED * 54_720);
    }

    @Test
    void theDelaysAreNotThoseOfAQueue() {
        var forecast = LossModel.forecast(sender(BURST, RetryPolicy.LIBRARY_DEFAULT, fourASend(), fixed()));

        assertThat(forecast.delaySeconds().p50()).isZero();
        assertThat(forecast.delaySeconds().p99())
                .isBetween(0.83 * 127.59, 1.17 * Measured.figure("loads.csv", "default", "delay_p99_s"));
        assertThat(forecast.delaySeconds().maximum()).isBetween(0.83 * 208.61, 1.17 * 221.5);
        assertThat(forecast.peaks().producerRetryBacklog()).isBetween(0.97 * 8_900, 1.03 * 8_900);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sync-one-in-flight,        3, 0.8, 60, 1, 22.6, true",
        "sync-one-in-flight-7-2-30, 7, 2,   30, 1, 24.8, true",
        "sync-one-in-flight-depth5, 3, 0.8, 60, 5, 112,  true",
    })
    void aLoopThatWaitsForEachSendIsAsSlowAsMeasured(
            String run, int retries, double delay, double longest, double depth, double perSecond, boolean stuck) {
        var policy = new RetryPolicy(retries, delay, longest, 60, RetryPolicy.Mode.EXPONENTIAL);
        var sending = new Sending(Sending.Manner.ONE_IN_FLIGHT, OptionalInt.empty(), 1, depth);
        var figures = sender(BURST, policy, sending, fixed());

        double pace = OneAtATime.of(figures.senders().get(0)).orElseThrow().throttledEventsPerSecond(CAPACITY, 1);
        var forecast = LossModel.forecast(figures);

        assertThat(pace).as(run).isBetween(0.85 * perSecond, 1.15 * perSecond);
        assertThat(forecast.lostEvents()).isEqualTo(Measured.figure("loads.csv", run, "lost"));
        assertThat(forecast.decidedBy().get(0).constraint()).isEqualTo(LossForecast.Constraint.ONE_SEND_AT_A_TIME);
        assertThat(forecast.decidedBy().get(0).text().contains("It does not recover"))
                .isEqualTo(stuck);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"buffered-async-scaled, 1, 19.55, 26.45", "buffered-async-scaled-4p, 4, 46, 112"})
    void theBufferedProducerIsAsSlowAsMeasured(String run, int partitions, double least, double most) {
        var sending = new Sending(Sending.Manner.BUFFERED, OptionalInt.of(partitions), 1, 1);
        var figures = sender(BURST, RetryPolicy.LIBRARY_DEFAULT, sending, fixed(), 1_500.0 * partitions);

        double pace =
                OneAtATime.of(figures.senders().get(0)).orElseThrow().throttledEventsPerSecond(CAPACITY, partitions);
        var forecast = LossModel.forecast(figures);

        assertThat(pace).as(run).isBetween(least, most);
        assertThat(forecast.decidedBy().get(0).text()).contains("It does not recover");
        assertThat(forecast.lostEvents()).isPositive();
    }

    private static void assertLost(LossForecast forecast, String run) {
        double offered = Measured.figure("loads.csv", run, "offered");
        double allowed = HALF_A_PERCENT_OF_OFFERED * offered;
        double measured = Measured.figure("loads.csv", run, "lost");

        assertThat(forecast.offeredEvents()).isEqualTo(offered);
        assertThat(forecast.lostEvents()).isBetween(measured - allowed, measured + allowed);
        assertThat(forecast.range().low()).isLessThanOrEqualTo(measured);
        assertThat(forecast.range().high()).isGreaterThanOrEqualTo(measured);
    }

    private static Load load(double peak, double seconds) {
        return new Load(
                900,
                List.of(
                        new Segment.Constant(30, 120),
                        new Segment.Constant(seconds, peak),
                        new Segment.Constant(150, 120)));
    }

    private static Sending fourASend() {
        return Sending.STANDARD.withEventsPerSend(4).withLinks(1);
    }

    /** One unit of which the rest of the namespace takes all but the measured capacity. */
    private static Admission fixed() {
        var unit = Admission.standard(1, 4);
        return unit.withOtherIngress(1_000 - CAPACITY);
    }

    private static PipelineFigures sender(Load load, RetryPolicy policy, Sending sending, Admission admission) {
        return sender(load, policy, sending, admission, ENDLESS);
    }

    private static PipelineFigures sender(
            Load load, RetryPolicy policy, Sending sending, Admission admission, double buffer) {
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, policy);
        var sender = new Sender("real", load, window, buffer, Optional.empty(), sending);
        return PipelineFigures.of(List.of(sender), admission);
    }
}
