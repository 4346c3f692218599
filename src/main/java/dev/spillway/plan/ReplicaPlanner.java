package dev.spillway.plan;

import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.units.NumberText;
import dev.spillway.units.Percent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How many pods each workload wants, and how many of them the units and partitions allow. */
final class ReplicaPlanner {
    static final Percent CPU_TARGET = Percent.of(60);

    private static final int FEWEST = 2;
    private static final int ROOM_TO_GROW = 2;

    private final StackSpec stack;
    private final LoadShares shares;

    ReplicaPlanner(StackSpec stack) {
        this.stack = stack;
        this.shares = new LoadShares(stack);
    }

    /** What the load asks for, before the ceiling is known. */
    List<Replicas> wanted() {
        return stack.workloads().stream().map(this::wanted).toList();
    }

    /** The wanted numbers, held within what the namespaces will take: only derived maxima give way. */
    static List<Replicas> within(List<NamespacePlan> namespaces, List<Replicas> wanted) {
        return wanted.stream()
                .map(one -> one.most().source() == Source.GIVEN ? one : within(one, namespaces, wanted))
                .toList();
    }

    private static Replicas within(Replicas one, List<NamespacePlan> namespaces, List<Replicas> wanted) {
        if (!one.workload().usesHub()) {
            return one;
        }
        NamespacePlan namespace = namespaces.stream()
                .filter(plan -> plan.name().equals(one.workload().hub().namespace()))
                .findFirst()
                .orElseThrow();
        if (one.workload().role() == Role.CONSUMER) {
            int partitions =
                    namespace.hub(one.workload().hub().hub()).partitionCount().value();
            return one.most().value() <= partitions
                    ? one
                    : one.withMost(Planned.derived(partitions, "one reader a partition: more pods would idle"));
        }
        List<Replicas> senders = wanted.stream()
                .filter(other -> other.workload().hub().namespace().equals(namespace.name()))
                .toList();
        double allowed =
                namespace.maximumThroughputUnits().value() * namespace.eventsPerUnit() / NamespacePlanner.HEADROOM;
        double fixed = senders.stream()
                .filter(other -> other.most().source() == Source.GIVEN)
                .mapToDouble(Replicas::sendsAtMost)
                .sum();
        double movable = senders.stream().mapToDouble(Replicas::sendsAtMost).sum() - fixed;
        double scale = Math.max(0, allowed - fixed) / movable;
        if (scale >= 1 - 1e-9) {
            return one;
        }
        int most = Math.max(one.fewest().value(), (int) Math.floor(one.most().value() * scale + 1e-9));
        return one.withMost(Planned.derived(
                most,
                namespace.maximumThroughputUnits().value() + " units take " + NumberText.number(allowed)
                        + "/s with headroom " + NamespacePlanner.HEADROOM));
    }

    private Replicas wanted(WorkloadSpec workload) {
        Optional<LoadProfile> load = loadOf(workload);
        double working = workload.perReplica().perSecond()
                * workload.cpuTarget().orElse(CPU_TARGET).asFactor();
        Planned<Integer> fewest = Planned.orElse(workload.minReplicas(), () -> fewest(workload, load, working));
        Planned<Integer> most = Planned.orElse(workload.maxReplicas(), () -> most(load, working, fewest.value()));
        return new Replicas(workload, fewest, most);
    }

    /** What the workload sends, reads or is pushed. */
    Optional<LoadProfile> loadOf(WorkloadSpec workload) {
        if (!workload.usesHub()) {
            return workload.load();
        }
        if (workload.role() == Role.PRODUCER) {
            return shares.ofProducer(workload);
        }
        NamespaceSpec namespace = stack.namespaces().stream()
                .filter(one -> one.name().equals(workload.hub().namespace()))
                .findFirst()
                .orElseThrow();
        HubSpec hub = namespace.hubs().stream()
                .filter(one -> one.name().equals(workload.hub().hub()))
                .findFirst()
                .orElseThrow();
        return shares.ofHub(namespace, hub);
    }

    private Planned<Integer> fewest(WorkloadSpec workload, Optional<LoadProfile> load, double working) {
        double baseline = load.map(known -> known.baseline().perSecond()).orElse(0.0);
        int zones = workload.role() == Role.CONSUMER ? 0 : ClusterPlanner.zones(stack);
        int floor = Math.max(FEWEST, zones);
        int wanted = Math.max(floor, Ceiling.of(baseline / working));
        int cap = workload.maxReplicas().orElse(Integer.MAX_VALUE);
        return wanted <= cap
                ? Planned.derived(
                        wanted,
                        "baseline " + NumberText.number(baseline) + "/s at " + NumberText.number(working)
                                + "/s a pod, at least "
                                + (floor > FEWEST ? floor + ": one in each zone" : "2: one pod is the incident"))
                : Planned.derived(cap, "no more than maxReplicas");
    }

    private static Planned<Integer> most(Optional<LoadProfile> load, double working, int fewest) {
        double peak = load.map(known -> known.peak().perSecond()).orElse(0.0);
        int forPeak = Ceiling.of(peak * NamespacePlanner.HEADROOM / working);
        OptionalInt floor = OptionalInt.of(ROOM_TO_GROW * fewest);
        return Planned.derived(
                Math.max(forPeak, floor.getAsInt()),
                "peak " + NumberText.number(peak) + "/s x " + NamespacePlanner.HEADROOM + " at "
                        + NumberText.number(working) + "/s a pod, at least twice minReplicas");
    }
}
