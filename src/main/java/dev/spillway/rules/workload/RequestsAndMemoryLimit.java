package dev.spillway.rules.workload;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.PodView;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags event workloads that are evicted first, or starved. */
public final class RequestsAndMemoryLimit extends ListedRule<WorkloadView> {
    public RequestsAndMemoryLimit() {
        super(
                RuleCard.named("KW-028", "requests-and-memory-limit")
                        .severity(Severity.MEDIUM)
                        .level(Level.MANDATORY)
                        .judges("workload")
                        .summary("Pods are evicted first, or starved")
                        .loses(
                                "Pods without requests are the first to go when a node runs short, and without a memory limit one pod "
                                        + "takes its neighbours along: what they held is gone")
                        .fix(FixClass.NONE, "Request CPU and memory for every container, and limit its memory")
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return EventRole.judge(
                workload,
                role -> Verdict.on(workload, workload.pods().containers(), containers -> judge(workload, containers)));
    }

    private static Verdict judge(WorkloadView workload, List<PodView.Container> containers) {
        List<Gap> gaps = new ArrayList<>();
        for (PodView.Container container : containers) {
            for (Fact<Double> amount :
                    List.of(container.request("cpu"), container.request("memory"), container.limit("memory"))) {
                if (amount.isAbsent()) {
                    return Verdict.violation(amount.path(), "not given", "an amount that the pod needs");
                }
                gaps.addAll(Gap.in(workload, amount));
            }
        }
        return Verdict.whenKnown(gaps, Verdict::pass);
    }
}
