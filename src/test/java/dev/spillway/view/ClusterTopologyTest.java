package dev.spillway.view;

import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.pool;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which cluster and pools workloads run, and which of them a budget covers. */
class ClusterTopologyTest {
    private static final String SELECTOR = "spec.template.spec.nodeSelector";

    private final ResourceFixture shop = cluster("shop");
    private final ResourceFixture api = deployment("order-api");

    @ParameterizedTest
    @CsvSource({
        "agentpool,                users, true",
        "agentpool,                spot,  false",
        "kubernetes.azure.com/agentpool, users, true",
        "kubernetes.azure.com/agentpool, spot,  false",
        "disktype,                 ssd,   true"
    })
    void aWorkloadRunsWhereItsSelectorLetsIt(String label, String value, boolean mayRun) {
        api.with(SELECTOR, Map.of(label, value));

        assertThat(mayRunOn(pool("shop"))).isEqualTo(mayRun);
    }

    @ParameterizedTest
    @CsvSource({
        "team=billing:NoSchedule,       false",
        "team=billing:NoExecute,        false",
        "team=billing:PreferNoSchedule, true"
    })
    void aTaintKeepsOutWhoDoesNotTolerateIt(String taint, boolean mayRun) {
        assertThat(mayRunOn(pool("shop").with("nodeTaints", List.of(taint)))).isEqualTo(mayRun);
    }

    @Test
    void thePoolsOfAClusterAreThoseInItAndThoseThatNameIt() {
        shop.with("agentPoolProfiles", List.of(Map.of("name", "system")));
        ResourceFixture other =
                resource("azure-native:containerservice:AgentPool", "other").with("resourceName", "elsewhere");
        ResourceFixture stray =
                resource("azure-native:containerservice:AgentPool", "stray").unknown("resourceName");

        ClusterTopology clusters = topology(shop, pool("shop"), other, stray).clusters();

        assertThat(clusters.pools(clusters.clusters().get(0)))
                .extracting(PoolView::title)
                .containsExactly("system", "users");
        assertThat(clusters.strayPools()).extracting(Gap::resource).containsExactly("stray");
    }

    @Test
    void whoNamesNoProviderRunsOnTheOnlyCluster() {
        EventTopology one = topology(shop, api);
        EventTopology two = topology(shop, cluster("other"), api);
        EventTopology none = topology(api);

        assertThat(clusterOf(one).map(ClusterView::name).value()).isEqualTo("shop");
        assertThat(clusterOf(two))
                .isEqualTo(Fact.unknown("options.provider", "the stack has 2 clusters, and it names none"));
        assertThat(clusterOf(none).isAbsent()).isTrue();
    }

    @Test
    void aProviderLeadsToTheClusterThatItsKubeconfigComesFrom() {
        ResourceFixture other = cluster("other");
        ResourceFixture provider = resource("pulumi:providers:kubernetes", "shop")
                .unknown("kubeconfig")
                .dependsOn("kubeconfig", shop);

        EventTopology topology = topology(shop, other, provider, api.through(provider));

        assertThat(clusterOf(topology).map(ClusterView::name).value()).isEqualTo("shop");
        assertThat(topology.clusters().workloads(topology.clusters().clusters().get(0)))
                .isEmpty();
        assertThat(topology.clusters().workloads(topology.clusters().clusters().get(1)))
                .extracting(WorkloadView::name)
                .containsExactly("order-api");
    }

    @Test
    void aKubeconfigOfItsOwnLeadsOutOfTheStackAndAnUnknownOneNobodyKnowsWhere() {
        ResourceFixture own = resource("pulumi:providers:kubernetes", "own").with("kubeconfig", "apiVersion: v1");
        ResourceFixture unknown =
                resource("pulumi:providers:kubernetes", "later").unknown("kubeconfig");

        assertThat(clusterOf(topology(shop, own, api.through(own))).isAbsent()).isTrue();
        assertThat(clusterOf(topology(shop, unknown, api.through(unknown))))
                .isEqualTo(Fact.unknown("options.provider", "the cluster of provider later is not in the stack"));
    }

    private static Fact<ClusterView> clusterOf(EventTopology topology) {
        return topology.clusters().clusterOf(topology.workloads().get(0).resource());
    }

    private boolean mayRunOn(ResourceFixture pool) {
        EventTopology topology = topology(shop, pool, api);
        return topology.clusters()
                .mayRunOn(
                        topology.workloads().get(0), topology.clusters().pools().get(0))
                .value();
    }
}
