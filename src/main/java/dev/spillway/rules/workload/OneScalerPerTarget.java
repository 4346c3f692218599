package dev.spillway.rules.workload;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ScalerView;
import dev.spillway.view.WorkloadView;
import java.util.List;
import java.util.stream.Collectors;

/** Flags workloads that two autoscalers scale, each as it sees fit. */
public final class OneScalerPerTarget extends ListedRule<WorkloadView> {
    public OneScalerPerTarget() {
        super(
                RuleCard.named("KW-006", "one-scaler-per-target")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("workload")
                        .summary("Two autoscalers undo each other's work")
                        .loses(
                                "One adds pods in a burst and the other, which measures something else, takes them away again: the"
                                        + " fleet swings, and pods that are stopped in the burst give up what they hold")
                        .fix(
                                FixClass.NONE,
                                "Keep one; a ScaledObject takes several triggers, and a CPU trigger replaces the"
                                        + " HorizontalPodAutoscaler beside it")
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return EventRole.judge(
                workload,
                role -> Verdict.on(workload, context.topology().scalers(workload), OneScalerPerTarget::judge));
    }

    private static Verdict judge(List<ScalerView> scalers) {
        if (scalers.isEmpty()) {
            return Verdict.notApplicable("nothing scales it");
        }
        return scalers.size() == 1
                ? Verdict.pass()
                : Verdict.violation(
                        "",
                        scalers.stream().map(OneScalerPerTarget::named).sorted().collect(Collectors.joining(" and ")),
                        "one autoscaler");
    }

    private static String named(ScalerView scaler) {
        return (scaler.isKeda() ? "ScaledObject " : "HorizontalPodAutoscaler ") + scaler.name();
    }
}
