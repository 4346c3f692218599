package dev.spillway.plan;

import dev.spillway.model.ClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster that the workloads run on, as it will be declared or is expected to be.
 *
 * @param placeholders pods that keep room, so that a scale-out never waits for a node
 * @param declared empty for a cluster that is there
 */
public record ClusterPlan(ClusterSpec spec, Placeholders placeholders, Optional<Declared> declared) {
    /**
     * Pods that do nothing but keep room.
     *
     * @param cpuRequest what each asks for; as much as the largest pod that it keeps room for
     */
    public record Placeholders(Planned<Integer> pods, String cpuRequest, String memoryRequest) {}

    /** A cluster of the stack's own. */
    public record Declared(
            String name,
            String location,
            List<String> zones,
            Pool systemPool,
            Pool workloadPool,
            Planned<String> upgradeSurge,
            Planned<Integer> longestStopSeconds,
            Planned<Boolean> protect,
            Map<String, String> tags) {
        public Declared {
            zones = List.copyOf(zones);
            tags = Map.copyOf(tags);
        }
    }

    /** A pool of nodes that the cluster autoscaler sizes. */
    public record Pool(Planned<String> vmSize, Planned<Integer> minNodes, Planned<Integer> maxNodes) {}
}
