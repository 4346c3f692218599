package dev.spillway.config;

import dev.spillway.facts.GridKind;
import dev.spillway.facts.GridLimits;
import dev.spillway.model.GridSourceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one Event Grid topic. */
final class GridTopicSection {
    static final Keys KEYS = new Keys("eventGrid.topics.*");
    private static final GridSourceKeys COMMON = new GridSourceKeys(KEYS, "topicName");
    private static final Key<Boolean> INPUT_SCHEMA = KEYS.optional("inputSchema", GridSchemaForm.FORM);
    private static final Key<Map<String, Answer<GridSubscriptionSection>>> SUBSCRIPTIONS =
            GridSourceKeys.subscriptions(KEYS, GridLimits.SUBSCRIPTIONS_PER_TOPIC);

    static final Form<GridTopicSection> FORM = KEYS.as("a topic", GridTopicSection::new);

    private final Fields fields;

    private GridTopicSection(Fields fields) {
        this.fields = fields;
    }

    void check(String name, GridPlaces places) {
        COMMON.check(fields, GridKind.TOPIC, name, places, GridSourceKeys.mostPerSecond());
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
                GridKind.TOPIC,
                name,
                fields.get(INPUT_SCHEMA).orGiven(true).value(),
                GridSourceKeys.specs(fields, SUBSCRIPTIONS),
                List.of(),
                Optional.empty());
    }
}
