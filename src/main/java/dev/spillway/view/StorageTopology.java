package dev.spillway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The storage accounts of a stack, and what the pipeline keeps in each. */
public final class StorageTopology {
    private static final String CAPTURE = "captureDescription";
    private static final String ACCOUNT = "accountName";
    private static final String ANY = "*";
    private static final String NAMELESS = "?";
    private static final String TYPE = "storageAccounts";

    private final Join<StorageAccountView> byName;
    private final List<StorageAccountView> accounts;
    private final List<CheckpointView> checkpoints;
    private final KeyIndex<CheckpointView> checkpointsByPlace;
    private final Map<AccountRole, Map<String, List<ResourceView>>> users = new EnumMap<>(AccountRole.class);
    private final Map<AccountRole, List<Gap>> doubts = new EnumMap<>(AccountRole.class);
    private final Map<String, List<ResourceView>> blobServices = new HashMap<>();
    private final KeyIndex<Container> containers;
    private final List<PolicyView> policies;
    private final List<Gap> strayBlobServices = new ArrayList<>();

    StorageTopology(
            ResourceGraph graph,
            List<HubView> hubs,
            List<SubscriptionView> subscriptions,
            List<WorkloadView> workloads) {
        this.accounts = graph.of(ResourceKind.STORAGE_ACCOUNT)
                .map(StorageAccountView::new)
                .toList();
        this.byName = new Join<>(accounts, StorageAccountView::azureName);
        this.checkpoints = workloads.stream()
                .filter(workload ->
                        workload.is(Role.CONSUMER) || workload.role().isUnknown())
                .filter(workload -> !workload.consumerGroup().isAbsent())
                .map(this::checkpoint)
                .toList();
        this.checkpointsByPlace = new KeyIndex<>(checkpoints, CheckpointView::keys);
        hubs.forEach(hub -> file(
                AccountRole.CAPTURE,
                hub,
                hub.isCaptured().then(on -> on ? captureAccount(hub) : Fact.absent(CAPTURE))));
        subscriptions.forEach(one -> file(AccountRole.DEAD_LETTER, one, deadLetterAccount(one)));
        checkpoints.stream()
                .filter(one -> one.account().isKnown())
                .forEach(one -> file(AccountRole.CHECKPOINT, one, one.account()));
        this.containers = new KeyIndex<>(
                graph.of(ResourceKind.BLOB_CONTAINER)
                        .map(container -> new Container(container, accountOf(container)))
                        .toList(),
                Container::keys);
        graph.of(ResourceKind.BLOB_SERVICE).forEach(this::attach);
        this.policies = graph.of(ResourceKind.MANAGEMENT_POLICY)
                .map(policy -> new PolicyView(policy, accountOf(policy)))
                .toList();
    }

    /** The accounts that certainly have a role. */
    public List<StorageAccountView> usedAccounts() {
        return accounts.stream()
                .filter(account -> users.values().stream().anyMatch(byUrn -> byUrn.containsKey(account.urn())))
                .toList();
    }

    /** The accounts that have a role, and those that may have it. */
    public List<StoreView> stores(AccountRole role) {
        Map<String, List<ResourceView>> sure = users.getOrDefault(role, Map.of());
        List<Gap> gaps = doubts.getOrDefault(role, List.of());
        return accounts.stream()
                .filter(account -> sure.containsKey(account.urn()) || !gaps.isEmpty())
                .map(account -> storeOf(account, role))
                .toList();
    }

    /** An account in a role; empty where it certainly does not have it. */
    public Optional<StoreView> store(StorageAccountView account, AccountRole role) {
        StoreView store = storeOf(account, role);
        return store.users().isEmpty() && store.gaps().isEmpty() ? Optional.empty() : Optional.of(store);
    }

    private StoreView storeOf(StorageAccountView account, AccountRole role) {
        List<ResourceView> sure = users.getOrDefault(role, Map.of()).getOrDefault(account.urn(), List.of());
        return new StoreView(account, role, sure, sure.isEmpty() ? doubts.getOrDefault(role, List.of()) : List.of());
    }

    /** The account that a hub's Capture writes to; absent where that is not in the stack. */
    public Fact<StorageAccountView> captureAccount(HubView hub) {
        Fact<String> id = hub.resource().text(CAPTURE + ".destination.storageAccountResourceId");
        return byName.find(ArmId.nameIn(id, TYPE), hub.resource(), CAPTURE);
    }

    /** A container of an account as role assignments name it; any of them where the name is not known. */
    public ArmTarget container(StorageAccountView account, Fact<String> name) {
        ArmTarget target = account.target();
        for (Container container : containers.sharing(Container.keys(account, name))) {
            target = target.with(container.resource());
        }
        return target.with("containers", name).with("blobServices", Fact.known("blobServices", "default"));
    }

    /** The account that a subscription parks events in; absent where that is not in the stack, or none is named. */
    public Fact<StorageAccountView> deadLetterAccount(SubscriptionView subscription) {
        return byName.find(
                ArmId.nameIn(subscription.deadLetterAccountId(), TYPE),
                subscription.resource(),
                subscription.deadLetterInput());
    }

    /** An account that another resource names by id. */
    public Fact<StorageAccountView> account(Fact<String> id, ResourceView from, String property) {
        return byName.find(ArmId.nameIn(id, TYPE), from, property);
    }

    /** One for each consumer that has a consumer group. */
    public List<CheckpointView> checkpoints() {
        return checkpoints;
    }

    /** Those that may keep their checkpoints in the same place as one that is known. */
    public List<CheckpointView> near(CheckpointView checkpoint) {
        return checkpointsByPlace.sharing(checkpoint.keys());
    }

    /** One for each account that holds checkpoints, and one for each consumer whose account is not known. */
    public List<CheckpointStore> checkpointStores() {
        Stream<CheckpointStore> found = stores(AccountRole.CHECKPOINT).stream()
                .map(store -> new CheckpointStore(store.resource(), Optional.of(store.account()), List.of()));
        Stream<CheckpointStore> lost = checkpoints.stream()
                .filter(one -> !one.account().isKnown())
                .map(one -> new CheckpointStore(one.resource(), Optional.empty(), one.gaps()));
        return Stream.concat(found, lost)
                .sorted(Comparator.comparing(CheckpointStore::urn))
                .toList();
    }

    /** The settings of an account's blob service; absent where the stack leaves them as Azure makes them. */
    public Fact<ResourceView> blobService(StorageAccountView account) {
        List<ResourceView> own = blobServices.getOrDefault(account.urn(), List.of());
        if (!own.isEmpty()) {
            return Fact.known("blobServices", own.get(0));
        }
        return strayBlobServices.isEmpty()
                ? Fact.absent("blobServices")
                : Fact.unknown("blobServices", strayBlobServices.get(0).toString());
    }

    /** Lifecycle policies of the accounts. */
    public List<PolicyView> policies() {
        return policies;
    }

    private CheckpointView checkpoint(WorkloadView consumer) {
        Fact<String> name = consumer.checkpointAccount();
        Fact<StorageAccountView> found = byName.find(name, consumer.resource(), "spec");
        Fact<StorageAccountView> account = found.isAbsent() && name.isKnown()
                ? Fact.unknown(name.path(), "the account " + name.value() + " is not in the stack")
                : found;
        Fact<String> group = Fact.both(consumer.hubName(), consumer.consumerGroup(), (hub, own) -> hub + "/" + own);
        return new CheckpointView(
                consumer, consumer.role().then(role -> account), consumer.checkpointContainer(), group);
    }

    private void file(AccountRole role, Subject user, Fact<StorageAccountView> account) {
        if (account.isUnknown()) {
            doubts.computeIfAbsent(role, key -> new ArrayList<>()).addAll(Gap.in(user, account));
        }
        account.whenKnown()
                .ifPresent(found -> users.computeIfAbsent(role, key -> new HashMap<>())
                        .computeIfAbsent(found.urn(), urn -> new ArrayList<>())
                        .add(user.resource()));
    }

    private void attach(ResourceView service) {
        Fact<StorageAccountView> account = accountOf(service);
        account.whenKnown()
                .ifPresent(found -> blobServices
                        .computeIfAbsent(found.urn(), urn -> new ArrayList<>())
                        .add(service));
        if (account instanceof Fact.Unknown<StorageAccountView> unknown) {
            strayBlobServices.add(new Gap(service.urn(), service.name(), unknown.path(), unknown.why()));
        }
    }

    private Fact<StorageAccountView> accountOf(ResourceView part) {
        return byName.find(part.text(ACCOUNT), part, ACCOUNT);
    }

    /** A blob container and the account that it is in. */
    private record Container(ResourceView resource, Fact<StorageAccountView> account) {
        KeyIndex.Keys keys() {
            Fact<String> name = resource.text("containerName");
            return account.whenKnown()
                    .map(found -> name.isKnown()
                            ? KeyIndex.Keys.of(key(found, name.value()), key(found, ANY))
                            : KeyIndex.Keys.of(key(found, NAMELESS)))
                    .orElseGet(KeyIndex.Keys::of);
        }

        static KeyIndex.Keys keys(StorageAccountView account, Fact<String> name) {
            return KeyIndex.Keys.of(key(account, name.whenKnown().orElse(ANY)), key(account, NAMELESS));
        }

        private static String key(StorageAccountView account, String name) {
            return account.urn() + " " + name;
        }
    }
}
