package dev.spillway.rules.capture;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AccountRole;
import dev.spillway.view.StorageAccountView;
import dev.spillway.view.StoreView;

/** Flags capture accounts whose firewall keeps Capture out. */
public final class CaptureStorageReachable extends ListedRule<StoreView> {
    public CaptureStorageReachable() {
        super(
                RuleCard.named("CP-004", "capture-storage-reachable")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("storage account of a capture")
                        .summary("The account's firewall keeps Capture out")
                        .loses(
                                "Capture cannot write through the firewall, its backlog grows, and the retention deletes events that "
                                        + "were never copied")
                        .fix(FixClass.IN_PLACE, "Let services of Azure bypass the firewall of the account")
                        .build(),
                topology -> topology.storage().stores(AccountRole.CAPTURE));
    }

    @Override
    public Verdict check(StoreView store, Context context) {
        return Verdict.whenKnown(
                store.gaps(),
                () -> Verdict.on(
                        store, store.account().hasFirewall(), closed -> closed ? bypass(store) : Verdict.pass()));
    }

    private static Verdict bypass(StoreView store) {
        StorageAccountView account = store.account();
        return Verdict.on(
                store,
                account.admitsAzureServices(),
                admitted -> admitted
                        ? Verdict.pass()
                        : Verdict.violation(
                                        StorageAccountView.BYPASS,
                                        account.resource()
                                                        .text(StorageAccountView.BYPASS)
                                                        .value() + ", and everyone else is denied",
                                        account.bypassForAzureServices())
                                .withChanges(Change.set(
                                        store, StorageAccountView.BYPASS, account.bypassForAzureServices())));
    }
}
