package dev.spillway.model;

import dev.spillway.facts.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An Event Hubs namespace as asked for; what is empty is derived.
 *
 * @param azureName the globally unique name that clients use, 6 to 50 characters; derived from stack and name where empty
 */
public record NamespaceSpec(
        String name,
        Optional<String> azureName,
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

    /** A namespace on the Standard tier. */
    public static NamespaceSpec onStandard(
            String name,
            Optional<String> azureName,
            Optional<LoadProfile> load,
            OptionalInt throughputUnits,
            Optional<Boolean> autoInflate,
            OptionalInt maximumThroughputUnits,
            Optional<Duration> inflateReaction,
            List<HubSpec> hubs) {
        return new NamespaceSpec(
                name,
                azureName,
                load,
                Tier.STANDARD,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                inflateReaction,
                hubs);
    }

    /** The name in Azure of a namespace that was given none. */
    public static String derivedAzureName(String stack, String namespace) {
        return stack + "-" + namespace;
    }

    /** The same namespace under another name of ours. */
    public NamespaceSpec named(String other) {
        return new NamespaceSpec(
                other,
                azureName,
                load,
                tier,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                inflateReaction,
                hubs);
    }
}
