package dev.spillway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final List<TwinView> twins;

    GridTopology(ResourceGraph graph) {
        this.topics = Stream.of(
                        of(graph, ResourceKind.TOPIC).map(topic -> new TopicView(topic, TopicView.Kind.TOPIC)),
                        of(graph, ResourceKind.DOMAIN).map(topic -> new TopicView(topic, TopicView.Kind.DOMAIN)),
                        of(graph, ResourceKind.SYSTEM_TOPIC).map(topic -> new TopicView(topic, TopicView.Kind.SYSTEM)))
                .flatMap(kind -> kind)
                .sorted(Comparator.comparing(TopicView::urn))
                .toList();
        this.subscriptions = subscriptions(graph);
        this.twins = TwinView.in(graph);
    }

    /** Topics, domains and system topics, sorted by URN. */
    public List<TopicView> topics() {
        return topics;
    }

    public List<SubscriptionView> subscriptions() {
        return subscriptions;
    }

    /** Pairs of resources that were made from one description, sorted by URN. */
    public List<TwinView> twins() {
        return twins;
    }

    private List<SubscriptionView> subscriptions(ResourceGraph graph) {
        Map<TopicView.Kind, Join<TopicView>> byName = new EnumMap<>(TopicView.Kind.class);
        for (TopicView.Kind kind : TopicView.Kind.values()) {
            byName.put(
                    kind,
                    new Join<>(
                            topics.stream()
                                    .filter(topic -> topic.kind() == kind)
                                    .toList(),
                            TopicView::azureName));
        }
        List<SubscriptionView> all = new ArrayList<>();
        SOURCES.forEach((subscription, kind) -> of(graph, subscription)
                .forEach(resource -> all.add(new SubscriptionView(
                        resource,
                        Objects.requireNonNull(byName.get(kind))
                                .find(resource.text(kind.nameInput()), resource, kind.nameInput())))));
        all.sort(Comparator.comparing(SubscriptionView::urn));
        return List.copyOf(all);
    }

    private static Stream<ResourceView> of(ResourceGraph graph, ResourceKind wanted) {
        return graph.resources().stream()
                .filter(resource ->
                        ResourceKind.of(resource).filter(wanted::equals).isPresent());
    }
}
