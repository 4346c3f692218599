package dev.spillway.rules.eventgrid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.facts.DataRight;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ArmTarget;
import dev.spillway.view.Fact;
import dev.spillway.view.Principal;
import dev.spillway.view.RightsTopology;
import dev.spillway.view.StorageAccountView;
import dev.spillway.view.SubscriptionView;
import dev.spillway.view.TopicView;

/** Flags dead letters whose writer has no right to write them. */
public final class DeadLetterWriterAuthorised extends ListedRule<SubscriptionView> {
    private static final String PLACE = SubscriptionView.DEAD_LETTER_BY_IDENTITY;

    public DeadLetterWriterAuthorised() {
        super(
                RuleCard.named("EG-006", "dead-letter-writer-authorised")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("event subscription")
                        .summary("Event Grid may not write its dead letters")
                        .loses(
                                "The write is refused, and nothing shows it until an event cannot be delivered: then it is dropped")
                        .fix(
                                FixClass.NONE,
                                "Give the identity of the dead letters the role Storage Blob Data Contributor on the account")
                        .build(),
                topology -> topology.grid().subscriptions());
    }

    @Override
    public Verdict check(SubscriptionView subscription, Context context) {
        Fact<JsonNode> deadLetter = subscription.resource().node(PLACE);
        return deadLetter.isAbsent()
                ? Verdict.notApplicable("it signs in with keys, or parks nothing")
                : Verdict.on(subscription, deadLetter, known -> account(subscription, context));
    }

    private static Verdict account(SubscriptionView subscription, Context context) {
        Fact<StorageAccountView> account = context.topology().storage().deadLetterAccount(subscription);
        Fact<StorageAccountView> stated = account.isAbsent()
                ? Fact.unknown(PLACE + ".deadLetterDestination.resourceId", "the account is not in the stack")
                : account;
        return Verdict.on(subscription, stated, known -> judge(subscription, known, context));
    }

    private static Verdict judge(SubscriptionView subscription, StorageAccountView account, Context context) {
        RightsTopology rights = context.topology().rights();
        Principal writer = rights.named(
                subscription.resource(),
                PLACE + ".identity",
                PLACE,
                subscription.topic().map(TopicView::resource));
        ArmTarget container = context.topology()
                .storage()
                .container(account, subscription.resource().text(PLACE + ".deadLetterDestination.blobContainerName"));
        return Verdict.on(
                subscription,
                writer.holder(),
                holder -> Verdict.on(
                        rights.granted(holder, DataRight.WRITE_BLOBS, container),
                        Verdict::pass,
                        () -> Verdict.violation(
                                PLACE + ".identity",
                                holder.name() + " has no role on " + account.name(),
                                DataRight.WRITE_BLOBS.leastRole() + " on " + account.name())));
    }
}
