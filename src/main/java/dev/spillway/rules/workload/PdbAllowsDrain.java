package dev.spillway.rules.workload;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.BudgetView;
import dev.spillway.view.Gap;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags budgets that block every drain. */
public final class PdbAllowsDrain extends ListedRule<BudgetView> {
    public PdbAllowsDrain() {
        super(
                RuleCard.named("KW-015", "pdb-allows-drain")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("PodDisruptionBudget")
                        .summary("The budget blocks every drain")
                        .loses(
                                "No pod may be evicted, so an upgrade hangs until someone forces it: then pods go without their grace, "
                                        + "and with what they held")
                        .fix(FixClass.IN_PLACE, "Let one pod be away at a time: maxUnavailable 1")
                        .build(),
                topology -> topology.clusters().budgets());
    }

    @Override
    public Verdict check(BudgetView budget, Context context) {
        List<WorkloadView> covered = context.topology().clusters().covered(budget);
        List<Gap> gaps = new ArrayList<>(context.topology().clusters().coverGaps(budget));
        int pods = 0;
        for (WorkloadView workload : covered) {
            pods += workload.minimumReplicas().whenKnown().orElse(0);
            gaps.addAll(Gap.in(workload.replicasDecidedBy(), workload.minimumReplicas()));
        }
        if (covered.isEmpty() && gaps.isEmpty()) {
            return alone(budget);
        }
        int fewest = pods;
        return Verdict.whenKnown(
                gaps,
                () -> fewest == 0
                        ? Verdict.notApplicable("its pods may all be away: KW-002 speaks")
                        : judge(budget, fewest));
    }

    /** Without its pods only a budget that no number of them could satisfy is wrong for certain. */
    private static Verdict alone(BudgetView budget) {
        return Verdict.on(
                budget,
                budget.allowedOf(MANY),
                allowed -> allowed == 0
                        ? violation(budget, "no pod may be away")
                        : Verdict.notApplicable("the pods that it covers are not in the stack"));
    }

    private static final int MANY = 1_000_000;

    private static Verdict judge(BudgetView budget, int pods) {
        return Verdict.on(
                budget,
                budget.allowedOf(pods),
                allowed -> allowed > 0
                        ? Verdict.pass()
                        : violation(budget, "none of " + Figures.count(pods, "pod") + " may be away"));
    }

    private static Verdict violation(BudgetView budget, String seen) {
        Change one = Change.set(budget, BudgetView.MOST_AWAY, 1);
        Verdict.Violation violation = Verdict.violation(budget.path(), seen, "at least 1 pod that may be away");
        return budget.path().equals(BudgetView.FEWEST_LEFT)
                ? violation.withChanges(Change.remove(budget, BudgetView.FEWEST_LEFT), one)
                : violation.withChanges(one);
    }
}
