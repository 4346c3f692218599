package dev.spillway.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which topics of one kind stand in for each other in two regions: those of one component, or with subscriptions of one name. */
final class TopicTwins {
    private final RegionIndex<TopicView> places = new RegionIndex<>(TopicView::location);
    private final RegionIndex<TopicView> alike = new RegionIndex<>(TopicView::location);
    private final RegionIndex<TopicView> unclear = new RegionIndex<>(TopicView::location);
    private final Map<String, Set<String>> keys = new HashMap<>();
    private final Map<String, List<Gap>> gaps = new HashMap<>();
    private final List<Gap> strays;

    TopicTwins(List<TopicView> topics, Map<String, List<SubscriptionView>> subscriptions, List<Gap> strays) {
        this.strays = strays;
        for (TopicView topic : topics) {
            List<SubscriptionView> own = subscriptions.getOrDefault(topic.urn(), List.of());
            List<Gap> nameless = own.stream()
                    .filter(subscription -> subscription.azureName().isUnknown())
                    .flatMap(subscription -> Gap.in(subscription, subscription.azureName()).stream())
                    .toList();
            Set<String> shared = keys(topic, own);
            keys.put(topic.urn(), shared);
            places.file(topic, Set.of());
            alike.fileEach(topic, shared);
            if (!nameless.isEmpty()) {
                gaps.put(topic.urn(), nameless);
                unclear.file(topic, Set.of());
            }
        }
    }

    Search of(TopicView topic) {
        Search sure = alike.withAny(topic, keys.getOrDefault(topic.urn(), Set.of()));
        if (sure.isFound()) {
            return sure;
        }
        List<Gap> own = gaps.getOrDefault(topic.urn(), List.of());
        boolean isAlone = places.withAll(topic, Set.of()).isMissing();
        if (isAlone) {
            return sure;
        }
        boolean mayFit = !unclear.withAll(topic, Set.of()).isMissing();
        return sure.or(Search.unknown(strays))
                .or(Search.unknown(own))
                .or(mayFit && own.isEmpty() ? Search.unknown(allGaps()) : Search.MISSING);
    }

    private List<Gap> allGaps() {
        return gaps.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private static Set<String> keys(TopicView topic, List<SubscriptionView> subscriptions) {
        Set<String> keys = new TreeSet<>();
        String parent = topic.resource().parent();
        if (!parent.isEmpty() && !parent.contains("pulumi:pulumi:Stack")) {
            keys.add("parent " + parent);
        }
        subscriptions.forEach(subscription ->
                subscription.azureName().whenKnown().ifPresent(name -> keys.add("subscription " + name)));
        return keys;
    }
}
