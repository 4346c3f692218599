package dev.spillway.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An event hub as asked for; what is empty is derived.
 *
 * @param ordering what its readers rely on; empty where nobody said so
 * @param partitionGrowth the confirmation that a hub with ordered keys was drained before it grows
 */
public record HubSpec(
        String name,
        Optional<LoadProfile> load,
        OptionalInt partitionCount,
        Optional<Duration> retention,
        List<String> consumerGroups,
        Optional<Ordering> ordering,
        Optional<PartitionGrowth> partitionGrowth) {
    public HubSpec {
        consumerGroups = List.copyOf(consumerGroups);
    }

    /** A hub of whose order nothing is said. */
    public HubSpec(
            String name,
            Optional<LoadProfile> load,
            OptionalInt partitionCount,
            Optional<Duration> retention,
            List<String> consumerGroups) {
        this(name, load, partitionCount, retention, consumerGroups, Optional.empty(), Optional.empty());
    }
}
