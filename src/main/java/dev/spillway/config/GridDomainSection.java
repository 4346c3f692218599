package dev.spillway.config;

import dev.spillway.facts.GridKind;
import dev.spillway.facts.GridLimits;
import dev.spillway.model.GridSourceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one Event Grid domain. */
final class GridDomainSection {
    private static final int MOST_TOPICS = 1_000;
    static final Keys KEYS = new Keys("eventGrid.domains.*");
    private static final GridSourceKeys COMMON = new GridSourceKeys(KEYS, "domainName");
    private static final Key<Boolean> INPUT_SCHEMA = KEYS.optional("inputSchema", GridSchemaForm.FORM);
    private static final Key<Map<String, Answer<GridSubscriptionSection>>> SUBSCRIPTIONS =
            GridSourceKeys.subscriptions(KEYS, GridLimits.SUBSCRIPTIONS_OF_A_DOMAIN);
    private static final Key<Map<String, Answer<DomainTopicSection>>> TOPICS = KEYS.optional(
            "topics",
            new NamedForm<>(
                    "a mapping of the domain's topics", GridNames.DOMAIN_TOPIC, MOST_TOPICS, DomainTopicSection.FORM));

    static final Form<GridDomainSection> FORM = KEYS.as("a domain", GridDomainSection::new);

    private final Fields fields;

    private GridDomainSection(Fields fields) {
        this.fields = fields;
    }

    void check(String name, GridPlaces places) {
        COMMON.check(fields, GridKind.DOMAIN, name, places, GridSourceKeys.mostPerSecond());
    }

    void checkPublishers(Publishers known) {
        COMMON.checkPublishers(fields, known);
    }

    /** Names of the stack's workloads that publish to it. */
    List<String> publishers() {
        return COMMON.publishingWorkloads(fields);
    }

    GridSourceSpec spec(String name) {
        return COMMON.spec(
                fields,
                GridKind.DOMAIN,
                name,
                fields.get(INPUT_SCHEMA).orGiven(true).value(),
                GridSourceKeys.specs(fields, SUBSCRIPTIONS),
                fields.get(TOPICS).orGiven(Map.of()).value().entrySet().stream()
                        .map(topic -> new GridSourceSpec.DomainTopic(
                                topic.getKey(), topic.getValue().value().subscriptions()))
                        .toList(),
                Optional.empty());
    }
}
