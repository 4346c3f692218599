package dev.spillway.model;

import dev.spillway.facts.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An Event Hubs namespace as asked for; what is empty is derived. */
public record NamespaceSpec(
        String name,
        Optional<LoadProfile> load,
        Tier tier,
        OptionalInt throughputUnits,
        Optional<Boolean> autoInflate,
        OptionalInt maximumThroughputUnits,
        Optional<Duration> inflateReaction,
        List<HubSpec> hubs) {
    public NamespaceSpec {
        hubs = List.copyOf(hubs);
    }
}
