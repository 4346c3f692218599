package dev.spillway.config;

import dev.spillway.facts.GridKind;
import dev.spillway.facts.GridLimits;
import dev.spillway.model.GridSourceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one system topic, which tells of what happens to a resource of Azure. */
final class SystemTopicSection {
    static final Keys KEYS = new Keys("eventGrid.systemTopics.*");
    private static final GridSourceKeys COMMON = new GridSourceKeys(KEYS, "systemTopicName", false);
    private static final Key<String> SOURCE = KEYS.required("sourceId", TextForm.of(GridNames.RESOURCE_ID));
    private static final Key<String> TOPIC_TYPE = KEYS.required("topicType", TextForm.of(GridNames.TOPIC_TYPE));
    private static final Key<String> LOCATION = KEYS.optional("location", TextForm.of(GridNames.SYSTEM_LOCATION));
    private static final Key<Map<String, Answer<GridSubscriptionSection>>> SUBSCRIPTIONS =
            GridSourceKeys.subscriptions(KEYS, GridLimits.SUBSCRIPTIONS_PER_TOPIC);

    static final Form<SystemTopicSection> FORM = KEYS.as("a system topic", SystemTopicSection::new);

    private final Fields fields;

    private SystemTopicSection(Fields fields) {
        this.fields = fields;
    }

    void check(String name, GridPlaces places) {
        COMMON.check(fields, GridKind.SYSTEM_TOPIC, name, places, GridSourceKeys.mostPerSecond());
    }

    GridSourceSpec spec(String name) {
        return COMMON.spec(
                fields,
                GridKind.SYSTEM_TOPIC,
                name,
                true,
                GridSourceKeys.specs(fields, SUBSCRIPTIONS),
                List.of(),
                Optional.of(new GridSourceSpec.SystemSource(
                        fields.get(SOURCE).value(),
                        fields.get(TOPIC_TYPE).value(),
                        fields.get(LOCATION).held())));
    }
}
