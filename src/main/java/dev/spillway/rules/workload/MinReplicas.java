package dev.spillway.rules.workload;

import dev.spillway.rule.Change;
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
import dev.spillway.view.Role;
import dev.spillway.view.ScalerView;
import dev.spillway.view.Subject;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags event workloads that one eviction stops. */
public final class MinReplicas extends ListedRule<WorkloadView> {
    static final Parameter<Integer> MINIMUM = Parameter.whole("min", 2, "fewest replicas of a consumer or receiver");
    static final Parameter<Integer> PRODUCER_MINIMUM =
            Parameter.whole("producerMin", 2, "fewest replicas of a producer");

    private static final RuleCard CARD = RuleCard.named("KW-002", "min-replicas")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("workload")
            .summary("One eviction stops the workload")
            .loses("While the only pod restarts nobody sends or reads: callers are refused, and what it held is gone")
            .fix(
                    FixClass.IN_PLACE,
                    "Run {producerMin} replicas of a producer, {min} of any other; the autoscaler's minimum counts where there is one")
            .parameters(MINIMUM, PRODUCER_MINIMUM)
            .build();

    public MinReplicas() {
        super(CARD, EventTopology::workloads);
    }

    @Override
    public Subject standsOn(WorkloadView workload) {
        return workload.replicasDecidedBy();
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return EventRole.judge(workload, role -> {
            int wanted = context.get(role == Role.PRODUCER ? PRODUCER_MINIMUM : MINIMUM);
            return Verdict.on(
                    workload.replicasDecidedBy(),
                    workload.minimumReplicas(),
                    seen -> seen >= wanted ? Verdict.pass() : violation(workload, seen, wanted));
        });
    }

    private static Verdict violation(WorkloadView workload, int seen, int wanted) {
        String path = workload.minimumReplicasPath();
        return Verdict.violation(path, Figures.count(seen, "replica"), "at least " + Figures.count(wanted, "replica"))
                .withChanges(raise(workload, path, wanted));
    }

    /** A minimum above the maximum would be refused, so the maximum goes up with it. Rivals have to be made one first. */
    private static List<Change> raise(WorkloadView workload, String path, int wanted) {
        if (!workload.rivals().isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(Change.set(workload.replicasDecidedBy(), path, wanted));
        Optional<ScalerView> scaler = workload.scaler().whenKnown();
        scaler.filter(view ->
                        view.maximum().whenKnown().filter(most -> most < wanted).isPresent())
                .ifPresent(view -> changes.add(Change.set(view, view.kind().maximumPath(), wanted)));
        return changes;
    }
}
