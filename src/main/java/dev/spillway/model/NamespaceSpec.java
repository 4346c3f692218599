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
 * @param resetInflatedCapacity whether units that auto-inflate added are given back; else an update keeps them
 * @param captureStorage where captured files go; derived where a hub is captured and nothing is said
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
        boolean resetInflatedCapacity,
        List<HubSpec> hubs,
        NamespaceOptions options,
        Optional<CaptureStorageSpec> captureStorage) {
    public NamespaceSpec {
        hubs = List.copyOf(hubs);
    }

    /** A namespace of which nothing is asked but its size. */
    public NamespaceSpec(
            String name,
            Optional<String> azureName,
            Optional<LoadProfile> load,
            Tier tier,
            OptionalInt throughputUnits,
            Optional<Boolean> autoInflate,
            OptionalInt maximumThroughputUnits,
            Optional<Duration> inflateReaction,
            boolean resetInflatedCapacity,
            List<HubSpec> hubs) {
        this(
                name,
                azureName,
                load,
                tier,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                inflateReaction,
                resetInflatedCapacity,
                hubs,
                NamespaceOptions.NONE);
    }

    /** A namespace whose captured files, if there are any, go where is derived. */
    public NamespaceSpec(
            String name,
            Optional<String> azureName,
            Optional<LoadProfile> load,
            Tier tier,
            OptionalInt throughputUnits,
            Optional<Boolean> autoInflate,
            OptionalInt maximumThroughputUnits,
            Optional<Duration> inflateReaction,
            boolean resetInflatedCapacity,
            List<HubSpec> hubs,
            NamespaceOptions options) {
        this(
                name,
                azureName,
                load,
                tier,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                inflateReaction,
                resetInflatedCapacity,
                hubs,
                options,
                Optional.empty());
    }

    /** The same namespace, with its captured files kept as asked. */
    public NamespaceSpec with(CaptureStorageSpec storage) {
        return new NamespaceSpec(
                name,
                azureName,
                load,
                tier,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                inflateReaction,
                resetInflatedCapacity,
                hubs,
                options,
                Optional.of(storage));
    }

    /** The name in Azure of a namespace that was given none. */
    public static String derivedAzureName(String stack, String namespace) {
        return stack + "-" + namespace;
    }

    /** The name that clients use, as it was given or as it is derived. */
    public String azureNameIn(String stack) {
        return azureName.orElseGet(() -> derivedAzureName(stack, name));
    }

    /** Whether the service adds units by itself, which is so unless it is switched off; only Standard can. */
    public boolean inflates() {
        return tier == Tier.STANDARD && autoInflate.orElse(true);
    }

    /** Whether an update has to know the units that are there, so as not to take any back. */
    public boolean keepsInflatedCapacity() {
        return inflates() && options.isOurs() && !resetInflatedCapacity;
    }

    /** Whether a plan depends on what is there already. */
    public boolean isAskedFor() {
        return keepsInflatedCapacity() || !options.isOurs();
    }

    /** Whether there are two namespaces behind one alias. */
    public boolean isPaired() {
        return options.recovery(DisasterRecoverySpec.Kind.METADATA).isPresent();
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
                resetInflatedCapacity,
                hubs,
                options,
                captureStorage);
    }
}
