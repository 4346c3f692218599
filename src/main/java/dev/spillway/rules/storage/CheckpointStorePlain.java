package dev.spillway.rules.storage;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AccountRole;
import dev.spillway.view.CheckpointStore;
import dev.spillway.view.Fact;
import dev.spillway.view.ResourceView;
import dev.spillway.view.StorageAccountView;
import dev.spillway.view.StorageTopology;
import dev.spillway.view.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Flags checkpoint stores that keep old versions of what they overwrite all the time. */
public final class CheckpointStorePlain extends ListedRule<CheckpointStore> {
    private static final String SOFT_DELETE = "deleteRetentionPolicy.enabled";
    private static final String VERSIONS = "isVersioningEnabled";
    private static final String HIERARCHY = "isHnsEnabled";

    public CheckpointStorePlain() {
        super(
                RuleCard.named("ST-001", "checkpoint-store-plain")
                        .severity(Severity.MEDIUM)
                        .level(Level.ADVISORY)
                        .judges("consumer with a consumer group")
                        .summary("Checkpoints keep every old version of themselves")
                        .loses(
                                "Checkpoints are overwritten all the time, and each old version is kept: renewing them slows down until "
                                        + "ownership lapses, events are read again and the lag grows into the retention")
                        .fix(
                                FixClass.IN_PLACE,
                                "Switch soft delete and versioning off on the account of the checkpoints")
                        .build(),
                topology -> topology.storage().checkpointStores());
    }

    @Override
    public Verdict check(CheckpointStore store, Context context) {
        return store.account()
                .map(account -> judge(account, context.topology().storage()))
                .orElseGet(() -> Verdict.unknown(store.gaps()));
    }

    private static Verdict judge(StorageAccountView account, StorageTopology storage) {
        return Verdict.on(
                account,
                account.resource().flag(HIERARCHY).orDefault(false),
                hierarchical -> hierarchical
                        ? Verdict.violation(HIERARCHY, "true", "an account without hierarchical namespace")
                        : service(account, storage));
    }

    private static Verdict service(StorageAccountView account, StorageTopology storage) {
        Fact<ResourceView> service = storage.blobService(account);
        return service.isAbsent()
                ? Verdict.pass()
                : Verdict.on(account, service, settings -> judge(account, new BlobService(settings), storage));
    }

    private static Verdict judge(StorageAccountView account, BlobService service, StorageTopology storage) {
        List<String> on = new ArrayList<>();
        for (String path : List.of(SOFT_DELETE, VERSIONS)) {
            Fact<Boolean> flag = service.resource().flag(path).orDefault(false);
            if (!flag.isKnown()) {
                return Verdict.unknown(service, flag);
            }
            if (flag.value()) {
                on.add(path);
            }
        }
        if (on.isEmpty()) {
            return Verdict.pass();
        }
        Verdict.Violation violation = Verdict.violation(on.get(0), "on in " + service.name(), "off for checkpoints");
        return holdsEvents(account, storage)
                ? violation.withNote(
                        "The account holds events too, which need it: give checkpoints an account of their own")
                : violation.withChanges(on.stream()
                        .map(path -> Change.set(service, path, false))
                        .toList());
    }

    private static boolean holdsEvents(StorageAccountView account, StorageTopology storage) {
        return Stream.of(AccountRole.CAPTURE, AccountRole.DEAD_LETTER)
                .anyMatch(role -> storage.store(account, role).isPresent());
    }

    /** The settings of an account's blobs. */
    private record BlobService(ResourceView resource) implements Subject {}
}
