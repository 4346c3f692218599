package dev.spillway.loss;

import java.util.List;

/**
 * What becomes of every event published to an Event Grid subscription. Volumes are events.
 *
 * @param deliveryAttempts attempts made in total
 * @param lastAttemptOffsetSeconds when the last allowed attempt is made, counted from the publication
 * @param attemptsWithinPolicy attempts that the policy allows
 * @param decidedBy what decides the loss, the largest first; one entry that says so where nothing is lost
 * @param assumptions full sentences, to be shown beside every number
 */
public record EventGridForecast(
        double offeredEvents,
        Outcomes outcomes,
        double deliveryAttempts,
        double lastAttemptOffsetSeconds,
        int attemptsWithinPolicy,
        LossForecast.DelaySeconds delaySeconds,
        List<LossForecast.Decision> decidedBy,
        List<String> assumptions) {
    private static final double PERCENT = 100;

    public EventGridForecast {
        decidedBy = List.copyOf(decidedBy);
        assumptions = List.copyOf(assumptions);
    }

    /** Offered events that no outcome accounts for; zero but for rounding. */
    public double conservationError() {
        return offeredEvents - outcomes.sum();
    }

    public double deliveredEvents() {
        return outcomes.deliveredOnTime + outcomes.delayed;
    }

    public double lostEvents() {
        return outcomes.lostAtProducer + outcomes.lostUndeliverable;
    }

    /** Lost events over offered ones, in percent; zero where nothing is offered. */
    public double lossPercent() {
        return offeredEvents == 0 ? 0 : PERCENT * lostEvents() / offeredEvents;
    }

    /** Every offered event ends in exactly one of these. */
    public record Outcomes(
            double deliveredOnTime,
            double delayed,
            double lostAtProducer,
            double deadLettered,
            double lostUndeliverable,
            double unavailableInRegion) {
        double sum() {
            return deliveredOnTime + delayed + lostAtProducer + deadLettered + lostUndeliverable + unavailableInRegion;
        }
    }
}
