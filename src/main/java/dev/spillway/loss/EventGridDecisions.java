package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says which limits cost Event Grid's events, and what each would have to be to cost none. */
final class EventGridDecisions {
    private static final double NOTHING_EVENTS = 1e-6;

    private EventGridDecisions() {}

    static List<LossForecast.Decision> of(
            EventGridFigures figures, double refusedByRegion, double refusedForGood, double outlived) {
        var decisions = new ArrayList<LossForecast.Decision>();
        if (refusedByRegion > NOTHING_EVENTS) {
            decisions.add(publisher(figures, refusedByRegion));
        }
        if (refusedForGood > NOTHING_EVENTS) {
            decisions.add(forGood(figures, refusedForGood));
        }
        if (outlived > NOTHING_EVENTS) {
            decisions.add(policy(figures, outlived));
        }
        if (decisions.isEmpty()) {
            decisions.add(new LossForecast.Decision(
                    LossForecast.Constraint.NONE,
                    0,
                    "Nothing is lost: every event finds the subscriber up at one of the allowed attempts."));
        }
        decisions.sort(
                Comparator.comparingDouble(LossForecast.Decision::lostEvents).reversed());
        return List.copyOf(decisions);
    }

    /** The smallest number of attempts after which none would outlive them, if all day is allowed; empty where none does. */
    static Optional<EventGridFigures> enough(EventGridFigures figures) {
        double[] offsets = figures.withPolicy(
                        EventGridFigures.MAX_DELIVERY_ATTEMPTS,
                        EventGridFigures.TIME_TO_LIVE_MINUTES * EventGridFigures.SECONDS_PER_MINUTE)
                .allowedOffsets();
        for (int attempts = 1; attempts <= offsets.length; attempts++) {
            double minutes = Math.max(1, Math.ceil(offsets[attempts - 1] / EventGridFigures.SECONDS_PER_MINUTE));
            var policy = figures.withPolicy(attempts, minutes * EventGridFigures.SECONDS_PER_MINUTE);
            if (EventGridModel.outlivedEvents(policy) <= NOTHING_EVENTS) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    private static LossForecast.Decision publisher(EventGridFigures figures, double events) {
        double failover = figures.regionOutage().orElseThrow().failoverSeconds();
        return new LossForecast.Decision(
                LossForecast.Constraint.PUBLISHER_WINDOW,
                events,
                Wording.sentence(
                        "%s events are refused while the region is down: the publisher goes on for %s s, and publishing is possible again after %s s. None would be with retries that last as long.",
                        Wording.number(events),
                        Wording.number(figures.publisherRetryWindowSeconds()),
                        Wording.number(failover)));
    }

    private static LossForecast.Decision forGood(EventGridFigures figures, double events) {
        return new LossForecast.Decision(
                LossForecast.Constraint.REFUSED_FOR_GOOD,
                figures.deadLetters() ? 0 : events,
                Wording.sentence(
                        "%s events are answered in a way that is not tried again (400, 401, 403, 413). %s",
                        Wording.number(events), kept(figures)));
    }

    private static LossForecast.Decision policy(EventGridFigures figures, double events) {
        double[] offsets = figures.allowedOffsets();
        double longest = Arrays.stream(figures.subscriberOutages().stream()
                        .mapToDouble(EventGridFigures.Outage::durationSeconds)
                        .toArray())
                .max()
                .orElse(0);
        String enough = enough(figures)
                .map(policy -> Wording.sentence(
                        "None would with %s attempts and a time to live of %s minutes.",
                        policy.maxDeliveryAttempts(),
                        Wording.number(policy.eventTimeToLiveSeconds() / EventGridFigures.SECONDS_PER_MINUTE)))
                .orElse("No retry policy reaches so far.");
        return new LossForecast.Decision(
                LossForecast.Constraint.DELIVERY_POLICY,
                figures.deadLetters() ? 0 : events,
                Wording.sentence(
                        "%s events outlive the last of %s attempts, %s s after their publication; the subscriber is down for up to %s s. %s %s",
                        Wording.number(events),
                        offsets.length,
                        Wording.number(offsets[offsets.length - 1]),
                        Wording.number(longest),
                        enough,
                        kept(figures)));
    }

    private static String kept(EventGridFigures figures) {
        if (figures.deadLetters()) {
            return "The dead-letter destination keeps them.";
        }
        return figures.deadLetterConfigured()
                ? "The dead-letter destination is down for too long to keep them."
                : "A dead-letter destination would keep them.";
    }
}
