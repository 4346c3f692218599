package dev.spillway.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AKS clusters with their pools, what runs on which, and how many pods a drain may take. */
public final class ClusterTopology {
    private static final List<String> POOL_LABELS = List.of("agentpool", "kubernetes.azure.com/agentpool");

    private final List<ClusterView> clusters;
    private final Map<String, ClusterView> clusterByUrn;
    private final List<PoolView> pools;
    private final List<BudgetView> budgets;
    private final BudgetIndex covers;
    private final Map<String, List<PoolView>> poolsByCluster;
    private final List<Gap> strayPools;
    private final Map<String, Fact<ClusterView>> clusterByProvider;
    private final Map<String, List<WorkloadView>> workloadsByCluster;

    ClusterTopology(ResourceGraph graph, List<WorkloadView> workloads) {
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
        this.covers = new BudgetIndex(budgets, workloads);
        this.poolsByCluster = pools.stream()
                .filter(pool -> pool.cluster().isKnown())
                .collect(Collectors.groupingBy(pool -> pool.cluster().value().urn()));
        this.strayPools = pools.stream()
                .filter(pool -> pool.cluster().isUnknown())
                .flatMap(pool -> Gap.in(pool, pool.cluster()).stream())
                .toList();
        this.clusterByProvider = graph.of(ResourceKind.KUBERNETES_PROVIDER)
                .collect(Collectors.toMap(ResourceView::urn, this::reachedBy));
        this.workloadsByCluster = workloads.stream()
                .filter(workload -> clusterOf(workload.resource()).isKnown())
                .collect(Collectors.groupingBy(
                        workload -> clusterOf(workload.resource()).value().urn()));
    }

    public List<ClusterView> clusters() {
        return clusters;
    }

    /** Pools listed in clusters first, then those that are resources of their own. */
    public List<PoolView> pools() {
        return pools;
    }

    public List<PoolView> pools(ClusterView cluster) {
        return poolsByCluster.getOrDefault(cluster.urn(), List.of());
    }

    /** What has to be known before one can tell which pools every cluster has. */
    public List<Gap> strayPools() {
        return strayPools;
    }

    public List<BudgetView> budgets() {
        return budgets;
    }

    /** Whether a budget covers the pods of a workload. */
    public Search budget(WorkloadView workload) {
        return Search.among(covers.near(workload), budget -> budget.covers(workload));
    }

    /** The workloads that a budget certainly covers. */
    public List<WorkloadView> covered(BudgetView budget) {
        return covers.near(budget).stream()
                .filter(one -> budget.covers(one).whenKnown().orElse(false))
                .toList();
    }

    /** What has to be known before one can tell which workloads a budget covers. */
    public List<Gap> coverGaps(BudgetView budget) {
        return covers.near(budget).stream()
                .map(budget::covers)
                .filter(Fact::isUnknown)
                .flatMap(answer -> Gap.in(budget, answer).stream())
                .distinct()
                .toList();
    }

    /** The cluster that a workload or scaler is deployed to; absent where that is not in the stack. */
    public Fact<ClusterView> clusterOf(ResourceView deployed) {
        return provider(deployed.options().provider())
                .orElseGet(() -> clusters.size() == 1 ? Fact.known("options.provider", clusters.get(0)) : several());
    }

    /** By its URN, which the provider's own id follows in a reference. */
    private Optional<Fact<ClusterView>> provider(String reference) {
        int id = reference.lastIndexOf("::");
        return Optional.ofNullable(clusterByProvider.get(reference))
                .or(() -> Optional.ofNullable(clusterByProvider.get(reference.substring(0, Math.max(id, 0)))));
    }

    private Fact<ClusterView> reachedBy(ResourceView provider) {
        List<ClusterView> reached = provider.dependencies().stream()
                .map(clusterByUrn::get)
                .flatMap(Stream::ofNullable)
                .toList();
        return reached.size() == 1 ? Fact.known("options.provider", reached.get(0)) : unclear(provider);
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
        return workloadsByCluster.getOrDefault(cluster.urn(), List.of());
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
}
