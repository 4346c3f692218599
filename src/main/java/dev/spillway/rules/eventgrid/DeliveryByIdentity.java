package dev.spillway.rules.eventgrid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.SubscriptionView;

/** Flags deliveries that sign in with keys where only identities are let in. */
public final class DeliveryByIdentity extends ListedRule<SubscriptionView> {
    private static final String PLACE = SubscriptionView.DESTINATION;

    public DeliveryByIdentity() {
        super(
                RuleCard.named("EG-013", "delivery-by-identity")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("event subscription")
                        .summary("The destination refuses this delivery")
                        .loses(
                                "The destination takes no keys or lets nobody through its firewall: every delivery is refused, which "
                                        + "is not retried, and the event is dropped or dead-lettered")
                        .fix(FixClass.NONE, "Deliver with the identity of the topic: deliveryWithResourceIdentity")
                        .build(),
                topology -> topology.grid().subscriptions());
    }

    @Override
    public Verdict check(SubscriptionView subscription, Context context) {
        Fact<JsonNode> destination = subscription.resource().node(PLACE);
        if (destination.isAbsent()) {
            return Verdict.notApplicable("it does not deliver with keys");
        }
        Fact<String> type = subscription.resource().text(PLACE + ".endpointType");
        return Verdict.on(
                subscription,
                type,
                name -> Endpoint.byName(name)
                        .map(endpoint -> judge(subscription, endpoint, context))
                        .orElseGet(() -> Verdict.notApplicable(name + " takes no keys of Azure")));
    }

    private static Verdict judge(SubscriptionView subscription, Endpoint endpoint, Context context) {
        Fact<DeliveryTarget> target = DeliveryTarget.of(subscription, PLACE, endpoint, context.topology());
        return Verdict.on(
                subscription,
                target,
                found -> Verdict.on(
                        found.refusesKeys(),
                        () -> Verdict.violation(
                                PLACE,
                                "keys, while " + found.name() + " refuses them or denies strangers",
                                "deliveryWithResourceIdentity"),
                        Verdict::pass));
    }
}
