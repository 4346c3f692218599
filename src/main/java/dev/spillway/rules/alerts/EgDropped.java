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
import dev.spillway.view.TopicView;

/** Flags topics that may drop events unseen. */
public final class EgDropped extends ListedRule<TopicView> {
    static final Parameter<Double> THRESHOLD =
            Parameter.number("maxThreshold", 0, "most dropped events of a window that may go unnoticed");

    public EgDropped() {
        super(
                RuleCard.named("AL-010", "eg-dropped")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("topic, domain or system topic")
                        .summary("Nobody is told that events are dropped")
                        .loses(
                                "DroppedEventCount counts the loss itself: without an alert on it events are gone and nobody ever "
                                        + "knows")
                        .fix(FixClass.NONE, "Declare a metric alert on DroppedEventCount above {maxThreshold}")
                        .parameters(THRESHOLD)
                        .build(),
                topology -> topology.grid().topics());
    }

    @Override
    public Verdict check(TopicView topic, Context context) {
        double most = context.get(THRESHOLD);
        return Verdict.on(
                context.topology()
                        .alerts()
                        .watched(topic.target(), AlertSignal.DROPPED_EVENTS, condition -> Watch.above(condition, most)),
                Verdict::pass,
                () -> Verdict.violation("", "no alert on DroppedEventCount", "an alert above " + Figures.number(most)));
    }
}
