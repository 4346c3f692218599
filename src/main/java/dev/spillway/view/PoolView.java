package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pool of nodes, declared in its cluster or beside it.
 *
 * @param resource the pool, or the cluster that lists it
 * @param prefix before every input of the pool: empty, or {@code agentPoolProfiles.0.}
 * @param cluster absent where that is not in the stack
 */
public record PoolView(ResourceView resource, String prefix, Fact<ClusterView> cluster) implements Subject {
    public static final String SPOT_TAINT = "kubernetes.azure.com/scalesetpriority";

    public String path(String input) {
        return prefix + input;
    }

    /** How its owner knows it: the name that the pool has on its nodes, or else in the program. */
    public String title() {
        String input = prefix.isEmpty() ? "agentPoolName" : "name";
        return resource.text(path(input)).whenKnown().orElse(name());
    }

    /** A pool beside the cluster is for users, and one in it for the system, where they do not say. */
    public Fact<Boolean> isSystem() {
        return resource.text(path("mode"))
                .orDefault(prefix.isEmpty() ? "User" : "System")
                .map("System"::equals);
    }

    /** Whether its taint keeps everything out but add-ons of the system. */
    public Fact<Boolean> isIsolated() {
        return taints().map(list -> list.stream().anyMatch(taint -> taint.startsWith("CriticalAddonsOnly=")));
    }

    public Fact<Boolean> isSpot() {
        return resource.text(path("scaleSetPriority")).orDefault("Regular").map("Spot"::equals);
    }

    public Fact<Boolean> autoscales() {
        return resource.flag(path("enableAutoScaling")).orDefault(false);
    }

    public Fact<Integer> count() {
        return resource.whole(path("count"));
    }

    public Fact<Integer> minimumCount() {
        return resource.whole(path("minCount"));
    }

    public Fact<Integer> maximumCount() {
        return resource.whole(path("maxCount"));
    }

    /** The fewest nodes it has: its minimum where it scales, its count where it does not, and one where that is not given. */
    public Fact<Integer> fewestNodes() {
        return autoscales().then(on -> on ? minimumCount() : count().orDefault(1));
    }

    public Fact<Integer> mostNodes() {
        return autoscales().then(on -> on ? maximumCount() : count().orDefault(1));
    }

    public Fact<Integer> zones() {
        return resource.node(path("availabilityZones")).map(JsonNode::size).orDefault(0);
    }

    public Fact<String> vmSize() {
        return resource.text(path("vmSize"));
    }

    /** Its taints as {@code key=value:effect}, with the one that AKS puts on Spot nodes. */
    Fact<List<String>> taints() {
        Fact<List<String>> own = resource.texts(path("nodeTaints")).orDefault(List.of());
        return Fact.both(
                own,
                isSpot(),
                (taints, spot) -> spot
                        ? Stream.concat(taints.stream(), Stream.of(SPOT_TAINT + "=spot:NoSchedule"))
                                .toList()
                        : taints);
    }
}
