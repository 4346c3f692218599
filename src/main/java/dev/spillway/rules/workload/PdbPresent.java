package dev.spillway.rules.workload;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.WorkloadView;

/** Flags event workloads that a drain may take whole. */
public final class PdbPresent extends ListedRule<WorkloadView> {
    private static final int ENOUGH = 2;

    public PdbPresent() {
        super(
                RuleCard.named("KW-014", "pdb-present")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("workload")
                        .summary("A drain may take all pods at once")
                        .loses(
                                "An upgrade or a scale-down of nodes evicts pods side by side: when all of them go nobody sends or "
                                        + "reads, and what does not fit into their grace is gone")
                        .fix(FixClass.NONE, "Declare a PodDisruptionBudget with maxUnavailable 1 for its pods")
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return EventRole.judge(
                workload,
                role -> Verdict.on(
                        workload.replicasDecidedBy(),
                        workload.minimumReplicas(),
                        fewest -> fewest < ENOUGH
                                ? Verdict.notApplicable("one pod cannot be protected from a drain: KW-002 speaks")
                                : Verdict.on(
                                        context.topology().clusters().budget(workload),
                                        Verdict::pass,
                                        () -> Verdict.violation(
                                                "",
                                                "no PodDisruptionBudget for its pods",
                                                "one with maxUnavailable 1"))));
    }
}
