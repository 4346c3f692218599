package dev.spillway.rules.workload;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.units.Seconds;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.WorkloadView;
import java.time.Duration;

/** Flags event workloads that are killed before they have sent what they hold. */
public final class GraceCoversFlush extends ListedRule<WorkloadView> {
    static final Parameter<Double> MARGIN =
            Parameter.number("margin", 5, "seconds that have to be left after hook and flush");

    private static final RuleCard CARD = RuleCard.named("KW-025", "grace-covers-flush")
            .severity(Severity.CRITICAL)
            .level(Level.MANDATORY)
            .judges("workload")
            .summary("Pods are killed while they still hold events")
            .loses(
                    "Kubernetes kills a pod at the end of its grace period; what it has not sent by then is gone, at every "
                            + "scale-down and every release")
            .fix(
                    FixClass.IN_PLACE,
                    "Raise terminationGracePeriodSeconds to the preStop hook plus flush-seconds plus {margin} s")
            .parameters(MARGIN)
            .reach(Reach.ALONE)
            .build();

    public GraceCoversFlush() {
        super(CARD, EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        Fact<Double> needed = Fact.both(
                workload.flushSeconds(),
                workload.preStop(),
                (flush, hook) -> flush + Seconds.of(hook) + context.get(MARGIN));
        return EventRole.judge(
                workload,
                role -> Verdict.on(
                        workload,
                        workload.terminationGrace(),
                        grace -> Verdict.on(workload, needed, wanted -> judge(workload, grace, wanted))));
    }

    private static Verdict judge(WorkloadView workload, Duration grace, double wanted) {
        if (Seconds.of(grace) >= wanted) {
            return Verdict.pass();
        }
        String path = workload.terminationGracePath();
        String sum = Figures.seconds(workload.flushSeconds().value()) + " of flush, a hook of "
                + Figures.seconds(Seconds.of(workload.preStop().value())) + " and the margin";
        return Verdict.violation(
                        path, Figures.seconds(Seconds.of(grace)), Figures.secondsAtLeast(wanted) + " or more: " + sum)
                .withChanges(Change.set(workload, path, (int) Math.ceil(wanted)));
    }
}
