package dev.spillway.rules.eventgrid;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.SubscriptionView;
import java.util.List;

/** Flags subscriptions that end on a date. */
public final class SubscriptionNeverExpires extends ListedRule<SubscriptionView> {
    static final Parameter<List<String>> ALLOWED =
            Parameter.texts("allowWithin", List.of(), "subscriptions that end on purpose, by name");

    private static final String END = "expirationTimeUtc";

    public SubscriptionNeverExpires() {
        super(
                RuleCard.named("EG-012", "subscription-never-expires")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("event subscription")
                        .summary("Subscription ends on a date")
                        .loses(
                                "On that date the subscription is gone without a word: events match nothing any more and are "
                                        + "discarded")
                        .fix(FixClass.IN_PLACE, "Take expirationTimeUtc away")
                        .parameters(ALLOWED)
                        .reach(Reach.ALONE)
                        .build(),
                topology -> topology.grid().subscriptions());
    }

    @Override
    public Verdict check(SubscriptionView subscription, Context context) {
        Fact<String> end = subscription.resource().text(END);
        if (end.isAbsent()) {
            return Verdict.pass();
        }
        boolean isAllowed = subscription
                .azureName()
                .whenKnown()
                .filter(context.get(ALLOWED)::contains)
                .isPresent();
        return isAllowed
                ? Verdict.notApplicable("it ends on purpose")
                : Verdict.on(
                        subscription,
                        end,
                        date -> Verdict.violation(END, date, "no end").withChanges(Change.remove(subscription, END)));
    }
}
