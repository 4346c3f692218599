package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.ClientLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Java client send by send where few events tell all: 100 a second for 10 s, 300 a second for 30 s, 100 a second for 40 s, and
 * 200 a second get in. The excess is 3,000, and the bucket holds what comes in so many seconds.
 */
final class JavaClientSmallTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final double CAPACITY = 200;
    private static final double EXCESS = 3_000;
    private static final double OFFERED = 10 * 100 + 30 * 300 + 40 * 100;
    private static final Admission DOOR = Admission.standard(1, 4).withOtherIngress(1_000 - CAPACITY);

    @ParameterizedTest(name = "bucket {0} s, {1} events a send")
    @CsvSource({"1, 1", "5, 1", "1, 10", "5, 20", "0.5, 1"})
    void withoutRetriesTheExcessIsLostButForTheBucket(double bucketSeconds, double eventsPerSend) {
        var sending = Sending.STANDARD.withBucketDepth(bucketSeconds).withEventsPerSend(eventsPerSend);

        var forecast = forecast(retries(0), sending, ENDLESS);

        double expected = EXCESS - CAPACITY * bucketSeconds;
        assertThat(forecast.lostEvents()).isCloseTo(expected, within(0.02 * expected));
        assertThat(forecast.lossCauses().retryWindowExceeded()).isEqualTo(forecast.lostEvents());
        assertThat(forecast.reportedLost()).isCloseTo(forecast.lostEvents(), within(1e-6));
        assertThat(forecast.retryDuplicates()).isZero();
        assertThat(forecast.delaySeconds().maximum()).isLessThan(0.1);
        assertThat(forecast.firstLossAtSeconds().orElseThrow()).isCloseTo(10 + 2 * bucketSeconds, within(0.8));
        assertThat(forecast.lastLossAtSeconds().orElseThrow()).isCloseTo(40, within(0.8));
    }

    /** After the burst 100 a second are free, so all that waits gets in within 30 s, and the guaranteed window is 149.5 s. */
    @Test
    void longRetriesLoseNothingAndTheWorkIsDoneWhenItsSumSaysSo() {
        var forecast = forecast(RetryPolicies.withRetries(7), Sending.STANDARD, ENDLESS);

        assertThat(forecast.lostEvents()).isZero();
        assertThat(forecast.deliveredEvents()).isCloseTo(OFFERED, within(1e-6));
        assertThat(forecast.peaks().producerRetryBacklog()).isBetween(EXCESS - CAPACITY - 60, EXCESS);
        assertThat(forecast.endOfRunSeconds()).isBetween(68.0, 300.0);
        assertThat(forecast.throttledThenRecovered()).isBetween(EXCESS - CAPACITY, 10_500.0);
        assertThat(forecast.delaySeconds().p50()).isZero();
        assertThat(forecast.delaySeconds().maximum()).isBetween(10.0, 230.0);
    }

    /** Ten find room: of what is refused nearly everything overflows, as without retries. */
    @Test
    void whatFindsNoRoomToWaitIsLostAtOnce() {
        var forecast = forecast(RetryPolicies.withRetries(7), Sending.STANDARD, 10);

        assertThat(forecast.lossCauses().retryWindowExceeded()).isZero();
        assertThat(forecast.lossCauses().producerBufferOverflow())
                .isEqualTo(forecast.lostEvents())
                .isBetween(EXCESS - CAPACITY - 150, EXCESS - CAPACITY + 60);
        assertThat(forecast.peaks().producerRetryBacklog()).isEqualTo(10);
    }

    @Test
    void theTimelineHoldsTogether() {
        var forecast = forecast(retries(0), Sending.STANDARD, ENDLESS);
        var points = forecast.timeline();

        assertThat(points).isSortedAccordingTo((one, next) -> Double.compare(one.atSeconds(), next.atSeconds()));
        assertThat(points.get(points.size() - 1).lostEventsSoFar()).isCloseTo(forecast.lostEvents(), within(1e-6));
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).lostEventsSoFar())
                    .isGreaterThanOrEqualTo(points.get(i - 1).lostEventsSoFar());
        }
        assertThat(points)
                .filteredOn(point -> point.atSeconds() > 14 && point.atSeconds() < 39)
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.offeredPerSecond()).isEqualTo(300))
                .allSatisfy(point -> assertThat(point.capacityPerSecond()).isCloseTo(CAPACITY, within(1e-6)));
    }

    /** Refused are 100 a second from 12 s on, when the bucket is empty. */
    @Test
    void theTimelineFollowsWhatIsLostAndWhatIsLetIn() {
        var forecast = forecast(retries(0), Sending.STANDARD, ENDLESS);

        assertThat(at(forecast, 30).lostEventsSoFar()).isBetween(1_750.0, 1_850.0);
        assertThat(at(forecast, 9).admittedPerSecond()).isEqualTo(100);
        assertThat(at(forecast, 9).lostEventsSoFar()).isZero();
        assertThat(at(forecast, 79).admittedPerSecond()).isEqualTo(100);
    }

    /** Only the milliseconds in which a send was refused were counted: 2.8 s, where it is refused from 12 to 40 s. */
    @Test
    void aDoorThatRefusesAllTheTimeIsThrottledAllTheTimeEvenIfNobodyRetries() {
        var forecast = forecast(retries(0), Sending.STANDARD, ENDLESS);

        assertThat(forecast.throttleSeconds()).isCloseTo(28, within(0.5));
    }

    @Test
    void theTimelineFollowsWhatWaitsForItsRetry() {
        var forecast = forecast(RetryPolicies.withRetries(7), Sending.STANDARD, ENDLESS);

        assertThat(at(forecast, 30).waitingEvents()).isBetween(1_740.0, 1_860.0);
        assertThat(at(forecast, 30).admittedPerSecond()).isCloseTo(CAPACITY, within(1e-6));
        assertThat(at(forecast, 9).waitingEvents()).isZero();
        assertThat(at(forecast, forecast.endOfRunSeconds()).waitingEvents()).isZero();
    }

    /**
     * A pod that sends 250 a second keeps 50 a second back from 10 to 40 s, and works them off until 50 s: so 50 a second are too
     * many at the door for 40 s, but for the bucket.
     */
    @Test
    void whatWaitsInPodsStandsInTheTimelineBesideWhatWaitsAtTheDoor() {
        var pods = new SenderPods(250, ENDLESS, ENDLESS, 30, new Scaling.Fixed(1));
        var sender = sender(retries(0), Sending.STANDARD, ENDLESS).withPods(pods);

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender), DOOR));

        assertThat(forecast.lostEvents()).isCloseTo(40 * 50 - CAPACITY, within(40.0));
        assertThat(forecast.peaks().producerTierBacklog()).isCloseTo(1_500, within(1e-6));
        for (int second : new int[] {16, 20, 30, 39, 42, 47}) {
            var point = at(forecast, second);
            double inPods = point.atSeconds() <= 40 ? 50 * (point.atSeconds() - 10) : 150 * (50 - point.atSeconds());
            assertThat(point.waitingEvents()).as("at %s s", second).isCloseTo(inPods, within(15.0));
        }
    }

    /** Twice the load at a door of twice the size. Once the ordered client got the share of what the other one had lost. */
    @Test
    void withAnOrderedClientBesideItNoMoreGetsInThanTheDoorLetsIn() {
        var java = sender(retries(0), Sending.STANDARD, ENDLESS);
        var ordered = new Sender("ordered", java.load(), RetryWindow.custom(0), ENDLESS, Optional.empty());
        var twice = Admission.standard(1, 4).withOtherIngress(1_000 - 2 * CAPACITY);

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(java, ordered), twice));

        assertThat(forecast.lostEvents()).isBetween(2 * EXCESS - 2 * CAPACITY - 60, 2 * EXCESS);
        assertThat(forecast.senders().get(1).lostEvents()).isBetween(EXCESS - 2 * CAPACITY, EXCESS + 1);
        assertThat(forecast.conservationError()).isCloseTo(0, within(1e-6));
    }

    @Test
    void whoIsReadMeetsItsReadersWithWhatWasAccepted() {
        var sender = sender(retries(0), Sending.STANDARD, ENDLESS);
        var figures = PipelineFigures.of(List.of(sender), DOOR)
                .withReading(Reading.by(Consumers.of(150, new Scaling.Fixed(1))));

        var forecast = LossModel.forecast(figures);

        // 200 a second come in from 10 to 40 s, and 150 are read.
        assertThat(forecast.peaks().partitionLogBacklog()).isBetween(1_500.0, 1_700.0);
        assertThat(forecast.conservationError()).isCloseTo(0, within(1e-6));
        assertThat(forecast.deliveredEvents()).isCloseTo(OFFERED - forecast.lostEvents(), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "3, 1", "3, 4", "7, 10"})
    void everyEventHasOneOutcomeAndTheSameTwice(int retries, int links) {
        var sending = Sending.STANDARD.withLinks(links);

        var forecast = forecast(retries(retries), sending, 2_000);

        assertThat(forecast.offeredEvents()).isCloseTo(OFFERED, within(1e-6));
        assertThat(forecast.conservationError()).isCloseTo(0, within(1e-6));
        assertThat(forecast).isEqualTo(forecast(retries(retries), sending, 2_000));
    }

    /** The last point that is not later. */
    private static LossForecast.TimelinePoint at(LossForecast forecast, double seconds) {
        return forecast.timeline().stream()
                .filter(point -> point.atSeconds() <= seconds)
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static RetryPolicy retries(int maxRetries) {
        return new RetryPolicy(maxRetries, 0.8, 60, 60, RetryPolicy.Mode.EXPONENTIAL);
    }

    private static LossForecast forecast(RetryPolicy policy, Sending sending, double buffer) {
        return LossModel.forecast(PipelineFigures.of(List.of(sender(policy, sending, buffer)), DOOR));
    }

    private static Sender sender(RetryPolicy policy, Sending sending, double buffer) {
        var load = new Load(
                900,
                List.of(new Segment.Constant(10, 100), new Segment.Constant(30, 300), new Segment.Constant(40, 100)));
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, policy);
        return new Sender("s", load, window, buffer, Optional.empty(), sending);
    }
}
