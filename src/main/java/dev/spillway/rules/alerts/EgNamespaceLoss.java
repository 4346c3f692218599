package dev.spillway.rules.alerts;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AlertSignal;
import dev.spillway.view.GridNamespaceView;
import dev.spillway.view.Search;
import java.util.List;

/** Flags Event Grid namespaces that may drop events unseen. */
public final class EgNamespaceLoss extends ListedRule<GridNamespaceView> {
    private static final List<AlertSignal> SIGNALS =
            List.of(AlertSignal.NAMESPACE_DROPPED_EVENTS, AlertSignal.NAMESPACE_DEAD_LETTER_FAILURES);

    public EgNamespaceLoss() {
        super(
                RuleCard.named("AL-014", "eg-namespace-loss")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("Event Grid namespace")
                        .summary("Nobody is told that events are dropped")
                        .loses(
                                "Events that were dropped, and dead letters that could not be written, are counted and nothing else: "
                                        + "without alerts nobody ever knows")
                        .fix(
                                FixClass.NONE,
                                "Declare metric alerts on DroppedEvents and on FailedDeadLetteredEvents above 0")
                        .build(),
                topology -> topology.grid().namespaces());
    }

    @Override
    public Verdict check(GridNamespaceView namespace, Context context) {
        for (AlertSignal signal : SIGNALS) {
            Search watched = context.topology()
                    .alerts()
                    .watched(namespace.target(), signal, condition -> Watch.above(condition, 0));
            if (!watched.isFound()) {
                return Verdict.on(
                        watched,
                        Verdict::pass,
                        () -> Verdict.violation("", "no alert on " + signal.metric(), "an alert above 0"));
            }
        }
        return Verdict.pass();
    }
}
