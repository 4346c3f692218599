package dev.spillway.loss;

import dev.spillway.facts.DeliverySchedule;
import dev.spillway.units.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything a forecast of one Event Grid subscription is computed from.
 *
 * @param attemptFailureSeconds how long a failed attempt takes; 30 where the endpoint hangs
 * @param deadLetterConfigured whether events that are given up have a destination
 * @param deadLetterOutageSeconds how long that destination is down when it is needed
 * @param nonRetriableShare share of all events that the endpoint refuses for good
 * @param publisherRetryWindowSeconds how long the publisher goes on while the region refuses
 * @param delayedThresholdSeconds a later delivery counts as delayed
 */
public record EventGridFigures(
        Load load,
        List<Outage> subscriberOutages,
        int maxDeliveryAttempts,
        double eventTimeToLiveSeconds,
        double attemptFailureSeconds,
        boolean deadLetterConfigured,
        double deadLetterOutageSeconds,
        double nonRetriableShare,
        double publisherRetryWindowSeconds,
        Optional<RegionLoss> regionOutage,
        double delayedThresholdSeconds) {
    static final int MAX_DELIVERY_ATTEMPTS = DeliverySchedule.MOST_ATTEMPTS;
    static final double TIME_TO_LIVE_MINUTES = DeliverySchedule.LONGEST_MINUTES;
    static final double SECONDS_PER_MINUTE = 60;

    public EventGridFigures {
        subscriberOutages = List.copyOf(subscriberOutages);
        if (maxDeliveryAttempts < 1 || maxDeliveryAttempts > MAX_DELIVERY_ATTEMPTS) {
            throw new InvalidValue("maxDeliveryAttempts", maxDeliveryAttempts, "a whole number from 1 to 30");
        }
        Require.positive("eventTimeToLiveInMinutes", eventTimeToLiveSeconds);
        if (eventTimeToLiveSeconds > TIME_TO_LIVE_MINUTES * SECONDS_PER_MINUTE) {
            throw new InvalidValue(
                    "eventTimeToLiveInMinutes",
                    eventTimeToLiveSeconds / SECONDS_PER_MINUTE,
                    "at most 1440: Event Grid keeps no event longer than a day");
        }
        Require.zeroOrMore("attemptFailureSeconds", attemptFailureSeconds);
        Require.zeroOrMore("deadLetterOutageSeconds", deadLetterOutageSeconds);
        Require.share("nonRetriableShare", nonRetriableShare);
        Require.zeroOrMoreOrEndless("publisherRetryWindowSeconds", publisherRetryWindowSeconds);
        Require.zeroOrMore("delayedThresholdSeconds", delayedThresholdSeconds);
    }

    /** The standard policy, nothing that breaks, and no dead-letter destination. */
    public static EventGridFigures of(Load load) {
        return new EventGridFigures(
                load,
                List.of(),
                MAX_DELIVERY_ATTEMPTS,
                TIME_TO_LIVE_MINUTES * SECONDS_PER_MINUTE,
                0,
                false,
                0,
                0,
                0,
                Optional.empty(),
                PipelineFigures.DELAYED_THRESHOLD_SECONDS);
    }

    /** The same subscription when its endpoint is down at other times. */
    public EventGridFigures withOutages(List<Outage> outages) {
        return new EventGridFigures(
                load,
                outages,
                maxDeliveryAttempts,
                eventTimeToLiveSeconds,
                attemptFailureSeconds,
                deadLetterConfigured,
                deadLetterOutageSeconds,
                nonRetriableShare,
                publisherRetryWindowSeconds,
                regionOutage,
                delayedThresholdSeconds);
    }

    /** The same subscription with another retry policy. */
    public EventGridFigures withPolicy(int attempts, double timeToLiveSeconds) {
        return new EventGridFigures(
                load,
                subscriberOutages,
                attempts,
                timeToLiveSeconds,
                attemptFailureSeconds,
                deadLetterConfigured,
                deadLetterOutageSeconds,
                nonRetriableShare,
                publisherRetryWindowSeconds,
                regionOutage,
                delayedThresholdSeconds);
    }

    /** Seconds from the publication to each attempt that the policy allows, when all before it failed. */
    double[] allowedOffsets() {
        double[] offsets = DeliverySchedule.offsets();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] += i * attemptFailureSeconds;
        }
        return Arrays.stream(offsets)
                .filter(offset -> offset <= eventTimeToLiveSeconds)
                .limit(maxDeliveryAttempts)
                .toArray();
    }

    /** Whether what is given up is written somewhere. */
    boolean deadLetters() {
        return deadLetterConfigured && deadLetterOutageSeconds <= DeliverySchedule.DEAD_LETTER_PATIENCE_SECONDS;
    }

    /** A time in which the subscriber takes nothing. */
    public record Outage(double startSeconds, double durationSeconds) {
        public Outage {
            Require.zeroOrMore("startSeconds", startSeconds);
            Require.positive("durationSeconds", durationSeconds);
        }

        double endSeconds() {
            return startSeconds + durationSeconds;
        }
    }

    /**
     * The region is lost.
     *
     * @param failoverSeconds until publishing is possible again
     */
    public record RegionLoss(double startSeconds, double failoverSeconds) {
        public RegionLoss {
            Require.zeroOrMore("startSeconds", startSeconds);
            Require.zeroOrMore("failoverSeconds", failoverSeconds);
        }

        double endSeconds() {
            return startSeconds + failoverSeconds;
        }
    }
}
