package dev.spillway.rules.cluster;

import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.PoolView;
import dev.spillway.view.Role;
import dev.spillway.view.WorkloadView;

/** Flags senders and readers on nodes that Azure may take back in seconds. */
public final class NoSendersOnSpot extends ListedRule<WorkloadView> {
    static final Parameter<Double> NOTICE =
            Parameter.number("evictSeconds", 30, "notice that a Spot node gives before it goes, in seconds");

    private static final String TOLERATIONS = "tolerations";

    public NoSendersOnSpot() {
        super(
                RuleCard.named("AK-008", "no-senders-on-spot")
                        .severity(Severity.CRITICAL)
                        .level(Level.ADVISORY)
                        .judges("workload")
                        .summary("Events sit on nodes that go without waiting")
                        .loses(
                                "A Spot node goes seconds after it was told to: what a pod there could not send by then is gone")
                        .fix(
                                FixClass.NONE,
                                "Take the toleration of Spot nodes away, or flush within {evictSeconds} s and keep a spool on a disk")
                        .parameters(NOTICE)
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        if (workload.role().isAbsent()) {
            return Verdict.notApplicable("the workload has no event role");
        }
        return Verdict.on(
                workload,
                workload.role(),
                role -> role == Role.RECEIVER
                        ? Verdict.notApplicable("a receiver holds nothing: Event Grid delivers again")
                        : Verdict.on(
                                workload,
                                workload.pods().tolerates(PoolView.SPOT_TAINT + "=spot:NoSchedule"),
                                tolerated -> tolerated ? onSpot(workload, role, context) : Verdict.pass()));
    }

    private static Verdict onSpot(WorkloadView workload, Role role, Context context) {
        double notice = context.get(NOTICE);
        Fact<Double> flush = workload.flushSeconds();
        if (flush.whenKnown().filter(seconds -> seconds > notice).isPresent()) {
            return violation(
                    workload,
                    "a flush of " + Figures.seconds(flush.value()),
                    "a flush within " + Figures.seconds(notice));
        }
        if (role == Role.CONSUMER) {
            return Verdict.on(workload, flush, seconds -> Verdict.pass());
        }
        return Verdict.on(
                workload,
                workload.spools(),
                spooled -> spooled
                        ? Verdict.on(workload, flush, seconds -> Verdict.pass())
                        : violation(workload, "no spool", "a spool on a disk that outlives the pod"));
    }

    /** What all replicas hold goes at once when Azure takes the nodes of a whole zone back. */
    private static Verdict violation(WorkloadView workload, String seen, String wanted) {
        Verdict.Violation violation = Verdict.violation(
                workload.pods().path(TOLERATIONS),
                "Spot nodes are tolerated, with " + seen,
                wanted + ", or no Spot nodes");
        Fact<Double> held =
                Fact.both(workload.bufferedEvents(), workload.maximumReplicas(), (each, pods) -> each * pods);
        return held.whenKnown()
                .map(events ->
                        violation.withNote("All replicas together hold up to " + Figures.number(events) + " events"))
                .orElse(violation);
    }
}
