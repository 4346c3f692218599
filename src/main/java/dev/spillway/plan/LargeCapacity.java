package dev.spillway.plan;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.DedicatedCluster;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.units.Bytes;
import dev.spillway.units.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Sizes what is bought by the machine: processing units of Premium, capacity units of a cluster of one's own. */
final class LargeCapacity {
    /** What Azure sells, and nothing between. */
    private static final List<Integer> PROCESSING_UNITS = List.of(1, 2, 4, 8, 16);

    /** A single unit leaves no room while one machine is replaced, and none is added by itself. */
    private static final int FEWEST_PROCESSING_UNITS = 2;

    /** One in each zone. */
    private static final int FEWEST_ZONAL_UNITS = 3;

    private final NamespaceSpec namespace;
    private final Optional<LoadProfile> load;
    private final boolean regionHasZones;
    private final SizingProfile profile;

    LargeCapacity(NamespaceSpec namespace, Optional<LoadProfile> load, boolean regionHasZones, SizingProfile profile) {
        this.namespace = namespace;
        this.load = load;
        this.regionHasZones = regionHasZones;
        this.profile = profile;
    }

    /** Events that one unit lets in each second; endless where nobody measured it. */
    static double eventsPerUnit(OptionalDouble megabytesPerSecond, Optional<LoadProfile> load) {
        return megabytesPerSecond.isEmpty() || load.isEmpty()
                ? Double.POSITIVE_INFINITY
                : megabytesPerSecond.getAsDouble()
                        * Bytes.PER_MEGABYTE
                        / load.get().averageEvent().count();
    }

    Planned<Integer> units() {
        return namespace.tier() == Tier.PREMIUM
                ? Planned.orElse(namespace.options().processingUnits(), this::processingUnits)
                : capacityUnits(namespace.options().cluster().orElse(DedicatedCluster.OWN));
    }

    private Planned<Integer> processingUnits() {
        int forPartitions = forPartitions(Tier.PREMIUM);
        Planned<Integer> wanted = wanted(Math.max(FEWEST_PROCESSING_UNITS, forPartitions), forPartitions);
        int limit = TierLimits.of(Tier.PREMIUM).units();
        int sold = PROCESSING_UNITS.stream()
                .filter(units -> units >= wanted.value())
                .findFirst()
                .orElse(limit);
        return wanted.value() > limit
                ? new Planned<>(
                        limit, wanted.source(), "the tier's limit; wanted " + wanted.value() + ": " + wanted.reason())
                : new Planned<>(sold, wanted.source(), wanted.reason());
    }

    private Planned<Integer> capacityUnits(DedicatedCluster cluster) {
        if (cluster.existingId().isPresent() || !namespace.options().isOurs()) {
            return Planned.byDefault(1, "the cluster is somebody else's: one unit of it is counted");
        }
        return Planned.orElse(cluster.capacityUnits(), this::capacityUnits);
    }

    private Planned<Integer> capacityUnits() {
        boolean zonal = regionHasZones && profile != SizingProfile.DEV;
        int forPartitions = forPartitions(Tier.DEDICATED);
        Planned<Integer> wanted = wanted(Math.max(zonal ? FEWEST_ZONAL_UNITS : 1, forPartitions), forPartitions);
        int limit = TierLimits.of(Tier.DEDICATED).units();
        String reason = zonal && wanted.value() == FEWEST_ZONAL_UNITS
                ? wanted.reason() + ", one in each zone"
                : wanted.reason();
        return wanted.value() > limit
                ? new Planned<>(limit, wanted.source(), "the tier's limit; wanted " + wanted.value() + ": " + reason)
                : new Planned<>(wanted.value(), wanted.source(), reason);
    }

    private Planned<Integer> wanted(int fewest, int forPartitions) {
        double perUnit = eventsPerUnit(namespace.options().ingressMegabytesPerSecondPerUnit(), load);
        String least = "at least " + fewest + (forPartitions == fewest && fewest > 1 ? " for the partitions" : "");
        if (Double.isInfinite(perUnit)) {
            return Planned.byDefault(
                    fewest,
                    load.isEmpty()
                            ? "no load is declared; " + least
                            : "no rate of a unit is published or given; " + least
                                    + ", measure yours: ingressMegabytesPerSecondPerUnit");
        }
        double peak = load.map(known -> known.peak().perSecond()).orElse(0.0) * NamespacePlanner.HEADROOM;
        return Planned.derived(
                Math.max(fewest, Ceiling.of(peak / perUnit)),
                "peak " + NumberText.number(peak) + "/s with headroom " + NamespacePlanner.HEADROOM + " at "
                        + NumberText.number(perUnit) + "/s a unit, " + least);
    }

    private int forPartitions(Tier tier) {
        int given = namespace.hubs().stream()
                .mapToInt(hub -> hub.partitionCount().orElse(0))
                .sum();
        return Ceiling.of((double) given / TierLimits.of(tier).partitionsPerUnit());
    }
}
