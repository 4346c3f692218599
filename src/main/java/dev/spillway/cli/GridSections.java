package dev.spillway.cli;

import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a subscription of Event Grid stands in a {@code stack.yaml}. */
final class GridSections {
    static final String TOP = "eventGrid";

    /** Inputs of a subscription by the keys that they are given with. */
    static final Map<String, String> KEYS = Map.of(
            "retryPolicy.eventTimeToLiveInMinutes", "eventTimeToLiveMinutes",
            "retryPolicy.maxDeliveryAttempts", "maxDeliveryAttempts");

    private static final Map<String, String> KINDS = Map.of(
            "EventGridTopic", "topics",
            "EventGridDomain", "domains",
            "EventGridSystemTopic", "systemTopics");

    private GridSections() {}

    /** Empty where the file has no say in it. */
    static Optional<List<String>> of(ResourceView subscription) {
        String parent = subscription.parent();
        String types = parent.substring(0, parent.lastIndexOf("::"));
        String kind = KINDS.get(types.substring(types.lastIndexOf(':') + 1));
        Optional<String> name = subscription.text("eventSubscriptionName").whenKnown();
        if (kind == null || name.isEmpty()) {
            return Optional.empty();
        }
        List<String> section = new ArrayList<>(List.of(TOP, kind, described(types, parent)));
        subscription
                .text("topicName")
                .whenKnown()
                .filter(topic -> kind.equals("domains"))
                .ifPresent(topic -> section.addAll(List.of("topics", topic)));
        section.addAll(List.of("subscriptions", name.get()));
        return Optional.of(section);
    }

    /** Both halves of a pair are one description. */
    private static String described(String types, String parent) {
        String component = parent.substring(parent.lastIndexOf("::") + 2);
        return types.contains("EventGridFailoverPair")
                ? component.replaceFirst("-(primary|secondary)$", "")
                : component;
    }
}
