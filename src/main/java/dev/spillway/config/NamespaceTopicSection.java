package dev.spillway.config;

import dev.spillway.facts.GridLimits;
import dev.spillway.model.GridNamespaceSpec.NamespaceTopic;
import java.time.Duration;
import java.util.Map;

/** The keys of one topic of an Event Grid namespace. */
final class NamespaceTopicSection {
    static final Keys KEYS = new Keys("eventGrid.namespaces.*.topics.*");
    private static final Key<Integer> RETENTION_DAYS = KEYS.optional(
            "retentionDays", NumberForm.whole("a number of days", 1, GridLimits.NAMESPACE_RETENTION_DAYS));
    private static final Key<Map<String, Answer<NamespaceSubscriptionSection>>> SUBSCRIPTIONS = KEYS.optional(
            "subscriptions",
            new NamedForm<>(
                    "a mapping of subscriptions",
                    GridNames.SUBSCRIPTION,
                    GridLimits.SUBSCRIPTIONS_PER_TOPIC,
                    NamespaceSubscriptionSection.FORM));

    static final Form<NamespaceTopicSection> FORM = KEYS.as("a topic", NamespaceTopicSection::new);

    private final Fields fields;

    private NamespaceTopicSection(Fields fields) {
        this.fields = fields;
        fields.get(RETENTION_DAYS)
                .orGiven(GridLimits.NAMESPACE_RETENTION_DAYS)
                .held()
                .map(Duration::ofDays)
                .ifPresent(kept -> fields.get(SUBSCRIPTIONS)
                        .held()
                        .ifPresent(all ->
                                all.values().forEach(answer -> answer.held().ifPresent(one -> one.checkWithin(kept)))));
    }

    NamespaceTopic spec(String name) {
        return new NamespaceTopic(
                name,
                Optionals.ofInt(fields.get(RETENTION_DAYS)),
                fields.get(SUBSCRIPTIONS).orGiven(Map.of()).value().entrySet().stream()
                        .map(one -> one.getValue().value().spec(one.getKey()))
                        .toList());
    }
}
