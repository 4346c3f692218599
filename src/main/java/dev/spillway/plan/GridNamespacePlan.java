package dev.spillway.plan;

import dev.spillway.model.GridNamespaceSpec;
import dev.spillway.model.GridNamespaceSpec.NamespaceSubscription;
import dev.spillway.model.GridNamespaceSpec.NamespaceTopic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An Event Grid namespace as it will be declared in one region.
 *
 * @param capacityUnits throughput units
 */
public record GridNamespacePlan(
        GridNamespaceSpec spec,
        String azureName,
        String location,
        Planned<Integer> capacityUnits,
        Planned<Boolean> zoneRedundant,
        List<TopicPlan> topics,
        Optional<GridStorePlan> store,
        boolean protect,
        Map<String, String> tags) {
    public GridNamespacePlan {
        topics = List.copyOf(topics);
        tags = new TreeMap<>(tags);
    }

    public String name() {
        return spec.name();
    }

    /** A topic of the namespace. */
    public record TopicPlan(
            NamespaceTopic spec, Planned<Integer> retentionDays, List<NamespaceSubscriptionPlan> subscriptions) {
        public TopicPlan {
            subscriptions = List.copyOf(subscriptions);
        }
    }

    /**
     * A subscription of the topic.
     *
     * @param deadLetterContainer empty where what cannot be delivered is dropped
     */
    public record NamespaceSubscriptionPlan(
            NamespaceSubscription spec,
            Planned<Integer> maxDeliveryCount,
            Planned<Integer> receiveLockSeconds,
            Planned<Duration> timeToLive,
            Optional<String> deadLetterContainer) {}
}
