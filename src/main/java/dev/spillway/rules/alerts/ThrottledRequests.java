package dev.spillway.rules.alerts;

import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AlertSignal;
import dev.spillway.view.EventTopology;
import dev.spillway.view.NamespaceView;

/** Flags namespaces that refuse sends without anybody being told. */
public final class ThrottledRequests extends ListedRule<NamespaceView> {
    static final Parameter<Double> THRESHOLD =
            Parameter.number("maxThreshold", 0, "most refused requests of a window that may go unnoticed");

    public ThrottledRequests() {
        super(
                RuleCard.named("AL-001", "throttled-requests")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("Event Hubs namespace")
                        .summary("Nobody is told that sends are refused")
                        .loses(
                                "Refused sends are the first sign of a burst above the units; unseen, they go on until the clients' "
                                        + "retries run out")
                        .fix(FixClass.NONE, "Declare a metric alert on ThrottledRequests above {maxThreshold}")
                        .parameters(THRESHOLD)
                        .build(),
                EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        double most = context.get(THRESHOLD);
        return Verdict.on(
                context.topology()
                        .alerts()
                        .watched(
                                namespace.target(),
                                AlertSignal.THROTTLED_REQUESTS,
                                condition -> Watch.above(condition, most)),
                Verdict::pass,
                () -> Verdict.violation("", "no alert on ThrottledRequests", "an alert above " + Figures.number(most)));
    }
}
