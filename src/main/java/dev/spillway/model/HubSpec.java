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
 * @param capture empty where nobody said anything, and then nothing is captured
 */
public record HubSpec(
        String name,
        Optional<LoadProfile> load,
        OptionalInt partitionCount,
        Optional<Duration> retention,
        List<String> consumerGroups,
        HubOptions options,
        Optional<Ordering> ordering,
        Optional<PartitionGrowth> partitionGrowth,
        Optional<CaptureSpec> capture) {
    public HubSpec {
        consumerGroups = List.copyOf(consumerGroups);
    }

    /** A hub of which nothing is asked but its size. */
    public HubSpec(
            String name,
            Optional<LoadProfile> load,
            OptionalInt partitionCount,
            Optional<Duration> retention,
            List<String> consumerGroups) {
        this(name, load, partitionCount, retention, consumerGroups, HubOptions.NONE);
    }

    /** A hub of whose order and copies nothing is said. */
    public HubSpec(
            String name,
            Optional<LoadProfile> load,
            OptionalInt partitionCount,
            Optional<Duration> retention,
            List<String> consumerGroups,
            HubOptions options) {
        this(
                name,
                load,
                partitionCount,
                retention,
                consumerGroups,
                options,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same hub, captured or not as asked. */
    public HubSpec with(CaptureSpec asked) {
        return new HubSpec(
                name,
                load,
                partitionCount,
                retention,
                consumerGroups,
                options,
                ordering,
                partitionGrowth,
                Optional.of(asked));
    }

    /** The same hub with these options. */
    public HubSpec with(HubOptions other) {
        return new HubSpec(
                name, load, partitionCount, retention, consumerGroups, other, ordering, partitionGrowth, capture);
    }
}
