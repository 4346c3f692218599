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

/** Flags event workloads of a fixed size. */
public final class AutoscalerPresent extends ListedRule<WorkloadView> {
    public AutoscalerPresent() {
        super(
                RuleCard.named("KW-001", "autoscaler-present")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("workload")
                        .summary("Nothing adds pods in a burst")
                        .loses(
                                "A burst meets a fleet of fixed size: producers turn callers away or fill their memory, consumers "
                                        + "fall behind until the retention deletes what they did not read")
                        .fix(FixClass.NONE, "Declare a HorizontalPodAutoscaler or a ScaledObject for it")
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return EventRole.judge(
                workload,
                role -> workload.scaler().isAbsent()
                        ? Verdict.violation("", "no autoscaler", "a HorizontalPodAutoscaler or a ScaledObject")
                        : Verdict.on(workload, workload.scaler(), scaler -> Verdict.pass()));
    }
}
