package dev.spillway.plan;

import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.facts.Tier;
import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.NamespaceOptions;
import dev.spillway.model.SizingProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Event Hubs namespace as it will be declared.
 *
 * @param name the name in {@code stack.yaml}
 * @param azureName the name clients use, before {@code .servicebus.windows.net}
 * @param plannedUnits throughput units that the stack needs, whatever there is already
 * @param live what is there already
 * @param throughputUnits what is declared; processing units on Premium, units of the cluster on Dedicated
 * @param eventsPerUnit events per second that one unit takes at the declared event size; endless where nobody knows
 */
public record NamespacePlan(
        String name,
        String azureName,
        String location,
        SizingProfile profile,
        Tier tier,
        double eventsPerUnit,
        int plannedUnits,
        LiveCapacity live,
        Planned<Integer> throughputUnits,
        Planned<Boolean> autoInflate,
        Planned<Integer> maximumThroughputUnits,
        Planned<Duration> inflateReaction,
        Planned<Boolean> zoneRedundant,
        Planned<Boolean> protect,
        Map<String, String> tags,
        List<HubPlan> hubs,
        NamespaceOptions options,
        Optional<CaptureStoragePlan> captureStorage) {
    public NamespacePlan {
        tags = Map.copyOf(tags);
        hubs = List.copyOf(hubs);
    }

    /** What Azure calls its SKU: a namespace in a cluster of its owner is sold as Standard. */
    public String skuName() {
        return tier == Tier.DEDICATED ? Tier.STANDARD.azureName() : tier.azureName();
    }

    /** Units that the SKU names; a cluster has its own. */
    public int skuCapacity() {
        return tier == Tier.DEDICATED ? 1 : throughputUnits.value();
    }

    /** The pair that is asked for; empty where there is one namespace, or one that copies its events. */
    public Optional<DisasterRecoverySpec> pairing() {
        return options.recovery(DisasterRecoverySpec.Kind.METADATA);
    }

    /** The name in Azure of the other namespace of a pair. */
    public String secondaryAzureName() {
        return pairing()
                .flatMap(DisasterRecoverySpec::secondaryNamespaceName)
                .orElseGet(() -> DisasterRecoverySpec.derivedSecondaryName(azureName));
    }

    /**
     * The other namespace of a pair: equal in tier, units, keys, network and rights, and empty, because the service copies
     * what is in the first one.
     */
    public NamespacePlan secondary() {
        DisasterRecoverySpec recovery = pairing().orElseThrow();
        String there = recovery.secondaryLocation().orElseThrow();
        boolean zones = Regions.find(there).map(Region::hasZones).orElse(false);
        return new NamespacePlan(
                name,
                secondaryAzureName(),
                there,
                profile,
                tier,
                eventsPerUnit,
                plannedUnits,
                live,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                inflateReaction,
                Planned.derived(
                        zones, there + (zones ? " has zones" : " is not known to have zones") + "; fixed at creation"),
                protect,
                tags,
                List.of(),
                options.forSecondary(recovery, location),
                Optional.empty());
    }

    /** The same namespace under another name in the stack. */
    public NamespacePlan named(String other) {
        return new NamespacePlan(
                other,
                azureName,
                location,
                profile,
                tier,
                eventsPerUnit,
                plannedUnits,
                live,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                inflateReaction,
                zoneRedundant,
                protect,
                tags,
                hubs,
                options,
                captureStorage);
    }

    /** The same namespace, paired as asked. */
    public NamespacePlan with(DisasterRecoverySpec recovery) {
        return new NamespacePlan(
                name,
                azureName,
                location,
                profile,
                tier,
                eventsPerUnit,
                plannedUnits,
                live,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                inflateReaction,
                zoneRedundant,
                protect,
                tags,
                hubs,
                options.with(recovery),
                captureStorage);
    }

    public HubPlan hub(String hubName) {
        return hubs.stream()
                .filter(hub -> hub.name().equals(hubName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hub " + hubName + " in " + name));
    }

    /** What people have to do where a hub gets more partitions. */
    public List<Runbook> runbooks() {
        return hubs.stream()
                .map(HubPlan::partitionChange)
                .flatMap(change ->
                        change instanceof PartitionChange.Grows grows ? Stream.of(grows.runbook()) : Stream.empty())
                .toList();
    }

    /** Each count of partitions that the hub must not get, with its place in {@code stack.yaml}. */
    public List<String> refusals() {
        return hubs.stream()
                .flatMap(hub -> hub.partitionChange() instanceof PartitionChange.Refused refused
                        ? Stream.of(
                                "eventHubs." + name + ".hubs." + hub.name() + ".partitionCount: " + refused.message())
                        : Stream.empty())
                .toList();
    }

    /** The host that clients use: of a pair the alias, which stays when the primary goes. */
    public String fullyQualifiedNamespace() {
        return hostOf(pairing().flatMap(DisasterRecoverySpec::aliasName).orElse(azureName));
    }

    private static String hostOf(String name) {
        return name + ".servicebus.windows.net";
    }
}
