package dev.spillway.config;

import dev.spillway.model.EventGridSpec;
import dev.spillway.model.GridNamespaceSpec;
import dev.spillway.model.GridSourceSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The keys of {@code eventGrid}. */
final class EventGridSection {
    private static final int MOST = 100;
    static final Keys KEYS = new Keys("eventGrid");
    private static final Key<Map<String, Answer<GridTopicSection>>> TOPICS = KEYS.optional(
            "topics", new NamedForm<>("a mapping of topics", GridNames.SOURCE, MOST, GridTopicSection.FORM));
    private static final Key<Map<String, Answer<GridDomainSection>>> DOMAINS = KEYS.optional(
            "domains", new NamedForm<>("a mapping of domains", GridNames.SOURCE, MOST, GridDomainSection.FORM));
    private static final Key<Map<String, Answer<SystemTopicSection>>> SYSTEM_TOPICS = KEYS.optional(
            "systemTopics",
            new NamedForm<>("a mapping of system topics", GridNames.SOURCE, MOST, SystemTopicSection.FORM));
    private static final Key<Map<String, Answer<GridNamespaceSection>>> NAMESPACES = KEYS.optional(
            "namespaces",
            new NamedForm<>("a mapping of namespaces", GridNames.SOURCE, MOST, GridNamespaceSection.FORM));

    static final Form<EventGridSection> FORM = KEYS.as("a mapping of Event Grid resources", EventGridSection::new);

    private final Fields fields;

    private EventGridSection(Fields fields) {
        this.fields = fields;
        checkNames();
    }

    /** Each becomes a component of its name, so that no two kinds may share one. */
    private void checkNames() {
        Set<String> met = new LinkedHashSet<>();
        for (Key<?> kind : List.of(TOPICS, DOMAINS, SYSTEM_TOPICS, NAMESPACES)) {
            fields.get(kind)
                    .held()
                    .filter(Map.class::isInstance)
                    .ifPresent(all -> ((Map<?, ?>) all).keySet().forEach(name -> {
                        if (!met.add(String.valueOf(name))) {
                            fields.report(kind, name + " is given for two kinds, give each a name of its own");
                        }
                    }));
        }
    }

    /** What the places say about the resources in them. */
    void check(Answer<String> stack, Answer<String> location, Answer<String> secondary) {
        GridPlaces places = new GridPlaces(stack, location, secondary);
        named(TOPICS).forEach((name, topic) -> topic.check(name, places));
        named(DOMAINS).forEach((name, domain) -> domain.check(name, places));
        named(SYSTEM_TOPICS).forEach((name, topic) -> topic.check(name, places));
        named(NAMESPACES).forEach((name, namespace) -> namespace.check(name, places, topicNames()));
    }

    /** What the workloads of the stack say about who publishes. */
    void checkPublishers(Publishers known) {
        named(TOPICS).values().forEach(topic -> topic.checkPublishers(known));
        named(DOMAINS).values().forEach(domain -> domain.checkPublishers(known));
        named(NAMESPACES).values().forEach(namespace -> namespace.checkPublishers(known));
    }

    private Map<String, List<String>> publishers() {
        Map<String, List<String>> publishers = new TreeMap<>();
        named(TOPICS).forEach((name, topic) -> publishers.put(name, topic.publishers()));
        named(DOMAINS).forEach((name, domain) -> publishers.put(name, domain.publishers()));
        named(NAMESPACES).forEach((name, namespace) -> publishers.put(name, namespace.publishers()));
        return publishers;
    }

    private Answer<Set<String>> topicNames() {
        Answer<Map<String, Answer<GridTopicSection>>> topics = fields.get(TOPICS);
        return topics.isWrong()
                ? Answer.wrong()
                : Answer.held(topics.held().orElse(Map.of()).keySet(), Place.NONE);
    }

    private <T> Map<String, T> named(Key<Map<String, Answer<T>>> key) {
        Map<String, T> held = new java.util.LinkedHashMap<>();
        fields.get(key)
                .held()
                .ifPresent(all ->
                        all.forEach((name, answer) -> answer.held().ifPresent(section -> held.put(name, section))));
        return held;
    }

    /** The whole section; asked for only when the file has no problem. */
    static EventGridSpec spec(Answer<EventGridSection> section) {
        return section.held().map(EventGridSection::spec).orElse(EventGridSpec.NONE);
    }

    private EventGridSpec spec() {
        List<GridSourceSpec> sources = new ArrayList<>();
        named(TOPICS).forEach((name, topic) -> sources.add(topic.spec(name)));
        named(DOMAINS).forEach((name, domain) -> sources.add(domain.spec(name)));
        named(SYSTEM_TOPICS).forEach((name, topic) -> sources.add(topic.spec(name)));
        List<GridNamespaceSpec> namespaces = new ArrayList<>();
        named(NAMESPACES).forEach((name, namespace) -> namespaces.add(namespace.spec(name)));
        return new EventGridSpec(sources, namespaces, publishers());
    }
}
