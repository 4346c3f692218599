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
import dev.spillway.view.ScalerView;
import dev.spillway.view.WorkloadView;

/** Flags autoscalers that scale something that is not there. */
public final class TargetExists extends ListedRule<ScalerView> {
    private static final String TARGET = "spec.scaleTargetRef";

    public TargetExists() {
        super(
                RuleCard.named("KW-005", "target-exists")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("autoscaler")
                        .summary("The autoscaler scales nothing")
                        .loses(
                                "The workload that it names is not there, so the real one keeps its size through every burst")
                        .fix(
                                FixClass.NONE,
                                "Name a Deployment or StatefulSet of the stack, in the same Kubernetes namespace")
                        .build(),
                EventTopology::scalers);
    }

    @Override
    public Verdict check(ScalerView scaler, Context context) {
        Fact<String> kind = scaler.resource().text(TARGET + ".kind").orDefault("Deployment");
        return Verdict.on(
                scaler,
                kind,
                name -> name.equals("Deployment") || name.equals("StatefulSet")
                        ? judge(scaler, context)
                        : Verdict.notApplicable("a " + name + " is not a kind that we know"));
    }

    private static Verdict judge(ScalerView scaler, Context context) {
        Fact<WorkloadView> target = context.topology().target(scaler);
        if (!target.isAbsent()) {
            return Verdict.on(scaler, target, workload -> Verdict.pass());
        }
        Fact<String> name = scaler.targetName();
        return context.topology().hasHiddenWorkloads()
                ? Verdict.unknown(scaler, Fact.unknown(TARGET, "a Helm release of the stack may hold it"))
                : Verdict.on(
                        scaler,
                        name,
                        wanted -> Verdict.violation(
                                TARGET, wanted + ", which is not in the stack", "a workload of the stack"));
    }
}
