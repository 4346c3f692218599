package dev.spillway.loss;

import com.azure.core.amqp.AmqpRetryMode;
import com.azure.core.amqp.AmqpRetryOptions;
import dev.spillway.facts.ClientLibrary;
import dev.spillway.testsupport.amqp.AwaitingSender;
import dev.spillway.testsupport.amqp.BufferedSender;
import dev.spillway.testsupport.amqp.ConcurrentSender;
import dev.spillway.testsupport.amqp.LoadOutcome;
import dev.spillway.testsupport.amqp.LoadRun;
import dev.spillway.testsupport.amqp.LoadSender;
import dev.spillway.testsupport.amqp.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The incident at one fifth of its rates, with its times as they were: run by the unchanged client for Java, and forecast.
 *
 * @param links connections, each with a link, over which the events are sent in turn
 */
record FifthOfTheIncident(String name, RetryPolicy policy, Sending.Manner manner, int links) {
    static final double CAPACITY = 200;
    static final double BASE = 120;
    static final double BURST = 276;
    static final double BURST_SECONDS = 120;

    /** What could not be taken while the burst lasted. */
    static final double EXCESS = (BURST - CAPACITY) * BURST_SECONDS;

    private static final double DEPTH_SECONDS = 1;
    private static final double BODY_BYTES = 900;
    private static final int EVENTS_PER_SEND = 4;
    private static final long MEBIBYTE = 1 << 20;

    /** About one second of the capacity, so that a full batch of the buffered producer fits through the door. */
    private static final long SCALED_BATCH = 180_000;

    private static final double REST_OF_THE_UNIT = 1_000 - CAPACITY;
    private static final double TWICE = 2;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(280);

    static final RetryPolicy NONE = new RetryPolicy(0, 0.8, 60, 60, RetryPolicy.Mode.EXPONENTIAL);

    /** As the planner derives it: a guaranteed window of twice the longest wait. */
    static RetryPolicy derived() {
        double wait = Shortfall.longestWaitSeconds(load(30, 150), admission());
        return RetryPolicies.covering(ClientLibrary.AZURE_SDK_JAVA, TWICE * wait);
    }

    /** With the quiet time before and after it, in which retries are accepted. */
    LoadOutcome run() {
        return run(30, 150, manner == Sending.Manner.CONCURRENT ? LONGEST_WINDOW : Duration.ZERO);
    }

    /** The burst, no more quiet time than it takes to start, and the answer to the last send, however late it comes. */
    LoadOutcome runBurstAlone() {
        return run(5, 5, LONGEST_ANSWER);
    }

    LossForecast forecast() {
        return LossModel.forecast(PipelineFigures.of(List.of(sender()), admission()));
    }

    /** What gets through of a sender that waits for each send, by the model. */
    double paceEventsPerSecond() {
        return OneAtATime.of(sender()).orElseThrow().throttledEventsPerSecond(CAPACITY, links);
    }

    RetryWindow window() {
        return RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, policy);
    }

    static AmqpRetryOptions options(RetryPolicy policy) {
        return new AmqpRetryOptions()
                .setMode(AmqpRetryMode.EXPONENTIAL)
                .setMaxRetries(policy.maxRetries())
                .setDelay(millis(policy.delaySeconds()))
                .setMaxDelay(millis(policy.maxDelaySeconds()))
                .setTryTimeout(millis(policy.tryTimeoutSeconds()));
    }

    private LoadOutcome run(double before, double after, Duration patience) {
        List<Step> steps = List.of(new Step(before, BASE), new Step(BURST_SECONDS, BURST), new Step(after, BASE));
        long largest = manner == Sending.Manner.BUFFERED ? SCALED_BATCH : MEBIBYTE;
        return new LoadRun(steps, CAPACITY, DEPTH_SECONDS, largest, options(policy), patience).with(this::client);
    }

    private LoadSender client(String connectionString, AmqpRetryOptions retry) {
        return switch (manner) {
            case CONCURRENT -> new ConcurrentSender(connectionString, retry, links, EVENTS_PER_SEND);
            case ONE_IN_FLIGHT -> new AwaitingSender(connectionString, retry);
            case BUFFERED -> new BufferedSender(connectionString, retry);
        };
    }

    private Sender sender() {
        Sending sending = new Sending(manner, OptionalInt.of(links), EVENTS_PER_SEND, DEPTH_SECONDS);
        return new Sender("real", load(30, 150), window(), Double.POSITIVE_INFINITY, Optional.empty(), sending);
    }

    private static Load load(double before, double after) {
        return new Load(
                BODY_BYTES,
                List.of(
                        new Segment.Constant(before, BASE),
                        new Segment.Constant(BURST_SECONDS, BURST),
                        new Segment.Constant(after, BASE)));
    }

    /** One unit of which others take all but the capacity. */
    private static Admission admission() {
        return Admission.standard(1, 4).withOtherIngress(REST_OF_THE_UNIT);
    }

    private static Duration millis(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
