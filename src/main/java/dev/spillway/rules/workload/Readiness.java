package dev.spillway.rules.workload;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.PodView;
import dev.spillway.view.Search;
import dev.spillway.view.WorkloadView;
import java.util.List;

/** Flags event workloads that get work before they can do it. */
public final class Readiness extends ListedRule<WorkloadView> {
    public Readiness() {
        super(
                RuleCard.named("KW-022", "readiness")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("workload")
                        .summary("Pods count as ready before they are connected")
                        .loses(
                                "A pod that has no connection yet takes work in that it cannot pass on, and a release goes on to the "
                                        + "next pod before this one works")
                        .fix(FixClass.NONE, "Give a container a readinessProbe that fails until the connection is open")
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return EventRole.judge(
                workload,
                role -> workload.pods().containers().isAbsent()
                        ? Verdict.unknown(workload, workload.pods().containers())
                        : Verdict.on(
                                workload, workload.pods().containers(), containers -> judge(workload, containers)));
    }

    private static Verdict judge(WorkloadView workload, List<PodView.Container> containers) {
        Search probe = Search.among(
                containers,
                container -> container.node("readinessProbe").map(given -> true).orDefault(false));
        return Verdict.on(
                probe,
                Verdict::pass,
                () -> Verdict.violation(
                        workload.pods().path("containers.0.readinessProbe"),
                        "none",
                        "a probe that fails until the connection is open"));
    }
}
