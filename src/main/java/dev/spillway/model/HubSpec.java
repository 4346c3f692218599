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
        List<String> consumerGroups) {
    public HubSpec {
        consumerGroups = List.copyOf(consumerGroups);
    }
}
