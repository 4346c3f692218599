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
import dev.spillway.view.InputPath;
import dev.spillway.view.Inputs;
import dev.spillway.view.ScalerView;
import dev.spillway.view.WorkloadView;
import java.util.List;

/** Flags autoscalers whose target is set back to a static number of replicas by every deployment. */
public final class NoStaticReplicas extends ListedRule<ScalerView> {
    private static final InputPath REPLICAS = InputPath.of("spec.replicas");
    private static final String RETIRED = "KEDA 2 ignores objects of the group keda.k8s.io";

    private static final RuleCard CARD = RuleCard.named("KW-004", "no-static-replicas")
            .severity(Severity.CRITICAL)
            .level(Level.MANDATORY)
            .judges("autoscaler")
            .summary("Every deployment undoes the autoscaler")
            .loses(
                    "A deployment under load throws the fleet back to the static number: pods are stopped with events in "
                            + "memory, and the rest cannot keep up")
            .fix(FixClass.NONE, "Leave spec.replicas out of the workload, or list spec.replicas in its ignoreChanges")
            .build();

    public NoStaticReplicas() {
        super(CARD, EventTopology::scalers);
    }

    @Override
    public Verdict check(ScalerView scaler, Context context) {
        Fact<WorkloadView> target = context.topology().target(scaler);
        return target.isAbsent()
                ? Verdict.notApplicable("its target is not in the stack")
                : Verdict.on(scaler, target, workload -> check(scaler, workload));
    }

    private static Verdict check(ScalerView scaler, WorkloadView workload) {
        if (workload.staticReplicas().isAbsent() || isIgnored(workload)) {
            return isRetired(scaler) ? Verdict.pass(RETIRED) : Verdict.pass();
        }
        if (workload.resource().options().hideIgnoredChanges()) {
            return Verdict.unknown(List.of(new Gap(
                    workload.urn(), workload.name(), "options.ignoreChanges", "hidden or not told by the engine")));
        }
        return Verdict.on(workload, workload.staticReplicas(), replicas -> violation(scaler, workload, replicas));
    }

    private static Verdict violation(ScalerView scaler, WorkloadView workload, int replicas) {
        Verdict.Violation violation = Verdict.violation(
                "spec.scaleTargetRef",
                workload.name() + " sets spec.replicas to " + replicas,
                "no spec.replicas on " + workload.name());
        return isRetired(scaler) ? violation.withNote(RETIRED) : violation;
    }

    private static boolean isIgnored(WorkloadView workload) {
        return workload.resource().options().ignoreChanges().stream()
                .filter(path -> !path.equals(Inputs.HIDDEN))
                .map(InputPath::of)
                .anyMatch(path -> path.covers(REPLICAS));
    }

    private static boolean isRetired(ScalerView scaler) {
        return scaler.kind() == ScalerView.Kind.RETIRED_SCALED_OBJECT;
    }
}
