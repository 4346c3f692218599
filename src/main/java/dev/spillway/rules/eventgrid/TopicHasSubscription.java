package dev.spillway.rules.eventgrid;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.TopicView;
import java.util.List;

/** Flags topics that nobody listens to. */
public final class TopicHasSubscription extends ListedRule<TopicView> {
    static final Parameter<List<String>> ALLOWED =
            Parameter.texts("allowExternal", List.of(), "topics whose subscriptions are made elsewhere, by name");

    public TopicHasSubscription() {
        super(
                RuleCard.named("EG-021", "topic-has-subscription")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("topic, domain or system topic")
                        .summary("Nobody listens to the topic")
                        .loses(
                                "The publisher is told that its event was accepted, and Event Grid discards it because nothing "
                                        + "subscribes")
                        .fix(FixClass.NONE, "Declare a subscription, or name the topic in allowExternal")
                        .parameters(ALLOWED)
                        .build(),
                topology -> topology.grid().topics());
    }

    @Override
    public Verdict check(TopicView topic, Context context) {
        if (topic.azureName().whenKnown().filter(context.get(ALLOWED)::contains).isPresent()) {
            return Verdict.notApplicable("its subscriptions are made elsewhere");
        }
        return Verdict.on(
                context.topology().grid().subscriber(topic),
                Verdict::pass,
                () -> Verdict.violation("", "no event subscription in the stack", "at least one"));
    }
}
