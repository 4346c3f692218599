package dev.spillway.loss;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What becomes of every offered event, and why. Volumes are events, times seconds from the beginning of the run.
 *
 * @param throttledThenRecovered events that waited at the broker's door for more than 1 ms and were accepted in the end
 * @param throttleSeconds time during which some event was waiting at the door or refused
 * @param reportedLost events whose sending the application is told has failed; some of them may be stored all the same
 * @param retryDuplicates events stored although their client repeats them or was told they are lost; never part of a sum
 * @param firstLossAtSeconds when the first loss happens; a retry is given up later than its event was offered
 * @param retryWindowSeconds the simulated window, the shortest where there are several senders
 * @param range what may be lost, from the best to the worst reading of the client
 * @param band over what the platform does not publish; present where it was asked for
 * @param burst the part of the load above its lowest rate
 * @param decidedBy what decides the loss, the largest first; one entry that says so where nothing is lost
 * @param assumptions full sentences, to be shown beside every number
 * @param timeline the state at the changes, thinned to a few hundred points
 */
public record LossForecast(
        double offeredEvents,
        Outcomes outcomes,
        LossCauses lossCauses,
        double throttledThenRecovered,
        double throttleSeconds,
        double reportedLost,
        double retryDuplicates,
        DuplicateCauses duplicateCauses,
        DelaySeconds delaySeconds,
        OptionalDouble firstLossAtSeconds,
        OptionalDouble lastLossAtSeconds,
        double retryWindowSeconds,
        Peaks peaks,
        List<InflateStep> autoInflate,
        List<ScalingStep> producerScaling,
        List<ScalingStep> consumerScaling,
        double endOfRunSeconds,
        List<SenderLoss> senders,
        Range range,
        Burst burst,
        Optional<Band> band,
        List<Decision> decidedBy,
        List<String> assumptions,
        List<TimelinePoint> timeline) {
    private static final double PERCENT = 100;

    public LossForecast {
        autoInflate = List.copyOf(autoInflate);
        producerScaling = List.copyOf(producerScaling);
        consumerScaling = List.copyOf(consumerScaling);
        senders = List.copyOf(senders);
        decidedBy = List.copyOf(decidedBy);
        assumptions = List.copyOf(assumptions);
        timeline = List.copyOf(timeline);
    }

    /** Offered events that no outcome accounts for; zero but for rounding. */
    public double conservationError() {
        return offeredEvents - outcomes.sum();
    }

    public double deliveredEvents() {
        return outcomes.deliveredOnTime + outcomes.delayed;
    }

    public double lostEvents() {
        return outcomes.lostAtProducer + outcomes.lostByRetention;
    }

    /** Lost events over offered ones, in percent; zero where nothing is offered. */
    public double lossPercent() {
        return offeredEvents == 0 ? 0 : PERCENT * lostEvents() / offeredEvents;
    }

    /** Extra deliveries in the worst case; never part of the sum of outcomes. */
    public double duplicatesUpperBound() {
        return duplicateCauses.handover + duplicateCauses.shutdown + duplicateCauses.dualPublish;
    }

    /** Every offered event ends in exactly one of these. */
    public record Outcomes(
            double deliveredOnTime,
            double delayed,
            double lostAtProducer,
            double lostByRetention,
            double recoverableFromCapture,
            double unavailableInRegion,
            double inFlightAtEnd) {
        double sum() {
            return deliveredOnTime
                    + delayed
                    + lostAtProducer
                    + lostByRetention
                    + recoverableFromCapture
                    + unavailableInRegion
                    + inFlightAtEnd;
        }
    }

    /** The losses by their cause, in events. */
    public record LossCauses(
            double producerPodOverload,
            double retryWindowExceeded,
            double producerBufferOverflow,
            double retentionExceeded) {}

    /** Where extra deliveries may come from, in events. */
    public record DuplicateCauses(double handover, double shutdown, double dualPublish) {}

    /** Delay of delivered events from the first offer, exact. */
    public record DelaySeconds(double p50, double p99, double maximum, double mean) {}

    /** The largest values seen; backlogs are events, pods are counted from the decision on, empty where there are none. */
    public record Peaks(
            double producerTierBacklog,
            double producerRetryBacklog,
            double partitionLogBacklog,
            int throughputUnits,
            OptionalInt producerPods,
            OptionalInt consumerPods) {}

    /** Units added by auto-inflate. */
    public record InflateStep(double atSeconds, int fromThroughputUnits, int toThroughputUnits) {}

    /** A change of the replicas that an autoscaler wants. */
    public record ScalingStep(double atSeconds, int fromReplicas, int toReplicas) {}

    /** The share of one sender. */
    public record SenderLoss(String name, double offeredEvents, double lostEvents) {}

    /** Lost events if the client does its best, as computed, and if retries help nobody. */
    public record Range(double low, double best, double high) {}

    /**
     * The burst: all time during which the load is above its lowest rate.
     *
     * @param lostPercentOfBurst all lost events over the events of the burst
     */
    public record Burst(
            double baselineEventsPerSecond, double durationSeconds, double offeredEvents, double lostPercentOfBurst) {}

    /** What decides how much is lost, as a sentence that also says what would be enough. */
    public record Decision(Constraint constraint, double lostEvents, String text) {}

    /** The limits that can cost events. */
    public enum Constraint {
        RETRY_WINDOW("retryWindow"),
        ONE_SEND_AT_A_TIME("oneSendAtATime"),
        SENDER_BUFFER("senderBuffer"),
        SENDER_POD_QUEUE("senderPodQueue"),
        RETENTION("retention"),
        PUBLISHER_WINDOW("publisherWindow"),
        DELIVERY_POLICY("deliveryPolicy"),
        REFUSED_FOR_GOOD("nonRetriable"),
        NONE("none");

        private final String key;

        Constraint(String key) {
            this.key = key;
        }

        /** The name in reports. */
        public String key() {
            return key;
        }
    }

    /**
     * The state from one change on; rates hold until the next point, and volumes run along straight lines.
     *
     * @param waitingEvents before the broker: in sender pods and at the door
     * @param lostEventsSoFar before the broker
     * @param readyPods of the senders
     * @param unreadEvents accepted and waiting in the partitions' logs
     * @param readyConsumers pods that read
     */
    public record TimelinePoint(
            double atSeconds,
            double offeredPerSecond,
            double admittedPerSecond,
            double capacityPerSecond,
            double waitingEvents,
            double lostEventsSoFar,
            int readyPods,
            int throughputUnits,
            double readPerSecond,
            double unreadEvents,
            int readyConsumers) {}
}
