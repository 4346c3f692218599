package dev.spillway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way of events through Event Grid: topics of every kind and what subscribes to them. */
public final class GridTopology {
    private static final Map<ResourceKind, TopicView.Kind> SOURCES = new EnumMap<>(Map.of(
            ResourceKind.TOPIC_SUBSCRIPTION, TopicView.Kind.TOPIC,
            ResourceKind.DOMAIN_SUBSCRIPTION, TopicView.Kind.DOMAIN,
            ResourceKind.DOMAIN_TOPIC_SUBSCRIPTION, TopicView.Kind.DOMAIN,
            ResourceKind.SYSTEM_TOPIC_SUBSCRIPTION, TopicView.Kind.SYSTEM));

    private final List<TopicView> topics;
    private final List<SubscriptionView> subscriptions;
    private final List<GridNamespaceView> namespaces;
    private final List<NamespaceTopicView> namespaceTopics;
    private final List<QueueSubscriptionView> queueSubscriptions;
    private final Map<String, List<SubscriptionView>> byTopic = new HashMap<>();
    private final List<Gap> strays;
    private final Map<TopicView.Kind, List<TopicView>> byKind;
    private final Map<TopicView.Kind, TopicTwins> topicTwins = new EnumMap<>(TopicView.Kind.class);
    private final NamespaceTwins namespaceTwins;
    private final List<TwinView> twins;

    GridTopology(ResourceGraph graph) {
        this.topics = topics(graph);
        this.byKind = topics.stream().collect(Collectors.groupingBy(TopicView::kind));
        this.subscriptions = subscriptions(graph);
        this.namespaces = graph.of(ResourceKind.GRID_NAMESPACE)
                .map(GridNamespaceView::new)
                .toList();
        var namespaceByName = new Join<>(namespaces, GridNamespaceView::azureName);
        this.namespaceTopics = graph.of(ResourceKind.GRID_NAMESPACE_TOPIC)
                .map(topic -> new NamespaceTopicView(
                        topic, namespaceByName.find(topic.text("namespaceName"), topic, "namespaceName")))
                .toList();
        var topicByReference = new Join<>(namespaceTopics, NamespaceTopicView::reference);
        this.queueSubscriptions = graph.of(ResourceKind.GRID_NAMESPACE_SUBSCRIPTION)
                .map(queue ->
                        new QueueSubscriptionView(queue, topicByReference.find(reference(queue), queue, "topicName")))
                .toList();
        subscriptions.forEach(this::file);
        this.strays = subscriptions.stream()
                .filter(subscription -> subscription.topic().isUnknown())
                .flatMap(subscription -> Gap.in(subscription, subscription.topic()).stream())
                .toList();
        for (TopicView.Kind kind : TopicView.Kind.values()) {
            topicTwins.put(kind, new TopicTwins(topics(kind), byTopic, strays));
        }
        this.namespaceTwins = new NamespaceTwins(namespaces, namespaceTopics);
        this.twins = TwinView.in(graph);
    }

    /** Topics, domains and system topics, sorted by URN. */
    public List<TopicView> topics() {
        return topics;
    }

    /** Those of one kind. */
    public List<TopicView> topics(TopicView.Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    public List<SubscriptionView> subscriptions() {
        return subscriptions;
    }

    /** Pairs of resources that were made from one description, sorted by URN. */
    public List<TwinView> twins() {
        return twins;
    }

    public List<GridNamespaceView> namespaces() {
        return namespaces;
    }

    public List<NamespaceTopicView> namespaceTopics() {
        return namespaceTopics;
    }

    public List<QueueSubscriptionView> queueSubscriptions() {
        return queueSubscriptions;
    }

    /** Those that certainly subscribe to a topic. */
    public List<SubscriptionView> subscriptions(TopicView topic) {
        return byTopic.getOrDefault(topic.urn(), List.of());
    }

    /** Whether anything subscribes to a topic. */
    public Search subscriber(TopicView topic) {
        return subscriptions(topic).isEmpty() ? Search.unknown(strays) : Search.FOUND;
    }

    /** Whether another topic of the kind, in another region, serves the same subscriptions or the same component. */
    public Search twin(TopicView topic) {
        return Objects.requireNonNull(topicTwins.get(topic.kind())).of(topic);
    }

    /** Whether another namespace elsewhere has topics of the same names. */
    public Search twin(GridNamespaceView namespace) {
        return namespaceTwins.of(namespace);
    }

    private void file(SubscriptionView subscription) {
        if (subscription.topic().isKnown()) {
            byTopic.computeIfAbsent(subscription.topic().value().urn(), urn -> new ArrayList<>())
                    .add(subscription);
        }
    }

    private static Fact<String> reference(ResourceView queue) {
        return Fact.both(queue.text("namespaceName"), queue.text("topicName"), (outer, inner) -> outer + "/" + inner);
    }

    private static List<TopicView> topics(ResourceGraph graph) {
        return Stream.of(
                        graph.of(ResourceKind.TOPIC).map(topic -> new TopicView(topic, TopicView.Kind.TOPIC)),
                        graph.of(ResourceKind.DOMAIN).map(topic -> new TopicView(topic, TopicView.Kind.DOMAIN)),
                        graph.of(ResourceKind.SYSTEM_TOPIC).map(topic -> new TopicView(topic, TopicView.Kind.SYSTEM)))
                .flatMap(kind -> kind)
                .sorted(Comparator.comparing(TopicView::urn))
                .toList();
    }

    private List<SubscriptionView> subscriptions(ResourceGraph graph) {
        Map<TopicView.Kind, Join<TopicView>> byName = new EnumMap<>(TopicView.Kind.class);
        for (TopicView.Kind kind : TopicView.Kind.values()) {
            byName.put(kind, new Join<>(topics(kind), TopicView::azureName));
        }
        List<SubscriptionView> all = new ArrayList<>();
        SOURCES.forEach((subscription, kind) -> graph.of(subscription)
                .forEach(resource -> all.add(new SubscriptionView(resource, named(byName, kind, resource)))));
        var anyTopic = new Join<>(
                topics, topic -> topic.azureName().map(name -> topic.kind().armType() + "/" + name));
        graph.of(ResourceKind.SUBSCRIPTION)
                .forEach(resource -> all.add(new SubscriptionView(resource, scoped(anyTopic, resource))));
        all.sort(Comparator.comparing(SubscriptionView::urn));
        return List.copyOf(all);
    }

    private static Fact<TopicView> named(
            Map<TopicView.Kind, Join<TopicView>> byName, TopicView.Kind kind, ResourceView subscription) {
        String input = kind.nameInput();
        return Objects.requireNonNull(byName.get(kind)).find(subscription.text(input), subscription, input);
    }

    /** A scope that is no topic at all, such as a storage account, has its own hidden system topic. */
    private static Fact<TopicView> scoped(Join<TopicView> anyTopic, ResourceView subscription) {
        Fact<String> scope = subscription.text("scope");
        Fact<String> name = scope.then(text -> ArmId.parse(text)
                .flatMap(id -> Stream.of(TopicView.Kind.values())
                        .flatMap(kind -> id.name(kind.armType()).map(own -> kind.armType() + "/" + own).stream())
                        .findFirst())
                .map(own -> Fact.known("scope", own))
                .orElseGet(() -> Fact.absent("scope")));
        return anyTopic.find(name, subscription, "scope");
    }
}
