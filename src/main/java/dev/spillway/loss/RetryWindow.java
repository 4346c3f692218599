package dev.spillway.loss;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.units.InvalidValue;

/**
 * How long a client goes on sending an event that the broker refuses, in seconds; infinity is an endless retry and zero is none.
 *
 * @param guaranteedSeconds what holds when the broker refuses everything
 * @param nominalSeconds what holds for the first send on an otherwise idle link
 * @param longestSeconds the upper limit, every try waiting until its timeout
 * @param estimate which of the three is simulated
 * @param blockedCallersSeconds how many seconds of the sender's capacity wait in callers blocked by a full buffer; zero
 *     where a full buffer refuses at once
 */
public record RetryWindow(
        ClientLibrary library,
        double guaranteedSeconds,
        double nominalSeconds,
        double longestSeconds,
        Discipline discipline,
        WindowEstimate estimate,
        double blockedCallersSeconds) {
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
            case AZURE_SDK_JAVA -> of(library, JavaRetrySchedule.of(policy), Discipline.LINK_RETRY);
            case AZURE_SDK_DOTNET -> of(library, DotNetRetrySchedule.of(policy), Discipline.FIFO);
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
                fullBufferFactor * maxBlockSeconds);
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
                library, guaranteedSeconds, nominalSeconds, longestSeconds, other, estimate, blockedCallersSeconds);
    }

    public RetryWindow withEstimate(WindowEstimate other) {
        return new RetryWindow(
                library, guaranteedSeconds, nominalSeconds, longestSeconds, discipline, other, blockedCallersSeconds);
    }

    /** The same client, going on for that many seconds whatever happens; infinity is endless. */
    public RetryWindow lasting(double seconds) {
        return new RetryWindow(library, seconds, seconds, seconds, discipline, estimate, blockedCallersSeconds);
    }

    /** Every send backs off on its own, so that "no retry" is the upper end of what may be lost. */
    public boolean sendsAreIndependent() {
        return switch (library) {
            case KAFKA_JAVA, LIBRDKAFKA -> false;
            case AZURE_SDK_JAVA, AZURE_SDK_DOTNET -> true;
            case CUSTOM -> simulatedSeconds() > 0 && Double.isFinite(simulatedSeconds());
        };
    }

    private static RetryWindow of(ClientLibrary library, RetrySchedule schedule, Discipline discipline) {
        return new RetryWindow(
                library,
                schedule.guaranteedSeconds(),
                schedule.nominalSeconds(),
                schedule.longestSeconds(),
                discipline,
                WindowEstimate.GUARANTEED,
                0);
    }

    private static RetryWindow same(ClientLibrary library, double seconds) {
        return new RetryWindow(library, seconds, seconds, seconds, Discipline.FIFO, WindowEstimate.GUARANTEED, 0);
    }
}
