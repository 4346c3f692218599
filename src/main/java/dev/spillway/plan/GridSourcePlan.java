package dev.spillway.plan;

import dev.spillway.facts.GridFailover;
import dev.spillway.facts.GridKind;
import dev.spillway.model.GridSourceSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A topic, a domain or a system topic as it will be declared in one region.
 *
 * @param store where dead letters go; empty where none are kept, or an account that is there gets them
 * @param domainTopics the subscriptions of each topic of a domain
 * @param protect whether a destroy has to be asked for twice
 */
public record GridSourcePlan(
        GridSourceSpec spec,
        String azureName,
        String location,
        Planned<GridFailover> failover,
        List<GridSubscriptionPlan> subscriptions,
        Map<String, List<GridSubscriptionPlan>> domainTopics,
        Optional<GridStorePlan> store,
        boolean protect,
        Map<String, String> tags) {
    public GridSourcePlan {
        subscriptions = List.copyOf(subscriptions);
        domainTopics = new TreeMap<>(domainTopics);
        tags = new TreeMap<>(tags);
    }

    public String name() {
        return spec.name();
    }

    public GridKind kind() {
        return spec.kind();
    }

    /** Azure's own word for what may leave the region; a system topic has none. */
    public Optional<String> dataResidencyBoundary() {
        return kind() == GridKind.SYSTEM_TOPIC
                ? Optional.empty()
                : Optional.of(failover.value() == GridFailover.CROSS_GEO ? "WithinGeopair" : "WithinRegion");
    }

    /** A global system topic has no identity; everything else delivers with its own. */
    public boolean hasIdentity() {
        return spec.systemSource().filter(GridSourceSpec.SystemSource::isGlobal).isEmpty();
    }

    /** Every subscription, those of a domain's topics included. */
    public List<GridSubscriptionPlan> allSubscriptions() {
        return Stream.concat(
                        subscriptions.stream(), domainTopics.values().stream().flatMap(List::stream))
                .toList();
    }
}
