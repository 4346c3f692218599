package dev.spillway.rules.eventgrid;

import dev.spillway.facts.DeliverySchedule;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
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

/** Flags subscriptions that give up after few deliveries. */
public final class RetryAttemptsFloor extends ListedRule<SubscriptionView> {
    static final Parameter<Integer> MINIMUM =
            Parameter.whole("minAttempts", DeliverySchedule.MOST_ATTEMPTS, "fewest deliveries of one event");

    public RetryAttemptsFloor() {
        super(
                RuleCard.named("EG-011", "retry-attempts-floor")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("event subscription")
                        .summary("Delivery gives up after few attempts")
                        .loses(
                                "Attempts run out before the time to live does: a receiver that is down for minutes or hours loses "
                                        + "the event, or finds it among the dead letters")
                        .fix(FixClass.IN_PLACE, "Allow {minAttempts} deliveries, so that the time to live decides")
                        .parameters(MINIMUM)
                        .reach(Reach.ALONE)
                        .build(),
                topology -> topology.grid().subscriptions());
    }

    @Override
    public Verdict check(SubscriptionView subscription, Context context) {
        int wanted = context.get(MINIMUM);
        Fact<Integer> attempts = subscription.maximumAttempts();
        return Verdict.on(
                subscription,
                attempts,
                seen -> seen >= wanted
                        ? Verdict.pass()
                        : Verdict.violation(
                                        attempts.path(),
                                        seen + " attempts, over after " + span(seen),
                                        wanted + " attempts")
                                .withChanges(Change.set(subscription, attempts.path(), wanted)));
    }

    /** When the last attempt is made, if failing takes no time. */
    private static String span(int attempts) {
        double[] offsets = DeliverySchedule.offsets();
        return Figures.seconds(offsets[Math.min(Math.max(attempts, 1), offsets.length) - 1]);
    }
}
