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
    private static final String TYPE = "storageAccounts";

    private final Join<StorageAccountView> byName;
    private final List<StorageAccountView> accounts;
    private final List<CheckpointView> checkpoints;
    private final Map<AccountRole, Map<String, List<ResourceView>>> users = new EnumMap<>(AccountRole.class);
    private final Map<AccountRole, List<Gap>> doubts = new EnumMap<>(AccountRole.class);
    private final Map<String, List<ResourceView>> blobServices = new HashMap<>();
    private final Map<String, List<ResourceView>> containers = new HashMap<>();
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
        hubs.forEach(hub -> file(
                AccountRole.CAPTURE,
                hub,
                hub.isCaptured().then(on -> on ? captureAccount(hub) : Fact.absent(CAPTURE))));
        subscriptions.forEach(one -> file(AccountRole.DEAD_LETTER, one, deadLetterAccount(one)));
        checkpoints.stream()
                .filter(one -> one.account().isKnown())
                .forEach(one -> file(AccountRole.CHECKPOINT, one, one.account()));
        graph.of(ResourceKind.BLOB_CONTAINER).forEach(container -> attach(container, containers, new ArrayList<>()));
        graph.of(ResourceKind.BLOB_SERVICE).forEach(service -> attach(service, blobServices, strayBlobServices));
        this.policies = graph.of(ResourceKind.MANAGEMENT_POLICY)
                .map(policy -> new PolicyView(policy, byName.find(policy.text("accountName"), policy, "accountName")))
                .toList();
    }

    public List<StorageAccountView> accounts() {
        return accounts;
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
                .map(account -> sure.containsKey(account.urn())
                        ? new StoreView(account, role, sure.get(account.urn()), List.of())
                        : new StoreView(account, role, List.of(), gaps))
                .toList();
    }

    /** An account in a role; empty where it certainly does not have it. */
    public Optional<StoreView> store(StorageAccountView account, AccountRole role) {
        return stores(role).stream()
                .filter(store -> store.urn().equals(account.urn()))
                .findFirst();
    }

    /** The account that a hub's Capture writes to; absent where that is not in the stack. */
    public Fact<StorageAccountView> captureAccount(HubView hub) {
        Fact<String> id = hub.resource().text(CAPTURE + ".destination.storageAccountResourceId");
        return byName.find(ArmId.nameIn(id, TYPE), hub.resource(), CAPTURE);
    }

    /** A container of an account as role assignments name it; any of them where the name is not known. */
    public ArmTarget container(StorageAccountView account, Fact<String> name) {
        ArmTarget target = account.target();
        for (ResourceView container : containers.getOrDefault(account.urn(), List.of())) {
            Fact<String> own = container.text("containerName");
            if (!Fact.both(own, name, String::equals).whenKnown().orElse(true)) {
                continue;
            }
            target = target.with(container);
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
                        .merge(found.urn(), List.of(user.resource()), StorageTopology::both));
    }

    private static List<ResourceView> both(List<ResourceView> one, List<ResourceView> other) {
        return Stream.concat(one.stream(), other.stream())
                .sorted(Comparator.comparing(ResourceView::urn))
                .toList();
    }

    private void attach(ResourceView part, Map<String, List<ResourceView>> byAccount, List<Gap> strays) {
        Fact<StorageAccountView> account = byName.find(part.text("accountName"), part, "accountName");
        account.whenKnown().ifPresent(found -> byAccount.merge(found.urn(), List.of(part), StorageTopology::both));
        if (account instanceof Fact.Unknown<StorageAccountView> unknown) {
            strays.add(new Gap(part.urn(), part.name(), unknown.path(), unknown.why()));
        }
    }
}
