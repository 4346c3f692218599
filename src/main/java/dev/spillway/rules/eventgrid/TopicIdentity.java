package dev.spillway.rules.eventgrid;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.TopicView;

/** Flags topics that have no identity to deliver or to park events with. */
public final class TopicIdentity extends ListedRule<TopicView> {
    private static final String TYPE = "identity.type";

    public TopicIdentity() {
        super(
                RuleCard.named("EG-024", "topic-identity")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("topic, domain or system topic")
                        .summary("Topic has no identity")
                        .loses(
                                "Without an identity the topic delivers and parks with keys: where those are refused, or behind a "
                                        + "firewall, events are dropped")
                        .fix(FixClass.IN_PLACE, "Give the topic a managed identity")
                        .reach(Reach.ALONE)
                        .build(),
                topology -> topology.grid().topics());
    }

    @Override
    public Verdict check(TopicView topic, Context context) {
        return Verdict.on(
                topic,
                topic.isRegional(),
                regional -> regional
                        ? Verdict.on(topic, topic.identityType(), type -> judge(topic, type))
                        : Verdict.notApplicable("a system topic of a global source takes no identity"));
    }

    private static Verdict judge(TopicView topic, String type) {
        return type.isEmpty() || type.equals("None")
                ? Verdict.violation(TYPE, "none", "SystemAssigned")
                        .withChanges(Change.set(topic, TYPE, "SystemAssigned"))
                : Verdict.pass();
    }
}
