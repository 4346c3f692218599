package dev.spillway.rules.eventgrid;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.SubscriptionView;
import java.util.List;

/** Flags subscriptions whose events die before a receiver that is away comes back. */
public final class RetryTtlFloor implements Rule<SubscriptionView> {
    static final Parameter<Integer> MINIMUM = Parameter.whole(
            "minMinutes", 1440, "shortest life of an event, in minutes; the service keeps none for longer");

    private static final String TIME_TO_LIVE = "retryPolicy.eventTimeToLiveInMinutes";
    private static final int BY_DEFAULT = 1440;

    private static final RuleCard CARD = RuleCard.named("EG-010", "retry-ttl-floor")
            .severity(Severity.HIGH)
            .level(Level.ADVISORY)
            .judges("event subscription that pushes")
            .summary("Events die before their receiver is back")
            .loses("An event is given up when its time is over, however many attempts are left")
            .fix(FixClass.IN_PLACE, "Let events live for {minMinutes} minutes")
            .parameters(MINIMUM)
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
        int floor = context.get(MINIMUM);
        Fact<Integer> life = subscription.resource().whole(TIME_TO_LIVE).orDefault(BY_DEFAULT);
        return Verdict.on(
                subscription,
                life,
                minutes -> minutes >= floor
                        ? Verdict.pass()
                        : Verdict.violation(
                                        TIME_TO_LIVE,
                                        Figures.count(minutes, "minute"),
                                        "at least " + Figures.count(floor, "minute"))
                                .withChanges(Change.set(subscription, TIME_TO_LIVE, floor)));
    }
}
