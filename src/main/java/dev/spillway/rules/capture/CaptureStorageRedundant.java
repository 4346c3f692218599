package dev.spillway.rules.capture;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AccountRole;
import dev.spillway.view.StorageAccountView;
import dev.spillway.view.StoreView;
import java.util.List;

/** Flags capture accounts whose only copy stands in one datacentre. */
public final class CaptureStorageRedundant extends ListedRule<StoreView> {
    static final Parameter<List<String>> ALLOWED = Parameter.texts(
            "allowedSkus", List.of("ZRS", "GZRS", "RAGZRS", "GRS", "RAGRS"), "kinds of redundancy that may be used");

    public CaptureStorageRedundant() {
        super(
                RuleCard.named("CP-002", "capture-storage-redundant")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("storage account of a capture")
                        .summary("Captured events stand in one datacentre")
                        .loses(
                                "When the datacentre is lost, so is the only history of events that the hub has already deleted")
                        .fix(
                                FixClass.AT_CREATION,
                                "Create the account as Standard_ZRS, or with a copy in a second region")
                        .parameters(ALLOWED)
                        .build(),
                topology -> topology.storage().stores(AccountRole.CAPTURE));
    }

    @Override
    public Verdict check(StoreView store, Context context) {
        List<String> allowed = context.get(ALLOWED);
        return Verdict.whenKnown(
                store.gaps(),
                () -> Verdict.on(
                        store,
                        store.account().redundancy(),
                        seen -> allowed.contains(seen)
                                ? Verdict.pass()
                                : Verdict.violation(
                                                StorageAccountView.SKU,
                                                store.account().sku().value(),
                                                String.join(" or ", allowed))
                                        .withChanges(Change.set(
                                                store, StorageAccountView.SKU, "Standard_" + allowed.get(0)))));
    }
}
