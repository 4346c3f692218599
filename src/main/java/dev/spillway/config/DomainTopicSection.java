package dev.spillway.config;

import dev.spillway.facts.GridLimits;
import dev.spillway.model.GridSubscriptionSpec;
import java.util.List;
import java.util.Map;

/** The keys of one topic of an Event Grid domain. */
final class DomainTopicSection {
    static final Keys KEYS = new Keys("eventGrid.domains.*.topics.*");
    private static final Key<Map<String, Answer<GridSubscriptionSection>>> SUBSCRIPTIONS =
            GridSourceKeys.subscriptions(KEYS, GridLimits.SUBSCRIPTIONS_PER_TOPIC);

    static final Form<DomainTopicSection> FORM = KEYS.as("a topic of a domain", DomainTopicSection::new);

    private final Fields fields;

    private DomainTopicSection(Fields fields) {
        this.fields = fields;
    }

    List<GridSubscriptionSpec> subscriptions() {
        return GridSourceKeys.specs(fields, SUBSCRIPTIONS);
    }
}
