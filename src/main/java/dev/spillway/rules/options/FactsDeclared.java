package dev.spillway.rules.options;

import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.Role;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags event workloads that do not say what the arithmetic needs. */
public final class FactsDeclared extends ListedRule<WorkloadView> {
    public FactsDeclared() {
        super(
                RuleCard.named("PU-008", "facts-declared")
                        .severity(Severity.LOW)
                        .level(Level.ADVISORY)
                        .judges("workload")
                        .summary("The workload does not say how it works")
                        .loses(
                                "Without its rate, its flush and its patience no rule can compute whether a burst is lost: the answer "
                                        + "stays unknown until it happens")
                        .fix(FixClass.NONE, "State the facts as annotations spillway.dev/... of the pods")
                        .pillar(Pillar.OPERATIONS)
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return workload.role().isAbsent()
                ? Verdict.notApplicable("the workload has no event role")
                : Verdict.on(workload, workload.role(), role -> judge(workload, role));
    }

    private static Verdict judge(WorkloadView workload, Role role) {
        List<Fact<?>> needed = new ArrayList<>(List.of(workload.eventsPerSecond()));
        if (role != Role.RECEIVER) {
            needed.add(workload.flushSeconds());
        }
        if (role == Role.PRODUCER && workload.client().isAbsent()) {
            needed.add(workload.retryBudgetSeconds());
        }
        List<Fact<?>> missing = needed.stream().filter(fact -> fact.isAbsent()).toList();
        if (!missing.isEmpty()) {
            String first = missing.get(0).path();
            return Verdict.violation(
                    first,
                    missing.size() + " of " + Figures.count(needed.size(), "fact") + " not given",
                    "all of them: rate, flush" + (role == Role.PRODUCER ? " and patience" : ""));
        }
        return Verdict.whenKnown(Gap.in(workload, needed.toArray(Fact<?>[]::new)), Verdict::pass);
    }
}
