package dev.spillway.config;

import dev.spillway.facts.GridKind;
import dev.spillway.facts.GridLimits;
import dev.spillway.model.GridNamespaceSpec;
import dev.spillway.model.GridNamespaceSpec.Concierge;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of one Event Grid namespace. */
final class GridNamespaceSection {
    private static final int MOST_TOPICS = 100;
    static final Keys KEYS = new Keys("eventGrid.namespaces.*");
    private static final GridSourceKeys COMMON = new GridSourceKeys(KEYS, "namespaceName");
    private static final Key<Integer> CAPACITY = KEYS.optional(
            "capacityUnits", NumberForm.whole("a number of throughput units", 1, GridLimits.NAMESPACE_UNITS));
    private static final Key<Concierge> CONCIERGE = KEYS.optional("concierge", ConciergeSection.FORM);
    private static final Key<Map<String, Answer<NamespaceTopicSection>>> TOPICS = KEYS.optional(
            "topics",
            new NamedForm<>("a mapping of topics", GridNames.SUBSCRIPTION, MOST_TOPICS, NamespaceTopicSection.FORM));
    private static final Key<MqttSection> MQTT = KEYS.optional("mqtt", MqttSection.FORM);

    static final Form<GridNamespaceSection> FORM = KEYS.as("a namespace", GridNamespaceSection::new);

    private final Fields fields;

    private GridNamespaceSection(Fields fields) {
        this.fields = fields;
    }

    /** @param topics names of the stack's Event Grid topics, which MQTT messages may be routed to */
    void check(String name, GridPlaces places, Answer<Set<String>> topics) {
        double most = (double) GridLimits.NAMESPACE_UNITS * GridLimits.EVENTS_PER_SECOND_AND_UNIT;
        COMMON.check(fields, GridKind.NAMESPACE, name, places, most);
        if (!COMMON.isPair(fields) && !fields.get(CONCIERGE).isAbsent()) {
            fields.report(CONCIERGE, "means nothing without geoDisasterRecovery: clientSide, leave it out");
        }
        fields.get(MQTT).held().ifPresent(mqtt -> mqtt.check(topics));
    }

    void checkPublishers(Publishers known) {
        COMMON.checkPublishers(fields, known);
    }

    /** Names of the stack's workloads that publish to it. */
    List<String> publishers() {
        return COMMON.publishingWorkloads(fields);
    }

    GridNamespaceSpec spec(String name) {
        return new GridNamespaceSpec(
                name,
                COMMON.azureName(fields),
                COMMON.load(fields),
                Optionals.ofInt(fields.get(CAPACITY)),
                COMMON.isPair(fields),
                COMMON.mode(fields),
                fields.get(CONCIERGE).held(),
                COMMON.network(fields),
                COMMON.watch(fields),
                COMMON.publishers(fields),
                topics(),
                fields.get(MQTT).held().map(MqttSection::spec));
    }

    private List<GridNamespaceSpec.NamespaceTopic> topics() {
        return fields.get(TOPICS).orGiven(Map.of()).value().entrySet().stream()
                .map(topic -> topic.getValue().value().spec(topic.getKey()))
                .toList();
    }
}
