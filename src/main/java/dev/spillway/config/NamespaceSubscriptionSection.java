package dev.spillway.config;

import dev.spillway.facts.GridDestination;
import dev.spillway.facts.GridLimits;
import dev.spillway.model.DeadLetterSpec;
import dev.spillway.model.GridNamespaceSpec.NamespaceSubscription;
import java.time.Duration;
import java.util.List;

/** The keys of one subscription of a namespace's topic: events are pulled out of a queue, or pushed. */
final class NamespaceSubscriptionSection {
    private static final int MOST_TYPES = 25;
    private static final int MINUTES_PER_DAY = 1_440;
    static final Keys KEYS = new Keys("eventGrid.namespaces.*.topics.*.subscriptions.*");
    private static final Key<Boolean> PUSHES = KEYS.optional(
            "deliveryMode",
            ChoiceForm.of("a way to deliver", NamespaceSubscriptionSection::word, List.of(false, true)));
    private static final Key<GridDestinationSection> DESTINATION =
            KEYS.optional("destination", GridDestinationSection.FORM);
    private static final Key<Integer> DELIVERIES = KEYS.optional(
            "maxDeliveryCount", NumberForm.whole("a number of deliveries", 1, GridLimits.QUEUE_DELIVERIES));
    private static final Key<Integer> LOCK = KEYS.optional(
            "receiveLockSeconds",
            NumberForm.whole(
                    "a time", GridLimits.SHORTEST_RECEIVE_LOCK_SECONDS, GridLimits.LONGEST_RECEIVE_LOCK_SECONDS));
    private static final Key<Duration> TIME_TO_LIVE = KEYS.optional(
            "eventTimeToLiveMinutes",
            NumberForm.wholeMinutes("a time", 1, GridLimits.NAMESPACE_RETENTION_DAYS * MINUTES_PER_DAY));
    private static final Key<List<String>> EVENT_TYPES =
            KEYS.optional("includedEventTypes", GridSourceKeys.texts("event types", GridNames.EVENT_TYPE, MOST_TYPES));
    private static final Key<DeadLetterSpec> DEAD_LETTER = KEYS.optional("deadLetter", DeadLetterSection.FORM);

    static final Form<NamespaceSubscriptionSection> FORM = KEYS.as("a subscription", NamespaceSubscriptionSection::new);

    private final Fields fields;

    private NamespaceSubscriptionSection(Fields fields) {
        this.fields = fields;
        boolean pushes = fields.get(PUSHES).holds(push -> push);
        boolean isQueue = fields.get(PUSHES).isAbsent() || fields.get(PUSHES).holds(push -> !push);
        if (pushes && fields.get(DESTINATION).isAbsent()) {
            fields.report(DESTINATION, "missing, give where events are pushed to");
        }
        if (isQueue && !fields.get(DESTINATION).isAbsent()) {
            fields.report(DESTINATION, "belongs to deliveryMode push, leave it out");
        }
        if (pushes && !fields.get(LOCK).isAbsent()) {
            fields.report(LOCK, "belongs to deliveryMode queue, leave it out");
        }
        fields.get(DESTINATION).held().flatMap(GridDestinationSection::type).ifPresent(type -> {
            if (type != GridDestination.EVENT_HUB && type != GridDestination.WEB_HOOK) {
                fields.report(DESTINATION, "a namespace does not push to " + type.key() + ", give eventHub or webHook");
            }
        });
    }

    private static String word(boolean pushes) {
        return pushes ? "push" : "queue";
    }

    /** An event that its topic has forgotten cannot be delivered any more. */
    void checkWithin(Duration kept) {
        if (fields.get(TIME_TO_LIVE).holds(time -> time.compareTo(kept) > 0)) {
            fields.report(
                    TIME_TO_LIVE,
                    "longer than the " + kept.toMinutes() + " minutes that the topic keeps events, give at most "
                            + kept.toMinutes());
        }
    }

    NamespaceSubscription spec(String name) {
        return new NamespaceSubscription(
                name,
                fields.get(DESTINATION).held().map(GridDestinationSection::spec),
                Optionals.ofInt(fields.get(DELIVERIES)),
                Optionals.ofInt(fields.get(LOCK)),
                fields.get(TIME_TO_LIVE).held(),
                fields.get(EVENT_TYPES).orGiven(List.of()).value(),
                fields.get(DEAD_LETTER).held());
    }
}
