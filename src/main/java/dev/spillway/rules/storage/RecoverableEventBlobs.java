package dev.spillway.rules.storage;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AccountRole;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.ResourceView;
import dev.spillway.view.StoreView;
import dev.spillway.view.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Flags accounts of events from which one wrong delete cannot be undone. */
public final class RecoverableEventBlobs extends ListedRule<StoreView> {
    static final Parameter<Integer> MINIMUM =
            Parameter.whole("minDays", 14, "for how many days a deleted blob can be brought back");

    private static final List<String> POLICIES = List.of("deleteRetentionPolicy", "containerDeleteRetentionPolicy");

    public RecoverableEventBlobs() {
        super(
                RuleCard.named("ST-006", "recoverable-event-blobs")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("storage account of captured events or dead letters")
                        .summary("A deleted event file cannot be brought back")
                        .loses(
                                "One wrong delete of a blob or of the container takes the only history of events that the hub has "
                                        + "already forgotten")
                        .fix(FixClass.IN_PLACE, "Keep deleted blobs and containers for {minDays} days")
                        .parameters(MINIMUM)
                        .build(),
                RecoverableEventBlobs::stores);
    }

    /** An account that holds both is judged once. */
    private static List<StoreView> stores(EventTopology topology) {
        Map<String, StoreView> byUrn = new TreeMap<>();
        for (AccountRole role : List.of(AccountRole.CAPTURE, AccountRole.DEAD_LETTER)) {
            topology.storage()
                    .stores(role)
                    .forEach(store -> byUrn.merge(
                            store.urn(), store, (one, other) -> one.gaps().isEmpty() ? one : other));
        }
        return List.copyOf(byUrn.values());
    }

    @Override
    public Verdict check(StoreView store, Context context) {
        return Verdict.whenKnown(store.gaps(), () -> {
            Fact<ResourceView> service = context.topology().storage().blobService(store.account());
            return service.isAbsent()
                    ? Verdict.violation(
                            "deleteRetentionPolicy",
                            "off, because no BlobServiceProperties of " + store.name() + " are declared",
                            Figures.count(context.get(MINIMUM), "day"))
                    : Verdict.on(store, service, settings -> judge(new BlobService(settings), context.get(MINIMUM)));
        });
    }

    private static Verdict judge(BlobService service, int wanted) {
        List<Change> changes = new ArrayList<>();
        String first = "";
        String seen = "";
        for (String policy : POLICIES) {
            Fact<Boolean> on = service.resource().flag(policy + ".enabled").orDefault(false);
            Fact<Integer> days = service.resource().whole(policy + ".days").orDefault(0);
            if (!on.isKnown() || (on.value() && !days.isKnown())) {
                return Verdict.unknown(service, on, days);
            }
            if (!on.value() || days.value() < wanted) {
                first = first.isEmpty() ? policy : first;
                seen = seen.isEmpty() ? on.value() ? Figures.count(days.value(), "day") : "off" : seen;
                changes.add(Change.set(service, policy + ".enabled", true));
                changes.add(Change.set(service, policy + ".days", wanted));
            }
        }
        return changes.isEmpty()
                ? Verdict.pass()
                : Verdict.violation(first, seen, "at least " + Figures.count(wanted, "day"))
                        .withChanges(changes);
    }

    /** The settings of an account's blobs. */
    private record BlobService(ResourceView resource) implements Subject {}
}
