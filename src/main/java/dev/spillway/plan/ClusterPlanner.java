package dev.spillway.plan;

import dev.spillway.facts.NodeSize;
import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.model.ClusterSpec;
import dev.spillway.model.NodePoolSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.ClusterPlan.Declared;
import dev.spillway.plan.ClusterPlan.Placeholders;
import dev.spillway.plan.ClusterPlan.Pool;
import dev.spillway.units.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Sizes a cluster's pools from what the workloads ask for at their maximum, and the room that a scale-out needs. */
final class ClusterPlanner {
    private static final List<String> ALL_ZONES = List.of("1", "2", "3");
    private static final String SYSTEM_SIZE = "Standard_D2s_v5";
    private static final int FEWEST_SYSTEM_NODES = 3;
    private static final int FEWEST_WORKLOAD_NODES = 2;
    private static final int ROOM_FOR_NODES = 2;
    private static final String UPGRADE_SURGE = "33%";

    /** What the cluster autoscaler waits at most for a pod where nobody says otherwise. */
    private static final int AUTOSCALER_WAITS_SECONDS = 600;

    private final StackSpec stack;
    private final List<WorkloadPlan> workloads;

    ClusterPlanner(StackSpec stack, List<WorkloadPlan> workloads) {
        this.stack = stack;
        this.workloads = workloads;
    }

    /** Zones of the nodes; zero where that is not known. */
    static int zones(StackSpec stack) {
        return stack.cluster()
                .filter(ClusterSpec.New.class::isInstance)
                .map(cluster ->
                        zones(stack.location(), (ClusterSpec.New) cluster).size())
                .orElse(0);
    }

    ClusterPlan plan(ClusterSpec spec) {
        if (spec instanceof ClusterSpec.New declared) {
            return declared(declared);
        }
        return new ClusterPlan(spec, placeholders(spec, false), Optional.empty());
    }

    private ClusterPlan declared(ClusterSpec.New spec) {
        List<String> zones = zones(stack.location(), spec);
        List<NodeDemand.Ask> asks = NodeDemand.asksOf(workloads);
        Planned<String> size = Planned.orElse(
                spec.workloadPool().vmSize(),
                () -> Planned.derived(
                        NodeDemand.sizeFor(asks), "the smallest on which the largest pod takes no more than half"));
        NodeDemand demand = new NodeDemand(NodeSize.find(size.value()), Math.max(1, zones.size()), asks);
        Pool bare = workloadPool(spec.workloadPool(), size, demand);
        Placeholders placeholders = placeholders(spec, bare.minNodes().value() >= demand.nodesAtMost());
        Pool workload = placeholders.pods().value() == 0
                ? bare
                : workloadPool(spec.workloadPool(), size, demand.with(ask(placeholders)));
        return new ClusterPlan(
                spec,
                placeholders,
                Optional.of(new Declared(
                        spec.name().orElse("aks-" + stack.name()),
                        stack.location(),
                        zones,
                        systemPool(spec.systemPool(), zones.size()),
                        workload,
                        surge(spec.upgradeSurgePercent()),
                        longestStop(),
                        protect(),
                        stack.tags())));
    }

    private static NodeDemand.Ask ask(Placeholders placeholders) {
        int pods = placeholders.pods().value();
        return new NodeDemand.Ask(
                Amounts.millicores(placeholders.cpuRequest()), Amounts.bytes(placeholders.memoryRequest()), pods, pods);
    }

    private static List<String> zones(String location, ClusterSpec.New spec) {
        if (!spec.zones().isEmpty()) {
            return spec.zones().stream().map(String::valueOf).toList();
        }
        return Regions.find(location).map(Region::hasZones).orElse(false) ? ALL_ZONES : List.of();
    }

    private static Pool systemPool(NodePoolSpec spec, int zones) {
        int least = spec.minNodes().orElse(Math.max(FEWEST_SYSTEM_NODES, zones));
        return new Pool(
                Planned.orElse(
                        spec.vmSize(), () -> Planned.byDefault(SYSTEM_SIZE, "runs DNS, metrics and the scalers alone")),
                Planned.orElse(
                        spec.minNodes(), () -> Planned.byDefault(least, "one node may go while another is replaced")),
                Planned.orElse(
                        spec.maxNodes(),
                        () -> Planned.derived(least + ROOM_FOR_NODES, ROOM_FOR_NODES + " more than the fewest")));
    }

    private static Pool workloadPool(NodePoolSpec spec, Planned<String> size, NodeDemand demand) {
        int floor = Math.max(FEWEST_WORKLOAD_NODES, demand.zones());
        int least = spec.minNodes().orElse(Math.max(floor, demand.nodesAtLeast()));
        int wanted = demand.nodesAtMost();
        return new Pool(
                size,
                Planned.orElse(
                        spec.minNodes(),
                        () -> Planned.derived(
                                least,
                                demand.nodesAtLeast() > floor
                                        ? "all workloads at their fewest pods: " + demand.perNode()
                                        : "at least " + floor + (demand.zones() > 1 ? ": one in each zone" : ""))),
                Planned.orElse(
                        spec.maxNodes(),
                        () -> Planned.derived(
                                Math.max(wanted, least + ROOM_FOR_NODES),
                                wanted >= least + ROOM_FOR_NODES
                                        ? "all workloads at their most pods and in a rolling update, in whole zones: "
                                                + demand.perNode()
                                        : ROOM_FOR_NODES + " more than the fewest; " + wanted
                                                + " hold all workloads at their most pods")));
    }

    private static Planned<String> surge(OptionalInt given) {
        return given.isPresent()
                ? Planned.given(given.getAsInt() + "%")
                : Planned.byDefault(UPGRADE_SURGE, "new nodes come before old ones go");
    }

    /** The autoscaler kills what is not gone by then. */
    private Planned<Integer> longestStop() {
        int longest = workloads.stream()
                .mapToInt(workload -> (int) workload.terminationGrace().value().toSeconds())
                .max()
                .orElse(0);
        return longest > AUTOSCALER_WAITS_SECONDS
                ? Planned.derived(longest, "the longest terminationGraceSeconds")
                : Planned.byDefault(AUTOSCALER_WAITS_SECONDS, "longer than every terminationGraceSeconds");
    }

    private Planned<Boolean> protect() {
        return stack.profile() == SizingProfile.DEV
                ? Planned.byProfile(false, "dev: may be destroyed")
                : Planned.byProfile(true, "every sender runs on it: a destroy must be asked for twice");
    }

    /** @param holdsEverything whether the fewest nodes are known to have room for all pods */
    private Placeholders placeholders(ClusterSpec spec, boolean holdsEverything) {
        return new Placeholders(
                Planned.orElse(spec.placeholderPods(), () -> derivedPlaceholders(spec, holdsEverything)),
                largest(WorkloadSpec::cpuRequest, Amounts::millicores, "500m"),
                largest(WorkloadSpec::memoryRequest, Amounts::bytes, "512Mi"));
    }

    private String largest(Function<WorkloadSpec, String> request, ToLongFunction<String> amount, String ofNoWorkload) {
        return workloads.stream()
                .map(workload -> request.apply(workload.spec()))
                .max(Comparator.comparingLong(amount))
                .orElse(ofNoWorkload);
    }

    private Planned<Integer> derivedPlaceholders(ClusterSpec spec, boolean holdsEverything) {
        if (holdsEverything) {
            return Planned.derived(0, "the fewest nodes hold all workloads at their most pods");
        }
        List<WorkloadPlan> waiting = workloads.stream()
                .filter(workload ->
                        workload.scaleOut().filter(ScaleOut::needsRoomOnNodes).isPresent())
                .toList();
        if (waiting.isEmpty()) {
            return Planned.derived(0, "no sender is harmed by a pod that waits for a node");
        }
        String names =
                String.join(", ", waiting.stream().map(WorkloadPlan::name).toList());
        return Planned.derived(
                waiting.stream().mapToInt(ClusterPlanner::newPods).sum(),
                "a pod of " + names + " that waits for a node comes "
                        + NumberText.seconds(ScaleOutPlanner.nodeSeconds(spec.nodeStart()))
                        + " later, when clients have given up or the pods are full");
    }

    private static int newPods(WorkloadPlan workload) {
        return workload.maxReplicas().value() - workload.minReplicas().value();
    }
}
