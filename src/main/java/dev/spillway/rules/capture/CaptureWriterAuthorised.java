package dev.spillway.rules.capture;

import dev.spillway.facts.DataRight;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.ArmTarget;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.Principal;
import dev.spillway.view.ResourceView;
import dev.spillway.view.RightsTopology;
import dev.spillway.view.StorageAccountView;

/** Flags captures whose writer is not let into the account. */
public final class CaptureWriterAuthorised extends ListedRule<HubView> {
    private static final String CAPTURE = "captureDescription";
    private static final String IDENTITY = CAPTURE + ".destination.identity";

    public CaptureWriterAuthorised() {
        super(
                RuleCard.named("CP-005", "capture-writer-authorised")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("event hub")
                        .summary("Capture may not write to its account")
                        .loses(
                                "Every write of Capture is refused, its backlog grows, and the retention deletes events that were "
                                        + "never copied")
                        .fix(
                                FixClass.NONE,
                                "Give the identity that Capture signs in with the role Storage Blob Data Contributor on the account")
                        .build(),
                EventTopology::hubs);
    }

    @Override
    public Verdict check(HubView hub, Context context) {
        return Verdict.on(
                hub,
                hub.isCaptured(),
                captured -> captured ? writer(hub, context) : Verdict.notApplicable("the hub is not captured"));
    }

    private static Verdict writer(HubView hub, Context context) {
        Fact<StorageAccountView> account = context.topology().storage().captureAccount(hub);
        Fact<StorageAccountView> stated = account.isAbsent()
                ? Fact.unknown(CAPTURE + ".destination.storageAccountResourceId", "the account is not in the stack")
                : account;
        return Verdict.on(
                hub,
                stated,
                known -> hub.resource().node(IDENTITY).isAbsent() ? byKey(known) : byIdentity(hub, known, context));
    }

    private static Verdict byKey(StorageAccountView account) {
        return Verdict.on(
                account,
                account.takesSharedKeys(),
                taken -> taken
                        ? Verdict.pass()
                        : Verdict.violation(
                                IDENTITY,
                                "not given, while " + account.name() + " refuses keys",
                                "an identity with a role there"));
    }

    private static Verdict byIdentity(HubView hub, StorageAccountView account, Context context) {
        RightsTopology rights = context.topology().rights();
        Fact<ResourceView> namespace = hub.namespace().map(NamespaceView::resource);
        Principal writer = rights.named(hub.resource(), IDENTITY, CAPTURE, namespace);
        ArmTarget container = context.topology().storage().container(account, hub.captureContainer());
        return Verdict.on(
                hub,
                writer.holder(),
                holder -> Verdict.on(
                        rights.granted(holder, DataRight.WRITE_BLOBS, container),
                        Verdict::pass,
                        () -> Verdict.violation(
                                IDENTITY,
                                holder.name() + " has no role on " + account.name(),
                                DataRight.WRITE_BLOBS.leastRole() + " on " + account.name())));
    }
}
