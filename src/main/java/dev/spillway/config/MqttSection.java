package dev.spillway.config;

import dev.spillway.facts.GridLimits;
import dev.spillway.model.MqttSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of {@code mqtt}: the broker of a namespace. */
final class MqttSection {
    private static final String ALL = "$all";
    private static final int MOST = 1_000;
    private static final int MOST_TEMPLATES = 10;
    static final Keys KEYS = new Keys("eventGrid.namespaces.*.mqtt");
    private static final Key<Integer> SESSION_HOURS =
            KEYS.optional("sessionExpiryHours", NumberForm.whole("a time", 1, GridLimits.LONGEST_SESSION_HOURS));
    private static final Key<String> ROUTE_TOPIC = KEYS.optional("routeTopic", TextForm.of(GridNames.SOURCE));
    private static final Key<String> ROUTE_TOPIC_ID = KEYS.optional("routeTopicId", TextForm.of(GridNames.RESOURCE_ID));
    private static final Key<Map<String, Answer<MqttClientSection>>> CLIENTS = KEYS.optional(
            "clients", new NamedForm<>("a mapping of clients", GridNames.MQTT_NAME, MOST, MqttClientSection.FORM));
    private static final Key<Map<String, Answer<String>>> CERTIFICATES = KEYS.optional(
            "caCertificates",
            new NamedForm<>("a mapping of certificates", GridNames.MQTT_NAME, 2, TextForm.of(GridNames.PEM)));
    private static final Key<Map<String, Answer<String>>> GROUPS = KEYS.optional(
            "clientGroups",
            new NamedForm<>("a mapping of groups", GridNames.MQTT_NAME, 10, TextForm.of(GridNames.MQTT_TEXT)));
    private static final Key<Map<String, Answer<List<String>>>> SPACES = KEYS.optional(
            "topicSpaces",
            new NamedForm<>(
                    "a mapping of topic spaces",
                    GridNames.MQTT_NAME,
                    10,
                    GridSourceKeys.texts("templates", GridNames.MQTT_TEXT, MOST_TEMPLATES)));
    private static final Key<Map<String, Answer<MqttBindingSection>>> BINDINGS = KEYS.optional(
            "permissionBindings",
            new NamedForm<>("a mapping of bindings", GridNames.MQTT_NAME, 100, MqttBindingSection.FORM));

    static final Form<MqttSection> FORM = KEYS.as("a broker", MqttSection::new);

    private final Fields fields;

    private MqttSection(Fields fields) {
        this.fields = fields;
        if (!fields.get(ROUTE_TOPIC).isAbsent() && !fields.get(ROUTE_TOPIC_ID).isAbsent()) {
            fields.report(ROUTE_TOPIC_ID, "given beside routeTopic, keep one");
        }
        checkBindings();
    }

    private void checkBindings() {
        var groups = fields.get(GROUPS).orGiven(Map.of()).held().map(Map::keySet);
        var spaces = fields.get(SPACES).orGiven(Map.of()).held().map(Map::keySet);
        fields.get(BINDINGS)
                .held()
                .ifPresent(all -> all.values()
                        .forEach(answer -> answer.held().ifPresent(binding -> {
                            groups.ifPresent(known -> binding.checkGroup(Stream.concat(Stream.of(ALL), known.stream())
                                    .toList()));
                            spaces.ifPresent(known -> binding.checkSpace(List.copyOf(known)));
                        })));
    }

    void check(Answer<Set<String>> topics) {
        if (topics.isWrong()) {
            return;
        }
        fields.get(ROUTE_TOPIC)
                .held()
                .filter(topic -> !topics.value().contains(topic))
                .ifPresent(topic -> fields.report(
                        ROUTE_TOPIC,
                        topic + " is not declared under eventGrid.topics, give "
                                + (topics.value().isEmpty()
                                        ? "a topic that is declared there"
                                        : Listing.or(List.copyOf(topics.value())))));
    }

    MqttSpec spec() {
        return new MqttSpec(
                Optionals.ofInt(fields.get(SESSION_HOURS)),
                fields.get(ROUTE_TOPIC).held(),
                fields.get(ROUTE_TOPIC_ID).held(),
                fields.get(CLIENTS).orGiven(Map.of()).value().entrySet().stream()
                        .map(client -> client.getValue().value().spec(client.getKey()))
                        .toList(),
                values(CERTIFICATES),
                values(GROUPS),
                values(SPACES),
                fields.get(BINDINGS).orGiven(Map.of()).value().entrySet().stream()
                        .map(binding -> binding.getValue().value().spec(binding.getKey()))
                        .toList());
    }

    private <T> Map<String, T> values(Key<Map<String, Answer<T>>> key) {
        Map<String, T> values = new LinkedHashMap<>();
        fields.get(key).orGiven(Map.of()).value().forEach((name, answer) -> values.put(name, answer.value()));
        return values;
    }
}
