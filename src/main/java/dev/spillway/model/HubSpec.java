package dev.spillway.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An event hub as asked for; what is empty is derived. */
public record HubSpec(
        String name,
        Optional<LoadProfile> load,
        OptionalInt partitionCount,
        Optional<Duration> retention,
        List<String> consumerGroups,
        HubOptions options) {
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

    /** The same hub with these options. */
    public HubSpec with(HubOptions other) {
        return new HubSpec(name, load, partitionCount, retention, consumerGroups, other);
    }
}
