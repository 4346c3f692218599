package dev.spillway.loss;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.units.InvalidValue;
import java.util.Optional;

/**
 * How long a client goes on sending an event that the broker refuses, in seconds; infinity is an endless retry and zero is none.
 *
 * @param guaranteedSeconds what holds when the broker refuses everything
 * @param nominalSeconds what holds for the first send on an otherwise idle link
 * @param longestSeconds the upper limit, every try waiting until its timeout
 * @param estimate which of the three is simulated
 * @param blockedCallersSeconds how many seconds of the sender's capacity wait in callers blocked by a full buffer; zero
 *     where a full buffer refuses at once
 * @param policy the settings that the window follows from, where the client has such
 * @param kafka present for the Kafka client for Java
 */
public record RetryWindow(
        ClientLibrary library,
        double guaranteedSeconds,
        double nominalSeconds,
        double longestSeconds,
        Discipline discipline,
        WindowEstimate estimate,
        double blockedCallersSeconds,
        Optional<RetryPolicy> policy,
        Optional<KafkaSends> kafka) {
    /** Measured between 0.43 and 0.53 with concurrent callers; see the loss model, section 4.2. */
    private static final double FULL_BUFFER_FACTOR = 0.45;

    public RetryWindow {
        Require.zeroOrMoreOrEndless("guaranteedSeconds", guaranteedSeconds);
        Require.zeroOrMoreOrEndless("nominalSeconds", nominalSeconds);
        Require.zeroOrMoreOrEndless("longestSeconds", longestSeconds);
        Require.zeroOrMore("blockedCallersSeconds", blockedCallersSeconds);
    }

    /** The window of an Azure SDK client; other libraries have factories of their own. */
    public static RetryWindow of(ClientLibrary library, RetryPolicy policy) {
        return switch (library) {
            case AZURE_SDK_JAVA -> of(library, JavaRetrySchedule.of(policy), Discipline.LINK_RETRY, policy);
            case AZURE_SDK_DOTNET -> of(library, DotNetRetrySchedule.of(policy), Discipline.FIFO, policy);
            default ->
                throw new InvalidValue(
                        "client library", library.key(), "azureSdkJava or azureSdkDotNet for a retry policy");
        };
    }

    /** The Kafka client for Java: {@code delivery.timeout.ms} and {@code max.block.ms}, in seconds. */
    public static RetryWindow kafkaJava(double deliveryTimeoutSeconds, double maxBlockSeconds) {
        return kafkaJava(deliveryTimeoutSeconds, maxBlockSeconds, FULL_BUFFER_FACTOR);
    }

    /**
     * The Kafka client for Java with a full-buffer factor of one's own.
     *
     * @param fullBufferFactor share of {@code max.block} that blocked callers are worth in capacity; 0.45 was measured, 1 is
     *     a perfect room
     */
    public static RetryWindow kafkaJava(
            double deliveryTimeoutSeconds, double maxBlockSeconds, double fullBufferFactor) {
        return new RetryWindow(
                ClientLibrary.KAFKA_JAVA,
                deliveryTimeoutSeconds,
                deliveryTimeoutSeconds,
                deliveryTimeoutSeconds + maxBlockSeconds,
                Discipline.FIFO,
                WindowEstimate.GUARANTEED,
                fullBufferFactor * maxBlockSeconds,
                Optional.empty(),
                Optional.of(KafkaSends.DEFAULT));
    }

    /** librdkafka: {@code message.timeout.ms} in seconds, zero for endless as there. */
    public static RetryWindow librdkafka(double messageTimeoutSeconds) {
        return same(
                ClientLibrary.LIBRDKAFKA,
                messageTimeoutSeconds == 0 ? Double.POSITIVE_INFINITY : messageTimeoutSeconds);
    }

    /** A client of one's own; infinity is endless, zero is no retry. */
    public static RetryWindow custom(double seconds) {
        return same(ClientLibrary.CUSTOM, seconds);
    }

    /** A client whose own schedule is not known, with a window that its owner measured. */
    public static RetryWindow unknownSchedule(ClientLibrary library, double seconds) {
        return same(library, seconds);
    }

    /** The window that is simulated, in seconds. */
    public double simulatedSeconds() {
        return switch (estimate) {
            case GUARANTEED -> guaranteedSeconds;
            case NOMINAL -> nominalSeconds;
            case LONGEST -> longestSeconds;
        };
    }

    public RetryWindow withDiscipline(Discipline other) {
        return new RetryWindow(
                library,
                guaranteedSeconds,
                nominalSeconds,
                longestSeconds,
                other,
                estimate,
                blockedCallersSeconds,
                policy,
                kafka);
    }

    public RetryWindow withEstimate(WindowEstimate other) {
        return new RetryWindow(
                library,
                guaranteedSeconds,
                nominalSeconds,
                longestSeconds,
                discipline,
                other,
                blockedCallersSeconds,
                policy,
                kafka);
    }

    /** The same window with requests whose number and size are known. */
    RetryWindow withKafka(KafkaSends other) {
        return new RetryWindow(
                library,
                guaranteedSeconds,
                nominalSeconds,
                longestSeconds,
                discipline,
                estimate,
                blockedCallersSeconds,
                policy,
                Optional.of(other));
    }

    /** How long a send sleeps after its first refusal, in seconds; empty where nothing is known of it. */
    Optional<Double> firstWaitSeconds() {
        return policy.filter(known -> known.maxRetries() > 0).flatMap(known -> switch (library) {
            case AZURE_SDK_JAVA -> Optional.of(new JavaRetrySchedule(known).innerWait(1));
            case AZURE_SDK_DOTNET -> Optional.of(DotNetRetrySchedule.firstWaitSeconds(known));
            default -> Optional.empty();
        });
    }

    /**
     * What gets through of a sender that waits for each send, in events per second and link, while the broker refuses some: a
     * loop, or one batch at a time. Empty where the client's first wait is not known.
     *
     * @param bucketDepthSeconds seconds' worth of capacity that the broker lets in at once after a pause
     */
    public Optional<Double> oneAtATimeEventsPerSecond(double capacityEventsPerSecond, double bucketDepthSeconds) {
        return firstWaitSeconds()
                .map(wait ->
                        new OneAtATime(wait, bucketDepthSeconds).throttledEventsPerSecond(capacityEventsPerSecond, 1));
    }

    /** The same client, going on for that many seconds whatever happens; infinity is endless. */
    public RetryWindow lasting(double seconds) {
        return new RetryWindow(
                library, seconds, seconds, seconds, discipline, estimate, blockedCallersSeconds, policy, kafka);
    }

    /** Every send backs off on its own, so that "no retry" is the upper end of what may be lost. */
    public boolean sendsAreIndependent() {
        return switch (library) {
            case KAFKA_JAVA, LIBRDKAFKA -> false;
            case AZURE_SDK_JAVA, AZURE_SDK_DOTNET -> true;
            case CUSTOM, AZURE_SDK_PYTHON, AZURE_SDK_NODE ->
                simulatedSeconds() > 0 && Double.isFinite(simulatedSeconds());
        };
    }

    private static RetryWindow of(
            ClientLibrary library, RetrySchedule schedule, Discipline discipline, RetryPolicy policy) {
        return new RetryWindow(
                library,
                schedule.guaranteedSeconds(),
                schedule.nominalSeconds(),
                schedule.longestSeconds(),
                discipline,
                WindowEstimate.GUARANTEED,
                0,
                Optional.of(policy),
                Optional.empty());
    }

    private static RetryWindow same(ClientLibrary library, double seconds) {
        return new RetryWindow(
                library,
                seconds,
                seconds,
                seconds,
                Discipline.FIFO,
                WindowEstimate.GUARANTEED,
                0,
                Optional.empty(),
                Optional.empty());
    }
}
