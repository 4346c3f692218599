package dev.spillway.rules.eventgrid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.SubscriptionView;
import java.util.List;
import java.util.Optional;

/** Flags subscriptions that drop what they cannot deliver. */
public final class DeadLetterSet implements Rule<SubscriptionView> {
    private static final String ACCEPTED = "spillway-accept-loss";
    private static final String OWNER = "owner: ";
    private static final String REASON = "reason: ";

    private static final RuleCard CARD = RuleCard.named("EG-001", "dead-letter-set")
            .severity(Severity.CRITICAL)
            .level(Level.MANDATORY)
            .judges("event subscription that pushes")
            .summary("Subscription drops what it cannot deliver")
            .loses(
                    "After the last try, or at once when the receiver answers 400, 401, 403 or 413, the event is dropped without "
                            + "a trace but a metric")
            .fix(
                    FixClass.NONE,
                    "Give the subscription a dead-letter container, written by identity, or accept the loss in writing")
            .reach(Reach.ALONE)
            .build();

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<SubscriptionView> subjects(EventTopology topology) {
        return topology.grid().subscriptions();
    }

    @Override
    public Verdict check(SubscriptionView subscription, Context context) {
        if (!subscription.deadLetter().isAbsent()) {
            // What is known only after deployment is an address all the same.
            return Verdict.pass();
        }
        Fact<JsonNode> labels = subscription.resource().node("labels");
        return labels.isAbsent()
                ? dropped()
                : Verdict.on(
                        subscription,
                        labels,
                        known -> accepted(known).map(Verdict::notApplicable).orElseGet(DeadLetterSet::dropped));
    }

    private static Verdict dropped() {
        return Verdict.violation(
                SubscriptionView.DEAD_LETTER_BY_IDENTITY, "not set", "a container in the region of the topic");
    }

    /** Somebody has to have said it, and why. */
    private static Optional<String> accepted(JsonNode labels) {
        boolean isAccepted = false;
        String owner = "";
        String reason = "";
        for (JsonNode label : labels) {
            String text = label.asText();
            isAccepted |= text.equals(ACCEPTED);
            owner = text.startsWith(OWNER) ? text.substring(OWNER.length()) : owner;
            reason = text.startsWith(REASON) ? text.substring(REASON.length()) : reason;
        }
        return isAccepted && !owner.isBlank() && !reason.isBlank()
                ? Optional.of("loss accepted by " + owner + ": " + reason)
                : Optional.empty();
    }
}
