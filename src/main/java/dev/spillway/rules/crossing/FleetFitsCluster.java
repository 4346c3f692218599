package dev.spillway.rules.crossing;

import dev.spillway.facts.VmSize;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ClusterTopology;
import dev.spillway.view.ClusterView;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.PoolView;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags clusters that cannot hold the fleet that their autoscalers may ask for. */
public final class FleetFitsCluster extends ListedRule<ClusterView> {
    static final Parameter<Double> SHARE =
            Parameter.number("allocatableShare", 0.85, "part of a node that pods may have; the system takes the rest");

    private static final double GIBIBYTE = 1024.0 * 1024 * 1024;

    public FleetFitsCluster() {
        super(
                RuleCard.named("CX-010", "fleet-fits-cluster")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("AKS cluster")
                        .summary("The cluster cannot hold the whole fleet")
                        .loses(
                                "The autoscaler asks for pods that no node will ever have room for: they stay pending, and what they "
                                        + "were to send is dropped")
                        .fix(FixClass.NONE, "Raise maxCount or the size of the nodes, or scale the workloads less far")
                        .parameters(SHARE)
                        .build(),
                topology -> topology.clusters().clusters());
    }

    @Override
    public Verdict check(ClusterView cluster, Context context) {
        ClusterTopology clusters = context.topology().clusters();
        List<WorkloadView> fleet = clusters.workloads(cluster).stream()
                .filter(workload -> !workload.role().isAbsent())
                .toList();
        if (fleet.isEmpty()) {
            return Verdict.notApplicable("no event workload of the stack runs there for certain");
        }
        List<Gap> gaps = new ArrayList<>();
        double cores = sum(fleet, "cpu", gaps);
        double bytes = sum(fleet, "memory", gaps);
        List<PoolView> pools = clusters.pools(cluster).stream()
                .filter(pool -> fleet.stream()
                        .anyMatch(workload ->
                                clusters.mayRunOn(workload, pool).whenKnown().orElse(true)))
                .toList();
        List<Gap> unknownRoom = new ArrayList<>(clusters.strayPools());
        Room room = Room.of(pools, context.get(SHARE), unknownRoom);
        boolean isTooSmall = cores > room.cores() || bytes / GIBIBYTE > room.gibibytes();
        if (isTooSmall && unknownRoom.isEmpty()) {
            return violation(cores, bytes / GIBIBYTE, room);
        }
        gaps.addAll(unknownRoom);
        return Verdict.whenKnown(gaps, Verdict::pass);
    }

    private static Verdict violation(double cores, double gibibytes, Room room) {
        return Verdict.violation(
                "agentPoolProfiles",
                "up to " + Figures.number(cores) + " cores and " + Figures.number(gibibytes) + " GiB asked for",
                "no more than the " + Figures.number(room.cores()) + " cores and " + Figures.number(room.gibibytes())
                        + " GiB of " + Figures.count(room.nodes(), "node"));
    }

    private static double sum(List<WorkloadView> fleet, String resource, List<Gap> gaps) {
        double sum = 0;
        for (WorkloadView workload : fleet) {
            Fact<Double> each = workload.pods().request(resource);
            sum += Fact.both(workload.maximumReplicas(), each, (pods, amount) -> pods * amount)
                    .whenKnown()
                    .orElse(0.0);
            gaps.addAll(Gap.in(workload, each));
            gaps.addAll(Gap.in(workload.replicasDecidedBy(), workload.maximumReplicas()));
        }
        return sum;
    }

    /** What pods may have on all nodes together, when every pool is at its most. */
    private record Room(double cores, double gibibytes, int nodes) {
        static Room of(List<PoolView> pools, double share, List<Gap> gaps) {
            Room room = new Room(0, 0, 0);
            for (PoolView pool : pools) {
                Fact<VmSize> size = pool.vmSize()
                        .then(name -> VmSize.of(name)
                                .map(known -> Fact.known(pool.path("vmSize"), known))
                                .orElseGet(() -> Fact.unknown(
                                        pool.path("vmSize"),
                                        "met \"" + name + "\", which our table of sizes does not have")));
                if (size.isKnown() && pool.mostNodes().isKnown()) {
                    int nodes = pool.mostNodes().value();
                    room = new Room(
                            room.cores + nodes * size.value().cores() * share,
                            room.gibibytes + nodes * size.value().gibibytes() * share,
                            room.nodes + nodes);
                }
                gaps.addAll(Gap.in(pool, size, pool.mostNodes()));
            }
            return room;
        }
    }
}
