package dev.spillway.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AKS clusters with their pools, what runs on which, and how many pods a drain may take. */
public final class ClusterTopology {
    private static final List<String> POOL_LABELS = List.of("agentpool", "kubernetes.azure.com/agentpool");

    private final ResourceGraph graph;
    private final List<ClusterView> clusters;
    private final Map<String, ClusterView> clusterByUrn;
    private final List<PoolView> pools;
    private final List<BudgetView> budgets;
    private final List<WorkloadView> workloads;
    private final Map<String, List<WorkloadView>> workloadsByNamespace;
    private final Map<String, List<BudgetView>> budgetsByNamespace = new HashMap<>();
    private final List<BudgetView> strayBudgets = new ArrayList<>();

    ClusterTopology(ResourceGraph graph, List<WorkloadView> workloads) {
        this.graph = graph;
        this.workloads = workloads;
        this.clusters = graph.of(ResourceKind.CLUSTER).map(ClusterView::new).toList();
        this.clusterByUrn = clusters.stream().collect(Collectors.toMap(ClusterView::urn, Function.identity()));
        var byName = new Join<>(clusters, ClusterView::azureName);
        this.pools = Stream.concat(
                        clusters.stream().flatMap(ClusterTopology::listed),
                        graph.of(ResourceKind.AGENT_POOL)
                                .map(pool -> new PoolView(
                                        pool, "", byName.find(pool.text("resourceName"), pool, "resourceName"))))
                .toList();
        this.budgets =
                graph.of(ResourceKind.DISRUPTION_BUDGET).map(BudgetView::new).toList();
        this.workloadsByNamespace = workloads.stream().collect(Collectors.groupingBy(ClusterTopology::namespaceOf));
        budgets.forEach(this::file);
    }

    public List<ClusterView> clusters() {
        return clusters;
    }

    /** Pools listed in clusters first, then those that are resources of their own. */
    public List<PoolView> pools() {
        return pools;
    }

    public List<PoolView> pools(ClusterView cluster) {
        return pools.stream()
                .filter(pool ->
                        pool.cluster().whenKnown().filter(cluster::equals).isPresent())
                .toList();
    }

    /** What has to be known before one can tell which pools every cluster has. */
    public List<Gap> strayPools() {
        return pools.stream()
                .filter(pool -> pool.cluster().isUnknown())
                .flatMap(pool -> Gap.in(pool, pool.cluster()).stream())
                .toList();
    }

    public List<BudgetView> budgets() {
        return budgets;
    }

    /** Whether a budget covers the pods of a workload. */
    public Search budget(WorkloadView workload) {
        String namespace = namespaceOf(workload);
        List<BudgetView> near = namespace.isEmpty()
                ? budgets
                : Stream.concat(budgetsByNamespace.getOrDefault(namespace, List.of()).stream(), strayBudgets.stream())
                        .toList();
        return Search.among(near, budget -> budget.covers(workload));
    }

    /** The workloads that a budget certainly covers. */
    public List<WorkloadView> covered(BudgetView budget) {
        return near(budget)
                .filter(one -> budget.covers(one).whenKnown().orElse(false))
                .toList();
    }

    /** What has to be known before one can tell which workloads a budget covers. */
    public List<Gap> coverGaps(BudgetView budget) {
        return near(budget)
                .map(budget::covers)
                .filter(Fact::isUnknown)
                .flatMap(answer -> Gap.in(budget, answer).stream())
                .distinct()
                .toList();
    }

    /** The cluster that a workload or scaler is deployed to; absent where that is not in the stack. */
    public Fact<ClusterView> clusterOf(ResourceView deployed) {
        String reference = deployed.options().provider();
        Optional<ResourceView> provider = graph.of(ResourceKind.KUBERNETES_PROVIDER)
                .filter(one -> reference.startsWith(one.urn()))
                .findFirst();
        if (provider.isPresent()) {
            List<ClusterView> reached = provider.get().dependencies().stream()
                    .map(clusterByUrn::get)
                    .flatMap(Stream::ofNullable)
                    .toList();
            return reached.size() == 1 ? Fact.known("options.provider", reached.get(0)) : unclear(provider.get());
        }
        return clusters.size() == 1 ? Fact.known("options.provider", clusters.get(0)) : several();
    }

    private Fact<ClusterView> several() {
        return clusters.isEmpty()
                ? Fact.absent("options.provider")
                : Fact.unknown("options.provider", "the stack has " + clusters.size() + " clusters, and it names none");
    }

    private static Fact<ClusterView> unclear(ResourceView provider) {
        return provider.text("kubeconfig").isKnown()
                ? Fact.absent("options.provider")
                : Fact.unknown(
                        "options.provider", "the cluster of provider " + provider.name() + " is not in the stack");
    }

    /** The workloads that run on a cluster for certain. */
    public List<WorkloadView> workloads(ClusterView cluster) {
        return workloads.stream()
                .filter(one -> clusterOf(one.resource())
                        .whenKnown()
                        .filter(cluster::equals)
                        .isPresent())
                .toList();
    }

    /** Whether the pods of a workload may be put on a pool of its cluster. */
    public Fact<Boolean> mayRunOn(WorkloadView workload, PoolView pool) {
        PodView pods = workload.pods();
        Fact<Boolean> tolerated = pool.taints().then(taints -> {
            Fact<Boolean> all = Fact.known("nodeTaints", true);
            for (String taint : taints) {
                all = taint.endsWith(":PreferNoSchedule") ? all : Facts.all(all, pods.tolerates(taint));
            }
            return all;
        });
        return Facts.all(pods.nodeSelector().map(labels -> selects(labels, pool)), tolerated);
    }

    private static boolean selects(Map<String, String> labels, PoolView pool) {
        return POOL_LABELS.stream()
                .filter(labels::containsKey)
                .allMatch(label -> pool.title().equals(labels.get(label)));
    }

    private static Stream<PoolView> listed(ClusterView cluster) {
        int size = cluster.resource()
                .node("agentPoolProfiles")
                .whenKnown()
                .map(list -> list.size())
                .orElse(0);
        return Stream.iterate(0, at -> at < size, at -> at + 1)
                .map(at -> new PoolView(
                        cluster.resource(), "agentPoolProfiles." + at + ".", Fact.known("agentPoolProfiles", cluster)));
    }

    private void file(BudgetView budget) {
        Fact<String> namespace = KubernetesName.namespaceOf(budget.resource());
        if (namespace.isKnown()) {
            budgetsByNamespace
                    .computeIfAbsent(namespace.value(), key -> new ArrayList<>())
                    .add(budget);
        } else {
            strayBudgets.add(budget);
        }
    }

    private Stream<WorkloadView> near(BudgetView budget) {
        Fact<String> namespace = KubernetesName.namespaceOf(budget.resource());
        return namespace.isKnown()
                ? Stream.of(namespace.value(), "")
                        .flatMap(name -> workloadsByNamespace.getOrDefault(name, List.of()).stream())
                : workloads.stream();
    }

    /** Empty where it is not known. */
    private static String namespaceOf(WorkloadView workload) {
        return KubernetesName.namespaceOf(workload.resource()).whenKnown().orElse("");
    }
}
