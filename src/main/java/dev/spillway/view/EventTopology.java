package dev.spillway.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way of events through a stack: namespaces, hubs, workloads and what scales them, joined, each list sorted by URN. */
public final class EventTopology {
    private static final String NAMESPACE = "namespaceName";
    private static final String HUB = "eventHubName";

    private final ResourceGraph graph;
    private final List<NamespaceView> namespaces;
    private final List<HubView> hubs;
    private final List<ConsumerGroupView> consumerGroups;
    private final List<ScalerView> scalers;
    private final List<WorkloadView> workloads;
    private final List<StatefulView> stateful;
    private final Map<String, WorkloadView> workloadByUrn;
    private final ScalerTargets targets;
    private final Membership members;
    private final KeyIndex<RuleSet> rulesByNamespace;
    private final KeyIndex<NamespaceView> namespaceByTarget;
    private final KeyIndex<ArmTarget> pipeline;
    private final boolean hasHiddenWorkloads;
    private final Join<HubView> hubByReference;
    private final Join<NamespaceView> namespaceByName;
    private final Join<BusView> busByName;
    private final GridTopology grid;
    private final StorageTopology storage;
    private final RightsTopology rights;
    private final AlertTopology alerts;
    private final ClusterTopology clusters;
    private final RegionTopology regions;

    private EventTopology(ResourceGraph graph) {
        this.graph = graph;
        this.namespaces =
                resources(ResourceKind.NAMESPACE).map(NamespaceView::new).toList();
        this.namespaceByName = new Join<>(namespaces, NamespaceView::azureName);
        this.busByName =
                new Join<>(resources(ResourceKind.SERVICE_BUS).map(BusView::new).toList(), BusView::azureName);
        this.hubs = resources(ResourceKind.HUB)
                .map(hub -> new HubView(hub, namespaceOf(hub, namespaceByName)))
                .toList();
        this.hubByReference = new Join<>(hubs, HubView::reference);
        this.consumerGroups = resources(ResourceKind.CONSUMER_GROUP)
                .map(group -> new ConsumerGroupView(group, hubOf(group, hubByReference)))
                .toList();
        this.scalers = resources(
                        ResourceKind.HORIZONTAL_POD_AUTOSCALER,
                        ResourceKind.SCALED_OBJECT,
                        ResourceKind.RETIRED_SCALED_OBJECT)
                .map(ScalerView::of)
                .flatMap(Optional::stream)
                .toList();
        List<ResourceView> scalable =
                resources(ResourceKind.DEPLOYMENT, ResourceKind.STATEFUL_SET).toList();
        this.targets = new ScalerTargets(scalers, scalable);
        this.workloads = scalable.stream()
                .map(workload -> workload(workload, hubByReference, namespaceByName))
                .toList();
        this.workloadByUrn =
                workloads.stream().collect(Collectors.toUnmodifiableMap(WorkloadView::urn, Function.identity()));
        this.members = new Membership(hubs, consumerGroups, workloads);
        this.rulesByNamespace = new KeyIndex<>(
                resources(ResourceKind.NETWORK_RULES)
                        .map(rules -> new RuleSet(rules, namespaceOf(rules, namespaceByName)))
                        .toList(),
                rules -> KeyIndex.Keys.in(rules.namespace()));
        this.hasHiddenWorkloads = resources(ResourceKind.HELM_RELEASE).findAny().isPresent();
        this.stateful = Stream.of(
                        statefulNamespaces(), statefulHubs(), statefulPairings(namespaceByName), statefulTopics())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(StatefulView::urn))
                .toList();
        this.grid = new GridTopology(graph);
        this.storage = new StorageTopology(graph, hubs, grid.subscriptions(), workloads);
        this.rights = new RightsTopology(graph);
        this.alerts = new AlertTopology(graph);
        this.clusters = new ClusterTopology(graph, workloads);
        this.regions = new RegionTopology(graph, namespaces, hubs, workloads);
        this.namespaceByTarget = new KeyIndex<>(namespaces, namespace -> ArmKeys.of(namespace.target()));
        this.pipeline = new KeyIndex<>(pipeline(), ArmKeys::of);
    }

    public static EventTopology of(ResourceGraph graph) {
        return new EventTopology(graph);
    }

    public ResourceGraph graph() {
        return graph;
    }

    /** The part of the stack that Event Grid is. */
    public GridTopology grid() {
        return grid;
    }

    public StorageTopology storage() {
        return storage;
    }

    public RightsTopology rights() {
        return rights;
    }

    public AlertTopology alerts() {
        return alerts;
    }

    public ClusterTopology clusters() {
        return clusters;
    }

    public RegionTopology regions() {
        return regions;
    }

    public List<NamespaceView> namespaces() {
        return namespaces;
    }

    public List<HubView> hubs() {
        return hubs;
    }

    public List<ConsumerGroupView> consumerGroups() {
        return consumerGroups;
    }

    public List<ScalerView> scalers() {
        return scalers;
    }

    public List<WorkloadView> workloads() {
        return workloads;
    }

    /** The hub that another resource names by id; absent where that is not in the stack. */
    public Fact<HubView> hubById(Fact<String> id, ResourceView from, String property) {
        Fact<String> namespace = ArmId.nameIn(id, "namespaces");
        Fact<String> reference =
                Fact.both(namespace, ArmId.nameIn(id, "eventhubs"), (outer, inner) -> outer + "/" + inner);
        return hubByReference.find(reference, from, property);
    }

    /** The Service Bus namespace of a queue or topic that another resource names by id. */
    public Fact<BusView> busById(Fact<String> id, ResourceView from, String property) {
        return busByName.find(ArmId.nameIn(id, "namespaces"), from, property);
    }

    /** Whether a rule set of the stack denies strangers the way into a namespace. */
    public Search deniedByRules(NamespaceView namespace) {
        return Search.among(
                rulesByNamespace.sharing(KeyIndex.Keys.of(namespace.urn())),
                rules -> Facts.all(
                        rules.resource()
                                .text("defaultAction")
                                .orDefault("Allow")
                                .map("Deny"::equals),
                        rules.namespace()
                                .map(found -> found.urn().equals(namespace.urn()))
                                .orDefault(false)));
    }

    /** Whether something in the stack makes workloads that are not resources of it. */
    public boolean hasHiddenWorkloads() {
        return hasHiddenWorkloads;
    }

    public List<ResourceView> configMaps() {
        return graph.of(ResourceKind.CONFIG_MAP).toList();
    }

    /** Resources that hold events or the way to them. */
    public List<StatefulView> stateful() {
        return stateful;
    }

    /** The workloads that have the role, and those whose role is not known. */
    public List<WorkloadView> workloads(Role role) {
        return workloads.stream()
                .filter(workload -> workload.is(role) || workload.role().isUnknown())
                .toList();
    }

    /** The hubs that are certainly in a namespace. */
    public List<HubView> hubs(NamespaceView namespace) {
        return members.hubs(namespace);
    }

    /** What has to be known before one can tell which namespace every hub is in. */
    public List<Gap> strayHubs() {
        return members.strayHubs();
    }

    /** The hubs that are in a namespace, and those that may be. */
    public List<HubView> mayBeIn(NamespaceView namespace) {
        return members.hubsNear(namespace);
    }

    /** Whether no other hub is in the same namespace, as far as one can tell. */
    public boolean isAlone(HubView hub) {
        return members.isAlone(hub);
    }

    /** The workloads that send to a hub or may do so. */
    public List<WorkloadView> maySendTo(HubView hub) {
        return members.sendersNear(hub);
    }

    /** The namespaces that an alert may watch. */
    public List<NamespaceView> mayWatch(AlertView alert) {
        return namespaceByTarget.sharing(alert.keys());
    }

    /** Everything of the pipeline that an alert may watch. */
    public List<ArmTarget> pipelineNear(AlertView alert) {
        return pipeline.sharing(alert.keys());
    }

    /** The consumer groups that are certainly of a hub. */
    public List<ConsumerGroupView> consumerGroups(HubView hub) {
        return members.groups(hub);
    }

    /** The workloads that certainly send to a hub or read from it. */
    public List<WorkloadView> workloads(HubView hub) {
        return members.users(hub);
    }

    /** The workloads that certainly connect to a namespace, whatever they do there. */
    public List<WorkloadView> clients(NamespaceView namespace) {
        return members.clients(namespace);
    }

    /** What has to be known before one can tell which namespace every workload with a role connects to. */
    public List<Gap> strayClients() {
        return members.strayClients();
    }

    /** The workloads that send into a namespace. */
    public List<WorkloadView> producers(NamespaceView namespace) {
        return members.producers(namespace);
    }

    /** What has to be known before one can tell which namespace every producer sends into. */
    public List<Gap> strayProducers() {
        return members.strayProducers();
    }

    /** What may come into a namespace at most. */
    public Demand demand(NamespaceView namespace) {
        return Demand.of(producers(namespace), strayProducers());
    }

    /** All autoscalers of a workload; unknown where one whose target is not known may be another. */
    public Fact<List<ScalerView>> scalers(WorkloadView workload) {
        return targets.allOn(workload.resource());
    }

    /** The workload that an autoscaler scales; absent where it is not in the stack. */
    public Fact<WorkloadView> target(ScalerView scaler) {
        return targets.targetOf(scaler)
                .then(urn -> Fact.known(urn, Objects.requireNonNull(workloadByUrn.get(urn), urn)));
    }

    private List<ArmTarget> pipeline() {
        return Stream.of(
                        namespaces.stream().map(NamespaceView::target),
                        hubs.stream().map(HubView::target),
                        grid.topics().stream().map(TopicView::target),
                        grid.namespaces().stream().map(GridNamespaceView::target),
                        clusters.clusters().stream().map(ClusterView::target),
                        storage.usedAccounts().stream().map(StorageAccountView::target))
                .flatMap(kind -> kind)
                .toList();
    }

    private Stream<ResourceView> resources(ResourceKind... kinds) {
        return kinds.length == 1 ? graph.of(kinds) : graph.of(kinds).sorted(Comparator.comparing(ResourceView::urn));
    }

    private WorkloadView workload(
            ResourceView workload, Join<HubView> hubByReference, Join<NamespaceView> namespaceByName) {
        Fact<String> named = Annotations.ofPods(workload).text("hub");
        Fact<HubView> hub = hubByReference.find(named, workload, "spec");
        Fact<NamespaceView> namespace = hub.isKnown()
                ? hub.then(HubView::namespace)
                : namespaceByName.find(named.map(name -> name.split("/", -1)[0]), workload, "spec");
        Fact<ScalerView> scaler = targets.scalerOf(workload);
        List<ScalerView> rivals = targets.rivalsOn(workload);
        return new WorkloadView(
                workload, WorkloadView.roleOf(workload, scaler, rivals), hub, namespace, scaler, rivals);
    }

    private static Fact<NamespaceView> namespaceOf(ResourceView resource, Join<NamespaceView> namespaceByName) {
        return namespaceByName.find(resource.text(NAMESPACE), resource, NAMESPACE);
    }

    private static Fact<HubView> hubOf(ResourceView group, Join<HubView> hubByReference) {
        Fact<String> reference =
                Fact.both(group.text(NAMESPACE), group.text(HUB), (namespace, hub) -> namespace + "/" + hub);
        return hubByReference.find(reference, group, HUB);
    }

    private List<StatefulView> statefulNamespaces() {
        return namespaces.stream()
                .map(namespace -> new StatefulView(namespace.resource(), Fact.known(NAMESPACE, namespace)))
                .toList();
    }

    private List<StatefulView> statefulHubs() {
        return hubs.stream()
                .map(hub -> new StatefulView(hub.resource(), hub.namespace()))
                .toList();
    }

    private List<StatefulView> statefulPairings(Join<NamespaceView> namespaceByName) {
        return resources(ResourceKind.DISASTER_RECOVERY)
                .map(pairing -> new StatefulView(pairing, namespaceOf(pairing, namespaceByName)))
                .toList();
    }

    private List<StatefulView> statefulTopics() {
        return resources(ResourceKind.TOPIC, ResourceKind.GRID_NAMESPACE)
                .map(topic -> new StatefulView(topic, Fact.absent(NAMESPACE)))
                .toList();
    }

    /** Who may come into a namespace over the network. */
    private record RuleSet(ResourceView resource, Fact<NamespaceView> namespace) implements Subject {}
}
