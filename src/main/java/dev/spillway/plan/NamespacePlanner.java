package dev.spillway.plan;

import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.facts.ThroughputUnits;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sizes one namespace and its hubs from the load and the workloads that use it. */
final class NamespacePlanner {
    /** What is kept free above the declared peak, since throttling is judged on seconds and loads are declared as means. */
    static final double HEADROOM = 1.2;

    private static final int SMALLEST_CEILING_UNITS = 4;
    private static final int FEWEST_PARTITIONS = 4;
    private static final int FEWEST_ZONAL_UNITS = 3;
    private static final int GROWTH = 2;
    private static final Duration INFLATE_REACTION = Duration.ofSeconds(60);
    private static final Duration SHORTEST_RETENTION = Duration.ofDays(3);

    private final StackSpec stack;
    private final NamespaceSpec namespace;
    private final List<Replicas> replicas;
    private final Optional<LoadProfile> load;
    private final double eventsPerUnit;

    /** About what one Standard unit takes, on any tier. */
    private final double eventsPerPartition;

    NamespacePlanner(StackSpec stack, NamespaceSpec namespace, List<Replicas> replicas) {
        this.stack = stack;
        this.namespace = namespace;
        this.replicas = replicas.stream()
                .filter(one -> one.workload().hub().namespace().equals(namespace.name()))
                .toList();
        this.load = new LoadShares(stack).ofNamespace(namespace);
        this.eventsPerPartition = load.map(known -> ThroughputUnits.eventsPerSecond(known.averageEvent()))
                .orElse((double) ThroughputUnits.EVENTS_PER_SECOND);
        this.eventsPerUnit = namespace.tier().isLarge()
                ? LargeCapacity.eventsPerUnit(namespace.options().ingressMegabytesPerSecondPerUnit(), load)
                : eventsPerPartition;
    }

    NamespacePlan plan(Live everything) {
        LiveCapacity live = everything.capacity(namespace.name());
        boolean large = namespace.tier().isLarge();
        Planned<Boolean> autoInflate = large
                ? Planned.derived(false, namespace.tier().azureName() + " never adds units by itself")
                : Planned.orElse(
                        namespace.autoInflate(),
                        () -> Planned.byDefault(true, "a burst above the bought units finds more of them"));
        Planned<Duration> reaction = Planned.orElse(
                namespace.inflateReaction(),
                () -> Planned.byDefault(INFLATE_REACTION, "assumed: Azure publishes no figure; measure yours"));
        Planned<Integer> units = large
                ? new LargeCapacity(namespace, load, regionHasZones(), stack.profile()).units()
                : Planned.orElse(
                        namespace.throughputUnits(), () -> unitsAtStart(autoInflate.value(), reaction.value()));
        Planned<Integer> ceiling = Planned.orElse(
                namespace.maximumThroughputUnits(), () -> unitCeiling(autoInflate.value(), units.value()));
        InflateGuard guard = new InflateGuard(namespace, live);
        return new NamespacePlan(
                namespace.name(),
                namespace.azureNameIn(stack.name()),
                stack.location(),
                stack.profile(),
                namespace.tier(),
                eventsPerUnit,
                units.value(),
                live,
                guard.units(units),
                autoInflate,
                guard.ceiling(ceiling),
                reaction,
                zoneRedundant(units.value()),
                protect(),
                tags(reaction, units.value()),
                namespace.hubs().stream()
                        .map(hub -> hub(hub, everything.partitionsOf(namespace.name(), hub.name())))
                        .toList(),
                namespace.options(),
                new CapturePlanner(stack, namespace).storage());
    }

    /** Inflate comes after the fact, so the units at the start carry the burst as far as it gets until then. */
    private Planned<Integer> unitsAtStart(boolean autoInflate, Duration reaction) {
        if (load.isEmpty()) {
            return Planned.byDefault(1, "no load is declared");
        }
        LoadProfile known = load.get();
        boolean wholePeak = !autoInflate
                || known.ramp().compareTo(reaction) <= 0
                || stack.profile() == SizingProfile.MISSION_CRITICAL;
        if (wholePeak) {
            double peak = known.peak().perSecond();
            return withinTier(
                    unitsFor(peak),
                    "peak " + NumberText.number(peak) + "/s at " + NumberText.number(eventsPerUnit) + "/s a unit");
        }
        double climbed = Seconds.of(reaction) / Seconds.of(known.ramp());
        double rate = known.baseline().perSecond()
                + climbed * (known.peak().perSecond() - known.baseline().perSecond());
        return withinTier(
                unitsFor(rate),
                NumberText.number(rate) + "/s " + NumberText.number(Seconds.of(reaction))
                        + " s into the ramp, before inflate reacts");
    }

    private Planned<Integer> unitCeiling(boolean autoInflate, int units) {
        if (!autoInflate) {
            return Planned.derived(units, "inflate is off: the units bought are the ceiling");
        }
        double peak = load.map(known -> known.peak().perSecond()).orElse(0.0);
        double senders = replicas.stream().mapToDouble(Replicas::sendsAtMost).sum();
        int forSenders = unitsFor(senders * HEADROOM);
        int wanted = Math.max(
                Math.max(unitsFor(peak * HEADROOM), GROWTH * units), Math.max(SMALLEST_CEILING_UNITS, forSenders));
        String reason = wanted == forSenders
                ? "all senders at their maximum: " + NumberText.number(senders) + "/s x " + HEADROOM
                : "peak " + NumberText.number(peak) + "/s x " + HEADROOM + ", twice the units at the start, at least "
                        + SMALLEST_CEILING_UNITS;
        return withinTier(wanted, reason);
    }

    private Planned<Integer> withinTier(int units, String reason) {
        int limit = TierLimits.of(namespace.tier()).units();
        return units <= limit
                ? Planned.derived(units, reason)
                : Planned.derived(limit, "the tier's limit; wanted " + units + ": " + reason);
    }

    private int unitsFor(double eventsPerSecond) {
        return Math.max(1, Ceiling.of(eventsPerSecond / eventsPerUnit));
    }

    private Planned<Boolean> zoneRedundant(int units) {
        return Planned.orElse(namespace.options().zoneRedundant(), () -> {
            if (!regionHasZones()) {
                return Planned.derived(false, stack.location() + " is not known to have zones");
            }
            boolean ownCluster = namespace
                    .options()
                    .cluster()
                    .filter(cluster -> cluster.existingId().isEmpty())
                    .isPresent();
            return ownCluster && units < FEWEST_ZONAL_UNITS
                    ? Planned.derived(
                            false,
                            "a cluster of " + units + " units is not in all of the " + FEWEST_ZONAL_UNITS + " zones")
                    : Planned.derived(true, stack.location() + " has zones; fixed at creation");
        });
    }

    private boolean regionHasZones() {
        return Regions.find(stack.location()).map(Region::hasZones).orElse(false);
    }

    private Planned<Boolean> protect() {
        return stack.profile() == SizingProfile.DEV
                ? Planned.byProfile(false, "dev: may be destroyed")
                : Planned.byProfile(true, "holds events: a destroy must be asked for twice");
    }

    private Map<String, String> tags(Planned<Duration> reaction, int units) {
        Map<String, String> tags = new TreeMap<>(stack.tags());
        if (stack.profile() != SizingProfile.STANDARD) {
            tags.put("spillway-profile", stack.profile().key());
        }
        if (reaction.source() == Source.GIVEN) {
            tags.put("spillway-inflate-reaction-seconds", NumberText.number(Seconds.of(reaction.value())));
        }
        tags.putAll(Measured.tags(namespace, units));
        return tags;
    }

    private HubPlan hub(HubSpec hub, LivePartitions live) {
        Planned<Integer> partitions = Planned.orElse(hub.partitionCount(), () -> partitions(hub));
        PartitionGuard guard = new PartitionGuard(hub, namespace.tier(), live);
        return new HubPlan(
                hub.name(),
                live,
                guard.count(partitions),
                guard.change(partitions, runbook(hub)),
                Planned.orElse(hub.retention(), this::retention),
                hub.consumerGroups(),
                hub.options(),
                new CapturePlanner(stack, namespace).ofHub(hub));
    }

    private GrowthRunbook runbook(HubSpec hub) {
        return new GrowthRunbook(
                stack.resourceGroup(),
                namespace.azureNameIn(stack.name()),
                hub,
                replicas.stream()
                        .map(Replicas::workload)
                        .filter(workload -> workload.hub().hub().equals(hub.name()))
                        .toList());
    }

    private Planned<Integer> partitions(HubSpec hub) {
        Optional<LoadProfile> hubLoad = new LoadShares(stack).ofHub(namespace, hub);
        double peak = hubLoad.map(known -> known.peak().perSecond()).orElse(0.0);
        int forLoad = GROWTH * Ceiling.of(peak / eventsPerPartition);
        int readers = replicas.stream()
                .filter(one -> one.workload().hub().hub().equals(hub.name()))
                .mapToInt(Replicas::readsAtMost)
                .max()
                .orElse(0);
        int limit = TierLimits.of(namespace.tier()).partitionsPerHub();
        int wanted = Math.min(limit, Math.max(FEWEST_PARTITIONS, Math.max(forLoad, readers)));
        return Planned.derived(
                wanted,
                "twice the peak's " + NumberText.number(peak) + "/s, " + readers + " readers, at least "
                        + FEWEST_PARTITIONS
                        + (namespace.tier().isLarge() ? "; more can be added, none taken away" : "; fixed for life")
                        + hotPartition(hub, peak));
    }

    /** More partitions spread what one key does not hold together; the partition of that key stays as full as it is. */
    private String hotPartition(HubSpec hub, double peak) {
        double hot = hub.options().hotPartitionShare().orElse(0) * peak;
        return hot > eventsPerPartition && !namespace.tier().isLarge()
                ? "; the hottest gets " + NumberText.number(hot) + "/s and takes "
                        + NumberText.number(eventsPerPartition) + "/s, which no count mends: spread its key"
                : "";
    }

    private Planned<Duration> retention() {
        Duration outage = stack.recovery().consumerOutage();
        Duration wanted = longer(outage.multipliedBy(GROWTH), SHORTEST_RETENTION);
        Duration limit = TierLimits.of(namespace.tier()).longestRetention();
        String reason = "twice a consumer outage of " + outage.toHours() + " h, at least "
                + SHORTEST_RETENTION.toHours() + " h";
        return wanted.compareTo(limit) <= 0
                ? Planned.derived(wanted, reason)
                : Planned.derived(limit, "the tier's limit; wanted " + wanted.toHours() + " h: " + reason);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
