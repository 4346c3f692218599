package dev.spillway.rules.capture;

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

/** Flags capture accounts that Capture cannot write to. */
public final class CaptureStorageSupported extends ListedRule<StoreView> {
    public CaptureStorageSupported() {
        super(
                RuleCard.named("CP-003", "capture-storage-supported")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("storage account of a capture")
                        .summary("Capture cannot write to this kind of account")
                        .loses(
                                "Capture does not run on premium accounts, nor on accounts without block blobs: no copy is ever "
                                        + "written, and the retention deletes the events")
                        .fix(FixClass.NONE, "Give Capture a Standard account of kind StorageV2")
                        .build(),
                topology -> topology.storage().stores(AccountRole.CAPTURE));
    }

    @Override
    public Verdict check(StoreView store, Context context) {
        return Verdict.whenKnown(
                store.gaps(),
                () -> Verdict.on(
                        store,
                        store.account().sku(),
                        sku -> sku.startsWith("Premium_")
                                ? Verdict.violation(StorageAccountView.SKU, sku, "a Standard account")
                                : kind(store)));
    }

    private static Verdict kind(StoreView store) {
        return Verdict.on(
                store,
                store.resource().text("kind"),
                kind -> kind.equals("FileStorage")
                        ? Verdict.violation("kind", kind + ", which holds no blobs", "StorageV2")
                        : Verdict.pass());
    }
}
