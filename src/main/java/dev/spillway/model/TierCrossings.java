package dev.spillway.model;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What one tier has and another has not. */
final class TierCrossings {
    private static final String TIER = "tier";
    private static final String LEAVE_OUT = ", leave it out";

    private final NamespaceSpec namespace;
    private final NamespaceOptions options;
    private final Tier tier;
    private final TierLimits limits;
    private final List<Crossing> found = new ArrayList<>();

    private TierCrossings(NamespaceSpec namespace) {
        this.namespace = namespace;
        this.options = namespace.options();
        this.tier = namespace.tier();
        this.limits = TierLimits.of(tier);
    }

    static List<Crossing> of(NamespaceSpec namespace) {
        TierCrossings crossings = new TierCrossings(namespace);
        if (crossings.tier.isLarge()) {
            crossings.standardOnly();
        } else {
            crossings.largeOnly();
        }
        crossings.units();
        crossings.cluster();
        crossings.counts();
        return crossings.found;
    }

    private void standardOnly() {
        String never = " on " + tier.azureName() + ", which never adds units by itself" + LEAVE_OUT;
        when(
                namespace.throughputUnits().isPresent(),
                "throughputUnits",
                "given on " + tier.azureName() + ", which is sized in "
                        + (tier == Tier.PREMIUM
                                ? "processing units, give processingUnits"
                                : "capacity units, give capacityUnits in dedicatedCluster"));
        when(namespace.autoInflate().orElse(false), "autoInflate", "true" + never);
        when(namespace.maximumThroughputUnits().isPresent(), "maximumThroughputUnits", "given" + never);
        when(namespace.inflateReaction().isPresent(), "inflateReactionSeconds", "given" + never);
        when(namespace.resetInflatedCapacity(), "resetInflatedCapacity", "true" + never);
    }

    private void largeOnly() {
        String large = ", give tier Premium or Dedicated or leave it out";
        when(
                options.ingressMegabytesPerSecondPerUnit().isPresent(),
                "ingressMegabytesPerSecondPerUnit",
                "given on " + tier.azureName() + ", where what a unit lets in is published" + LEAVE_OUT);
        when(
                options.encryption().isPresent(),
                "encryption",
                "given on " + tier.azureName() + ", which has no keys of one's own" + large);
        when(
                !options.applicationGroups().isEmpty(),
                "applicationGroups",
                "given on " + tier.azureName() + ", which has none" + large);
    }

    private void units() {
        when(
                options.processingUnits().isPresent() && tier != Tier.PREMIUM,
                "processingUnits",
                "given on " + tier.azureName() + ", which is sized in "
                        + (tier == Tier.DEDICATED
                                ? "capacity units, give capacityUnits in dedicatedCluster"
                                : "throughput units, give throughputUnits"));
    }

    private void cluster() {
        when(
                options.cluster().isPresent() && tier != Tier.DEDICATED,
                "dedicatedCluster",
                "given on " + tier.azureName() + ", which shares its machines, give tier Dedicated or leave it out");
        when(
                options.cluster().isEmpty() && tier == Tier.DEDICATED && options.isOurs(),
                "dedicatedCluster",
                "missing on Dedicated, give existingId of a cluster, or capacityUnits for one of its own");
        options.cluster()
                .filter(cluster -> cluster.existingId().isPresent()
                        && cluster.capacityUnits().isPresent())
                .ifPresent(both -> when(
                        true,
                        "dedicatedCluster.capacityUnits",
                        "given for a cluster that exists, whose owner decides it" + LEAVE_OUT));
    }

    private void counts() {
        atMost("hubs", namespace.hubs().size(), hubs(), "names");
        atMost("schemaGroups", options.schemaGroups().size(), limits.schemaGroups(), "names");
        atMost("sasRules", options.sasRules().size(), limits.sasRules(), "names");
        namespace
                .hubs()
                .forEach(hub -> atMost(
                        "hubs." + hub.name() + ".consumerGroups",
                        hub.consumerGroups().size(),
                        limits.consumerGroupsPerHub(),
                        "items"));
        partitions();
    }

    private int hubs() {
        return tier == Tier.PREMIUM
                ? limits.hubsPerNamespace() * options.processingUnits().orElse(limits.units())
                : limits.hubsPerNamespace();
    }

    /** Only what is given counts: what is derived is derived to fit. */
    private void partitions() {
        int units = tier == Tier.PREMIUM
                ? options.processingUnits().orElse(limits.units())
                : options.cluster()
                        .map(DedicatedCluster::capacityUnits)
                        .orElseGet(OptionalInt::empty)
                        .orElse(limits.units());
        int most = limits.partitionsPerUnit() * units;
        int given = namespace.hubs().stream()
                .mapToInt(hub -> hub.partitionCount().orElse(0))
                .sum();
        when(
                tier.isLarge() && given > most,
                "hubs",
                given + " partitions, and " + NumberText.count(units, "unit") + " of " + tier.azureName() + " can have "
                        + most + ", give fewer partitions or more units");
    }

    private void atMost(String path, int met, int most, String what) {
        when(met > most, path, met + " " + what + ", give at most " + most);
    }

    private void when(boolean wrong, String path, String message) {
        if (wrong) {
            found.add(Crossing.of(path, TIER, message));
        }
    }
}
