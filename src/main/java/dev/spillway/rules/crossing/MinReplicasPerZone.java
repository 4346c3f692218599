package dev.spillway.rules.crossing;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ClusterTopology;
import dev.spillway.view.ClusterView;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.PoolView;
import dev.spillway.view.Role;
import dev.spillway.view.Subject;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags senders and receivers that leave a zone without a pod. */
public final class MinReplicasPerZone extends ListedRule<WorkloadView> {
    public MinReplicasPerZone() {
        super(
                RuleCard.named("CX-012", "min-replicas-per-zone")
                        .severity(Severity.MEDIUM)
                        .level(Level.ADVISORY)
                        .judges("workload")
                        .summary("A zone has no sender of its own")
                        .loses(
                                "With fewer pods than zones the loss of one zone can take most of the fleet: until others have "
                                        + "started, callers are refused")
                        .fix(FixClass.IN_PLACE, "Run as many pods as the pools have zones")
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Subject standsOn(WorkloadView workload) {
        return workload.replicasDecidedBy();
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        if (workload.role().isAbsent()) {
            return Verdict.notApplicable("the workload has no event role");
        }
        return Verdict.on(
                workload,
                workload.role(),
                role -> role == Role.CONSUMER
                        ? Verdict.notApplicable("a consumer reads on from any zone: KW-002 speaks")
                        : Verdict.on(
                                workload.replicasDecidedBy(),
                                workload.minimumReplicas(),
                                fewest -> zones(workload, fewest, context)));
    }

    private static Verdict zones(WorkloadView workload, int fewest, Context context) {
        ClusterTopology clusters = context.topology().clusters();
        Fact<ClusterView> cluster = clusters.clusterOf(workload.resource());
        Fact<ClusterView> stated = cluster.isAbsent()
                ? Fact.unknown(cluster.path(), "the cluster with its pools is not in the stack")
                : cluster;
        return Verdict.on(workload, stated, known -> judge(workload, fewest, clusters.pools(known), clusters));
    }

    private static Verdict judge(WorkloadView workload, int fewest, List<PoolView> pools, ClusterTopology clusters) {
        List<Gap> gaps = new ArrayList<>(clusters.strayPools());
        int zones = 0;
        for (PoolView pool : pools) {
            Fact<Boolean> runsThere = clusters.mayRunOn(workload, pool);
            if (!runsThere.whenKnown().orElse(true)) {
                continue;
            }
            gaps.addAll(Gap.in(workload, runsThere));
            gaps.addAll(Gap.in(pool, pool.zones()));
            zones = runsThere.isKnown()
                    ? Math.max(zones, pool.zones().whenKnown().orElse(0))
                    : zones;
        }
        int wanted = zones;
        return fewest < wanted
                ? Verdict.violation(
                                workload.minimumReplicasPath(),
                                Figures.count(fewest, "replica") + " over " + Figures.count(wanted, "zone"),
                                "at least " + Figures.count(wanted, "replica"))
                        .withChanges(raise(workload, wanted))
                : Verdict.whenKnown(gaps, Verdict::pass);
    }

    /** A minimum above the maximum would be refused, so the maximum goes up with it. Rivals have to be made one first. */
    private static List<Change> raise(WorkloadView workload, int wanted) {
        if (!workload.rivals().isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(Change.set(workload.replicasDecidedBy(), workload.minimumReplicasPath(), wanted));
        workload.scaler()
                .whenKnown()
                .filter(view ->
                        view.maximum().whenKnown().filter(most -> most < wanted).isPresent())
                .ifPresent(view -> changes.add(Change.set(view, view.kind().maximumPath(), wanted)));
        return changes;
    }
}
