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
import dev.spillway.view.ScalerView;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Flags autoscalers that measure a share of nothing. */
public final class MetricHasRequest extends ListedRule<ScalerView> {
    public MetricHasRequest() {
        super(
                RuleCard.named("KW-007", "metric-has-request")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("autoscaler")
                        .summary("The autoscaler measures a share of nothing")
                        .loses(
                                "A utilisation is a share of the request, and without a request it is unknown: the autoscaler never "
                                        + "adds a pod, whatever the burst")
                        .fix(FixClass.NONE, "Give every container of the target a request for what is measured")
                        .build(),
                EventTopology::scalers);
    }

    @Override
    public Verdict check(ScalerView scaler, Context context) {
        Fact<Set<String>> measured = scaler.utilisations();
        return Verdict.on(
                scaler,
                measured,
                of -> of.isEmpty() ? Verdict.notApplicable("it measures no utilisation") : target(scaler, of, context));
    }

    private static Verdict target(ScalerView scaler, Set<String> measured, Context context) {
        Fact<WorkloadView> target = context.topology().target(scaler);
        return target.isAbsent()
                ? Verdict.notApplicable("its target is not in the stack")
                : Verdict.on(
                        scaler,
                        target,
                        workload -> Verdict.on(
                                workload,
                                workload.pods().containers(),
                                containers -> judge(workload, containers, measured)));
    }

    private static Verdict judge(WorkloadView workload, List<PodView.Container> containers, Set<String> measured) {
        List<Gap> gaps = new ArrayList<>();
        for (PodView.Container container : containers) {
            for (String resource : measured) {
                Fact<Double> request = container.request(resource);
                if (request.isAbsent()) {
                    return Verdict.violation(
                            "spec.metrics",
                            "a share of the " + resource + " request, which "
                                    + container.title().whenKnown().orElse("a container") + " of " + workload.name()
                                    + " does not have",
                            "a " + resource + " request on every container");
                }
                gaps.addAll(Gap.in(workload, request));
            }
        }
        return Verdict.whenKnown(gaps, Verdict::pass);
    }
}
