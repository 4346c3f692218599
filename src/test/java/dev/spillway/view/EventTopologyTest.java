package dev.spillway.view;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a graph, and how it is joined. */
class EventTopologyTest {
    private static final String HUB = "spec.template.metadata.annotations[\"spillway.dev/hub\"]";

    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders");
    private final ResourceFixture api = deployment("order-api").sendsTo("orders/orders");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azure-native:eventhub:Namespace",
                "azure-native:eventhub/v20240101:Namespace",
                "azure-native_eventhub_v20240101:eventhub:Namespace"
            })
    void everyTokenOfANamespaceCounts(String type) {
        assertThat(topology(resource(type, "orders")).namespaces()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"azure-native:servicebus:Namespace", "azure:eventhub/namespace:Namespace", "Namespace", "a:b:c:d"
            })
    void otherNamespacesDoNotCount(String type) {
        assertThat(topology(resource(type, "orders")).namespaces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes:autoscaling/v1:HorizontalPodAutoscaler, HORIZONTAL_POD_AUTOSCALER",
        "kubernetes:autoscaling/v2:HorizontalPodAutoscaler, HORIZONTAL_POD_AUTOSCALER",
        "kubernetes:keda.sh/v1alpha1:ScaledObject, SCALED_OBJECT",
        "kubernetes:keda.k8s.io/v1alpha1:ScaledObject, RETIRED_SCALED_OBJECT"
    })
    void everyTokenOfAnAutoscalerCounts(String type, ScalerView.Kind kind) {
        assertThat(topology(resource(type, "billing")).scalers())
                .extracting(ScalerView::kind)
                .containsExactly(kind);
    }

    @Test
    void aCustomResourceIsKnownByItsKind() {
        ResourceFixture custom = resource("kubernetes:apiextensions.k8s.io:CustomResource", "billing")
                .with("apiVersion", "keda.sh/v1alpha1")
                .with("kind", "ScaledObject");

        assertThat(topology(custom).scalers())
                .extracting(ScalerView::kind)
                .containsExactly(ScalerView.Kind.SCALED_OBJECT);
    }

    @Test
    void namesJoinHubsAndWorkloads() {
        ResourceFixture sameName = resource("azure-native:eventhub:EventHub", "elsewhere")
                .with("namespaceName", "other")
                .with("eventHubName", "orders");
        EventTopology topology = topology(orders, hub, api, namespace("other"), sameName);
        WorkloadView workload = topology.workloads().get(0);

        assertThat(workload.hub().map(HubView::urn)).isEqualTo(Fact.known(HUB, hub.urn()));
        assertThat(workload.namespace().map(NamespaceView::urn).value()).isEqualTo(orders.urn());
        assertThat(topology.producers(topology.namespaces().get(0))).containsExactly(workload);
        assertThat(topology.producers(topology.namespaces().get(1))).isEmpty();
    }

    @Test
    void edgesJoinWhereANameIsNotKnown() {
        orders.without("namespaceName");
        hub.unknown("namespaceName").dependsOn("namespaceName", orders);
        api.unknown(HUB).dependsOn("spec", hub).dependsOn("spec", orders);
        EventTopology topology = topology(orders, hub, api, namespace("other"));
        WorkloadView workload = topology.workloads().get(0);

        assertThat(workload.hub().map(HubView::urn).value()).isEqualTo(hub.urn());
        assertThat(workload.namespace().map(NamespaceView::urn).value()).isEqualTo(orders.urn());
    }

    @Test
    void withoutEdgeAnUnknownNameJoinsNothing() {
        api.unknown(HUB);

        assertThat(topology(orders, hub, api).workloads().get(0).hub())
                .isEqualTo(Fact.unknown(HUB, "known only after deployment"));
    }

    @Test
    void aNameThatMayBeThatOfANamelessHubIsUnknown() {
        hub.without("eventHubName");

        assertThat(topology(orders, hub, api).workloads().get(0).hub())
                .isEqualTo(Fact.unknown(HUB, "met \"orders/orders\", which may be any of 1 resources"));
    }

    @Test
    void aNameThatNoHubHasIsNotInTheStack() {
        assertThat(topology(orders, hub, api.sendsTo("orders/returns"))
                        .workloads()
                        .get(0))
                .satisfies(workload -> {
                    assertThat(workload.hub().isAbsent()).isTrue();
                    assertThat(workload.namespace().isKnown()).isTrue();
                });
    }

    @Test
    void twoOfTheSameNameNeedAnEdge() {
        ResourceFixture twin = resource("azure-native:eventhub:EventHub", "twin")
                .with("namespaceName", "orders")
                .with("eventHubName", "orders");
        EventTopology unclear = topology(orders, hub, twin, api);
        EventTopology clear = topology(orders, hub, twin, api.dependsOn("spec", twin));

        assertThat(unclear.workloads().get(0).hub().isUnknown()).isTrue();
        assertThat(clear.workloads().get(0).hub().map(HubView::urn).value()).isEqualTo(twin.urn());
    }

    @Test
    void consumerGroupsKnowTheirHub() {
        ResourceFixture group = resource("azure-native:eventhub:ConsumerGroup", "billing")
                .with("namespaceName", "orders")
                .with("eventHubName", "orders")
                .with("consumerGroupName", "billing");

        assertThat(topology(orders, hub, group).consumerGroups())
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.hub().map(HubView::urn).value()).isEqualTo(hub.urn());
                    assertThat(view.azureName().value()).isEqualTo("billing");
                });
    }

    @Test
    void anAutoscalerOfAnotherKubernetesNamespaceDoesNotCount() {
        ResourceFixture scaler = autoscaler("order-api", 2, 4).with("metadata.namespace", "other");

        assertThat(topology(api, scaler).workloads().get(0).scaler().isAbsent()).isTrue();
    }

    @Test
    void anAutoscalerOfAnotherKindDoesNotCount() {
        ResourceFixture scaler = autoscaler("order-api", 2, 4).with("spec.scaleTargetRef.kind", "StatefulSet");

        assertThat(topology(api, scaler).workloads().get(0).scaler().isAbsent()).isTrue();
    }

    @Test
    void ofTwoAutoscalersTheLowestMinimumHoldsAndTheMaximumIsUnknown() {
        ResourceFixture second = autoscaler("order-api", 1, 2).with("metadata.name", "second");
        ResourceFixture other = resource("kubernetes:autoscaling/v1:HorizontalPodAutoscaler", "other")
                .with("metadata.namespace", "orders")
                .with("spec.scaleTargetRef.name", "order-api");

        WorkloadView workload = topology(api, second, other).workloads().get(0);

        assertThat(workload.minimumReplicas()).isEqualTo(Fact.known("spec.minReplicas", 1));
        assertThat(workload.maximumReplicas()).isEqualTo(Fact.unknown("spec.replicas", "2 autoscalers scale it"));
    }

    @Test
    void aStatefulSetIsAWorkloadToo() {
        ResourceFixture set = resource("kubernetes:apps/v1:StatefulSet", "outbox")
                .with("metadata.name", "outbox")
                .with("metadata.namespace", "orders");
        ResourceFixture scaler = autoscaler("outbox", 3, 5).with("spec.scaleTargetRef.kind", "StatefulSet");

        assertThat(topology(set, scaler).workloads().get(0).minimumReplicas())
                .isEqualTo(Fact.known("spec.minReplicas", 3));
    }

    @Test
    void theCpuTargetOfAnAutoscalerIsRead() {
        ResourceFixture scaler = autoscaler("order-api", 2, 4)
                .with(
                        "spec.metrics",
                        List.of(
                                Map.of("type", "External"),
                                Map.of("resource", Map.of("name", "cpu", "target", Map.of("averageUtilization", 60)))));
        ResourceFixture older = autoscaler("older", 2, 4).with("spec.targetCPUUtilizationPercentage", 70);
        ResourceFixture other = autoscaler("other", 2, 4).with("spec.metrics", List.of(Map.of("type", "External")));

        assertThat(topology(scaler, older, other, autoscaler("standard", 2, 4)).scalers())
                .extracting(view -> view.cpuTargetPercent().whenKnown().orElse(-1))
                .containsExactly(70, 60, -1, 80);
    }

    @Test
    void aKafkaTriggerCountsWhereItsServerIsAnEventHub() {
        ResourceFixture scaler = resource("kubernetes:keda.sh/v1alpha1:ScaledObject", "billing")
                .with(
                        "spec.triggers",
                        List.of(Map.of(
                                "type",
                                "kafka",
                                "metadata",
                                Map.of("bootstrapServers", "orders.servicebus.windows.net:9093"))));
        ResourceFixture other = resource("kubernetes:keda.sh/v1alpha1:ScaledObject", "other")
                .with(
                        "spec.triggers",
                        List.of(Map.of(
                                "type", "kafka", "metadata", Map.of("bootstrapServers", "kafka.example.com:9092"))));

        assertThat(topology(scaler, other).scalers())
                .extracting(ScalerView::readsEventHubLag)
                .containsExactly(true, false);
    }

    @Test
    void theDemandOfANamespaceIsThatOfAllItsProducers() {
        api.fact("max-events-per-second", "100").fact("max-bytes-per-second", "50000");
        ResourceFixture other =
                deployment("returns-api").replicas(2).sendsTo("orders/returns").fact("max-events-per-second", "10");
        EventTopology topology = topology(orders, hub, api, other, autoscaler("order-api", 1, 3));

        Demand demand = topology.demand(topology.namespaces().get(0));

        assertThat(demand)
                .isEqualTo(new Demand(
                        2,
                        320,
                        150_000,
                        List.of(new Gap(
                                other.urn(),
                                "returns-api",
                                "spec.template.metadata.annotations[\"spillway.dev/max-bytes-per-second\"]",
                                "not given"))));
    }
}
