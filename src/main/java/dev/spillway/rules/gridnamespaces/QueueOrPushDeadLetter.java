package dev.spillway.rules.gridnamespaces;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.QueueSubscriptionView;

/** Flags queues and pushes that drop what they cannot deliver. */
public final class QueueOrPushDeadLetter extends ListedRule<QueueSubscriptionView> {
    public QueueOrPushDeadLetter() {
        super(
                RuleCard.named("EN-001", "queue-or-push-dead-letter")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("event subscription of a namespace topic")
                        .summary("What cannot be delivered is dropped")
                        .loses(
                                "An event that was tried too often or grew too old is dropped, and only the metric DroppedEvents "
                                        + "counts it")
                        .fix(FixClass.NONE, "Name a container in deadLetterDestinationWithResourceIdentity")
                        .reach(Reach.ALONE)
                        .build(),
                topology -> topology.grid().queueSubscriptions());
    }

    @Override
    public Verdict check(QueueSubscriptionView subscription, Context context) {
        Fact<JsonNode> deadLetter = subscription.deadLetter();
        return deadLetter.isAbsent()
                ? Verdict.violation(deadLetter.path(), "none", "a blob container and an identity that may write there")
                : Verdict.on(subscription, deadLetter, known -> Verdict.pass());
    }
}
