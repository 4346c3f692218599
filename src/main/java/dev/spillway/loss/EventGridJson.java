package dev.spillway.loss;

import java.util.Optional;
import java.util.Set;

/** Reads the Event Grid part of a scenario. */
final class EventGridJson {
    static final Set<String> EVENT_GRID = Set.of(
            "load",
            "subscriberOutages",
            "maxDeliveryAttempts",
            "eventTimeToLiveInMinutes",
            "attemptFailureSeconds",
            "deadLetterConfigured",
            "deadLetterOutageSeconds",
            "nonRetriableShare",
            "publisherRetryWindowSeconds",
            "regionOutage");

    private static final Set<String> OUTAGE = Set.of("startSeconds", "durationSeconds");
    private static final Set<String> REGION = Set.of("startSeconds", "failoverSeconds");

    private EventGridJson() {}

    static Optional<EventGridFigures> read(
            ScenarioFields fields, double delayedThresholdSeconds, LoadJson.Metrics metrics) {
        var load = fields.requiredChild("load", LoadJson.LOAD).flatMap(given -> LoadJson.load(given, metrics));
        var outages = fields.items("subscriberOutages").stream()
                .flatMap(item -> outage(item.fields(OUTAGE)).stream())
                .toList();
        var region = fields.child("regionOutage", REGION).flatMap(EventGridJson::region);
        return fields.build(() -> new EventGridFigures(
                load.orElseThrow(),
                outages,
                fields.whole("maxDeliveryAttempts", EventGridFigures.MAX_DELIVERY_ATTEMPTS),
                fields.number("eventTimeToLiveInMinutes", EventGridFigures.TIME_TO_LIVE_MINUTES)
                        * EventGridFigures.SECONDS_PER_MINUTE,
                fields.number("attemptFailureSeconds", 0),
                fields.flag("deadLetterConfigured"),
                fields.number("deadLetterOutageSeconds", 0),
                fields.number("nonRetriableShare", 0),
                fields.number("publisherRetryWindowSeconds", 0),
                region,
                delayedThresholdSeconds));
    }

    private static Optional<EventGridFigures.Outage> outage(ScenarioFields fields) {
        return fields.build(
                () -> new EventGridFigures.Outage(fields.number("startSeconds"), fields.number("durationSeconds")));
    }

    private static Optional<EventGridFigures.RegionLoss> region(ScenarioFields fields) {
        return fields.build(
                () -> new EventGridFigures.RegionLoss(fields.number("startSeconds"), fields.number("failoverSeconds")));
    }
}
