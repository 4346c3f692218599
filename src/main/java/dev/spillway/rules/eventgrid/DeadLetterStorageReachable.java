package dev.spillway.rules.eventgrid;

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

/** Flags dead-letter accounts whose firewall keeps Event Grid out. */
public final class DeadLetterStorageReachable extends ListedRule<StoreView> {
    public DeadLetterStorageReachable() {
        super(
                RuleCard.named("EG-004", "dead-letter-storage-reachable")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("storage account of dead letters")
                        .summary("The account's firewall keeps dead letters out")
                        .loses(
                                "Event Grid cannot park what it could not deliver: after four hours of trying it drops the event")
                        .fix(FixClass.IN_PLACE, "Let services of Azure bypass the firewall of the account")
                        .build(),
                topology -> topology.storage().stores(AccountRole.DEAD_LETTER));
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
