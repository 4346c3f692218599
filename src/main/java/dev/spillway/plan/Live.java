package dev.spillway.plan;

import dev.spillway.model.HubReference;
import java.util.Map;

/**
 * What is known of a stack as it runs, which a plan must not undo.
 *
 * @param capacities by the namespace's name in {@code stack.yaml}; of one that is left out nobody was asked
 * @param partitions by hub, likewise
 */
public record Live(Map<String, LiveCapacity> capacities, Map<HubReference, LivePartitions> partitions) {
    public static final Live NOTHING_KNOWN = new Live(Map.of(), Map.of());

    public Live {
        capacities = Map.copyOf(capacities);
        partitions = Map.copyOf(partitions);
    }

    LiveCapacity capacity(String namespace) {
        return capacities.getOrDefault(namespace, LiveCapacity.NOBODY_ASKED);
    }

    LivePartitions partitionsOf(String namespace, String hub) {
        return partitions.getOrDefault(new HubReference(namespace, hub), LivePartitions.NOBODY_ASKED);
    }
}
