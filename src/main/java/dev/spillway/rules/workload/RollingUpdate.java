package dev.spillway.rules.workload;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.spillway.view.Fact;
import dev.spillway.view.WorkloadView;

/** Flags event workloads of which a release stops half or more at once. */
public final class RollingUpdate extends ListedRule<WorkloadView> {
    static final Parameter<Double> MOST = Parameter.number(
            "maxUnavailablePercent", 50, "share of the pods from which on a release is a gap, in percent");

    private static final String TYPE = "spec.strategy.type";
    private static final String AWAY = "spec.strategy.rollingUpdate.maxUnavailable";
    private static final String QUARTER = "25%";

    public RollingUpdate() {
        super(
                RuleCard.named("KW-021", "rolling-update")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("workload")
                        .summary("A release stops half the pods at once")
                        .loses(
                                "Every release is a gap: fewer pods than the load needs send or read, and what callers hand over in the "
                                        + "meantime is refused")
                        .fix(FixClass.IN_PLACE, "Update rolling, with a quarter of the pods away at most")
                        .parameters(MOST)
                        .build(),
                EventTopology::workloads);
    }

    @Override
    public Verdict check(WorkloadView workload, Context context) {
        return EventRole.judge(
                workload,
                role -> workload.isDeployment()
                        ? Verdict.on(
                                workload,
                                workload.resource().text(TYPE).orDefault("RollingUpdate"),
                                type -> type.equals("Recreate")
                                        ? recreate(workload)
                                        : rolling(workload, context.get(MOST)))
                        : Verdict.notApplicable("a StatefulSet replaces its pods one by one"));
    }

    private static Verdict recreate(WorkloadView workload) {
        return Verdict.violation(TYPE, "Recreate", "RollingUpdate")
                .withChanges(Change.set(workload, TYPE, "RollingUpdate"), Change.set(workload, AWAY, QUARTER));
    }

    private static Verdict rolling(WorkloadView workload, double most) {
        Fact<JsonNode> given = workload.resource().node(AWAY);
        return given.isAbsent() ? Verdict.pass() : Verdict.on(workload, given, away -> judge(workload, away, most));
    }

    private static Verdict judge(WorkloadView workload, JsonNode away, double most) {
        String text = away.asText();
        if (text.matches("\\d{1,3}%")) {
            return share(workload, text, Double.parseDouble(text.substring(0, text.length() - 1)), most);
        }
        return text.matches("\\d{1,5}(\\.0)?")
                ? Verdict.on(
                        workload.replicasDecidedBy(),
                        workload.minimumReplicas(),
                        fewest -> share(
                                workload,
                                text + " of " + Figures.count(fewest, "pod"),
                                100 * Double.parseDouble(text) / Math.max(1, fewest),
                                most))
                : Verdict.unknown(
                        workload, Fact.unknown(AWAY, "met \"" + text + "\" where a number or a percentage belongs"));
    }

    private static Verdict share(WorkloadView workload, String seen, double percent, double most) {
        return percent < most
                ? Verdict.pass()
                : Verdict.violation(AWAY, seen, "less than " + Figures.number(most) + " %")
                        .withChanges(Change.set(workload, AWAY, QUARTER));
    }
}
