package dev.spillway.components;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.config.StackFile;
import dev.spillway.intake.GraphJson;
import dev.spillway.model.HubSpec;
import dev.spillway.model.MonitoringSpec;
import dev.spillway.model.Problems;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.plan.MonitoredResource.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The whole pipeline in one statement: what it declares, what it takes as it is, and what it refuses. */
final class EventPipelineTest {
    private static final MonitoringSpec ON_CALL = MonitoringSpec.telling(List.of("oncall@example.com"));

    @Test
    void oneStatementDeclaresEverythingAndGivesItBack() {
        List<String> given = new ArrayList<>();

        Capture capture = run(context -> {
            EventPipeline pipeline = EventPipeline.declare(described()
                    .existingResource(Kind.CLUSTER, "aks", Output.of("/subscriptions/s/aks"))
                    .build());
            given.add(pipeline.namespace("orders").plan().name());
            given.add(pipeline.workload("order-api").plan().name());
            given.add(String.valueOf(pipeline.monitoring().isPresent()));
        });

        assertThat(capture.errors()).isEmpty();
        assertThat(given).containsExactly("orders", "order-api", "true");
        assertThat(capture.graph().resources())
                .extracting(resource -> resource.type() + " " + resource.name())
                .contains(
                        EventHubsNamespace.TYPE + " orders",
                        AutoscaledWorkload.TYPE + " order-api",
                        EventPipelineMonitoring.TYPE + " monitoring",
                        "azure-native:insights:MetricAlert monitoring-aks-pods-unschedulable");
    }

    /** Else going over to it would replace what holds events. */
    @Test
    void whatHoldsEventsIsNamedAsIfItHadBeenDeclaredAlone() {
        Capture alone = run(context -> namespace());
        Capture together = run(context -> EventPipeline.declare(described().build()));

        List<String> names = alone.graph().resources().stream()
                .map(resource -> resource.urn())
                .toList();
        assertThat(together.graph().resources())
                .extracting(resource -> resource.urn())
                .containsAll(names);
    }

    @Test
    void whatExistsIsTakenAsItIs() {
        Capture capture = run(context -> {
            EventHubsNamespace namespace = namespace();
            AutoscaledWorkload workload = new AutoscaledWorkload(
                    "order-api", AutoscaledWorkloadArgs.of(sender(), namespace), ComponentResourceOptions.Empty);
            EventPipeline pipeline = EventPipeline.declare(EventPipelineArgs.builder()
                    .resourceGroupName("rg")
                    .location("westeurope")
                    .existingNamespace(namespace)
                    .existingWorkload(workload)
                    .monitoring(ON_CALL)
                    .build());
            assertThat(pipeline.namespaces()).containsExactly(namespace);
            assertThat(pipeline.workloads()).containsExactly(workload);
        });

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.failure(Problems.class)).isEmpty();
        assertThat(GraphJson.write(capture.graph())).contains("order-api-replicas-at-maximum");
    }

    @Test
    void whatIsDescribedAndExistsIsRefusedWithEverythingElse() {
        Capture capture = run(context -> {
            EventHubsNamespace namespace = namespace();
            AutoscaledWorkload workload = new AutoscaledWorkload(
                    "order-api", AutoscaledWorkloadArgs.of(sender(), namespace), ComponentResourceOptions.Empty);
            EventPipelineMonitoring monitoring = new EventPipelineMonitoring(
                    "watch",
                    EventPipelineMonitoringArgs.builder()
                            .resourceGroupName("rg")
                            .location("westeurope")
                            .monitoring(ON_CALL)
                            .namespace(namespace)
                            .build(),
                    ComponentResourceOptions.Empty);
            EventPipeline.declare(EventPipelineArgs.builder()
                    .namespace("orders", namespaceArgs())
                    .namespace("orders", namespaceArgs())
                    .existingNamespace(namespace)
                    .workload(sender())
                    .existingWorkload(workload)
                    .monitoring(ON_CALL)
                    .existingMonitoring(monitoring)
                    .existingResource(Kind.CLUSTER, "aks", Output.of("id"))
                    .existingResource(Kind.CLUSTER, "aks", Output.of("id"))
                    .build());
        });

        assertThat(problems(capture))
                .containsExactly(
                        "EventPipeline: location: missing, the described monitoring needs it",
                        "EventPipeline: monitoring: described and existing, give one of them",
                        "EventPipeline: namespace.orders: described and existing, give one of them",
                        "EventPipeline: resource.aks: given twice, give each resource once",
                        "EventPipeline: resourceGroupName: missing, the described monitoring needs it",
                        "EventPipeline: workload.order-api: described and existing, give one of them");
    }

    @Test
    void partsThatDoNotFitAreRefusedBeforeAnythingIsDeclared() {
        Capture capture = run(context -> EventPipeline.declare(EventPipelineArgs.builder()
                .workload(sender())
                .workload(sender())
                .existingResource(Kind.CLUSTER, "aks", Output.of("id"))
                .build()));

        assertThat(problems(capture))
                .containsExactly(
                        "EventPipeline: namespace: none, describe one or give one that exists",
                        "EventPipeline: resource: given without monitoring that would watch it, describe monitoring",
                        "EventPipeline: workload.order-api: given twice, give each workload a name of its own",
                        "EventPipeline: workload.order-api.hub: namespace orders is not in the pipeline, give a namespace");
        assertThat(capture.graph().resources())
                .allMatch(resource -> resource.type().equals("pulumi:pulumi:Stack"));
    }

    @Test
    void eventGridAndTheClusterAreParts() {
        List<String> given = new ArrayList<>();

        Capture capture = run(context -> {
            EventPipeline pipeline = EventPipeline.declare(described()
                    .eventGrid("news", topic())
                    .cluster("aks", AksClusterArgs.existing("aks-orders", "rg-aks"))
                    .build());
            given.addAll(pipeline.eventGrid().keySet());
            given.add(String.valueOf(pipeline.cluster().isPresent()));
            given.addAll(new TreeSet<>(pipeline.outputs().keySet()));
        });

        assertThat(capture.errors()).isEmpty();
        assertThat(given)
                .containsExactly(
                        "news",
                        "true",
                        "alertThresholds",
                        "clusterName",
                        "newsEndpoint",
                        "order-apiSettings",
                        "ordersLossForecast",
                        "ordersNamespace");
        assertThat(capture.graph().resources())
                .extracting(resource -> resource.type() + " " + resource.name())
                .contains(
                        AksCluster.TYPE + " aks",
                        EventGridTopic.TYPE + " news",
                        EventProducerWorkload.TYPE + " order-api",
                        "azure-native:managedidentity:FederatedIdentityCredential order-api",
                        "azure-native:insights:MetricAlert monitoring-news-grid-dropped");
    }

    @Test
    void eventGridAndAClusterThatExistAreTakenAsTheyAre() {
        Capture capture = run(context -> {
            EventGridTopic news = new EventGridTopic("news", topic(), ComponentResourceOptions.Empty);
            AksCluster cluster = new AksCluster(
                    "aks", AksClusterArgs.existing("aks-orders", "rg-aks"), ComponentResourceOptions.Empty);
            EventPipeline pipeline = EventPipeline.declare(
                    described().existingEventGrid(news).existingCluster(cluster).build());
            assertThat(pipeline.eventGrid()).containsExactly(Map.entry("news", news));
            assertThat(pipeline.cluster()).contains(cluster);
        });

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.graph().resources())
                .extracting(resource -> resource.type() + " " + resource.name())
                .contains("azure-native:insights:MetricAlert monitoring-news-grid-dropped");
    }

    @Test
    void eventGridAndAClusterAreNotDescribedAndExistingAtOnce() {
        Capture capture = run(context -> {
            EventGridTopic news = new EventGridTopic("news", topic(), ComponentResourceOptions.Empty);
            AksClusterArgs described = AksClusterArgs.existing("aks-orders", "rg-aks");
            AksCluster cluster = new AksCluster("aks", described, ComponentResourceOptions.Empty);
            EventPipeline.declare(described()
                    .eventGrid("news", topic())
                    .existingEventGrid(news)
                    .cluster("aks", described)
                    .existingCluster(cluster)
                    .eventGrid("blobs", topic())
                    .eventGrid("blobs", topic())
                    .build());
        });

        assertThat(problems(capture))
                .containsExactly(
                        "EventPipeline: cluster: described and existing, give one of them",
                        "EventPipeline: eventGrid.blobs: given twice, give each component a name of its own",
                        "EventPipeline: eventGrid.news: described and existing, give one of them");
    }

    private static EventGridArgs topic() {
        String yaml = """
                apiVersion: spillway.dev/v1
                name: news
                location: westeurope
                eventGrid:
                  topics:
                    news:
                      subscriptions:
                        notify:
                          destination: { type: webHook, url: "https://notify.example.com/events" }
                          deadLetter: { createStorage: true }
                """;
        return EventGridArgs.of(
                Output.of("rg"), StackFile.parse("stack.yaml", yaml.getBytes(UTF_8)), Clock.systemUTC());
    }

    private static List<String> problems(Capture capture) {
        return capture.failure(Problems.class).orElseThrow().problems().stream()
                .map(Object::toString)
                .toList();
    }

    private static EventPipelineArgs.Builder described() {
        return EventPipelineArgs.builder()
                .resourceGroupName("rg")
                .location("westeurope")
                .namespace("orders", namespaceArgs())
                .workload(sender())
                .monitoring(ON_CALL)
                .tags(Map.of("team", "orders"));
    }

    private static EventHubsNamespace namespace() {
        return new EventHubsNamespace("orders", namespaceArgs(), ComponentResourceOptions.Empty);
    }

    private static EventHubsNamespaceArgs namespaceArgs() {
        return EventHubsNamespaceArgs.builder()
                .resourceGroupName("rg")
                .namespaceName("contoso-orders")
                .location("westeurope")
                .hub(new HubSpec("orders", Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of("billing")))
                .build();
    }

    private static WorkloadSpec sender() {
        return StackFile.read(Path.of("stacks/dev/stack.yaml")).workloads().get(0);
    }

    private static Capture run(Consumer<Context> program) {
        return EmbeddedMonitor.run(program, new Settings("test", "test", Map.of()));
    }
}
