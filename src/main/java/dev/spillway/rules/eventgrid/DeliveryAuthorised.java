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
import dev.spillway.view.Principal;
import dev.spillway.view.RightsTopology;
import dev.spillway.view.SubscriptionView;
import dev.spillway.view.TopicView;

/** Flags deliveries whose identity has no right at the destination. */
public final class DeliveryAuthorised extends ListedRule<SubscriptionView> {
    private static final String PLACE = SubscriptionView.DELIVERY_BY_IDENTITY;

    public DeliveryAuthorised() {
        super(
                RuleCard.named("EG-014", "delivery-authorised")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("event subscription")
                        .summary("The identity may not deliver")
                        .loses(
                                "Every delivery is refused, which is not retried: the event is dropped or dead-lettered at once")
                        .fix(FixClass.NONE, "Give the identity the sender's role of the destination")
                        .build(),
                topology -> topology.grid().subscriptions());
    }

    @Override
    public Verdict check(SubscriptionView subscription, Context context) {
        Fact<JsonNode> delivery = subscription.resource().node(PLACE);
        if (delivery.isAbsent()) {
            return Verdict.notApplicable("it delivers without an identity");
        }
        Fact<String> type = subscription.resource().text(PLACE + ".destination.endpointType");
        return Verdict.on(
                subscription,
                type,
                name -> Endpoint.byName(name)
                        .map(endpoint -> judge(subscription, endpoint, context))
                        .orElseGet(() ->
                                Verdict.notApplicable("the rights of " + name + " are not role assignments on data")));
    }

    private static Verdict judge(SubscriptionView subscription, Endpoint endpoint, Context context) {
        RightsTopology rights = context.topology().rights();
        Principal sender = rights.named(
                subscription.resource(),
                PLACE + ".identity",
                PLACE,
                subscription.topic().map(TopicView::resource));
        Fact<DeliveryTarget> target =
                DeliveryTarget.of(subscription, PLACE + ".destination", endpoint, context.topology());
        if (!target.isKnown() && isGrantedById(subscription, sender, endpoint, rights)) {
            return Verdict.pass();
        }
        return Verdict.on(
                subscription,
                target,
                found -> Verdict.on(
                        subscription,
                        sender.holder(),
                        holder -> Verdict.on(
                                rights.granted(holder, endpoint.right(), found.target()),
                                Verdict::pass,
                                () -> Verdict.violation(
                                        PLACE + ".identity",
                                        holder.name() + " has no role on " + found.name(),
                                        endpoint.right().leastRole() + " on " + found.name()))));
    }

    /** A destination of another team is not in the stack, and a role that names it may be all the same. */
    private static boolean isGrantedById(
            SubscriptionView subscription, Principal sender, Endpoint endpoint, RightsTopology rights) {
        Fact<String> id = subscription.resource().text(PLACE + ".destination.resourceId");
        return id.isKnown()
                && sender.holder().isKnown()
                && rights.granted(sender.holder().value(), endpoint.right(), id.value())
                        .isFound();
    }
}
