package dev.spillway.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.core.internal.Constants;
import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.DeclaredStack;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.components.EventPipelineMonitoring;
import dev.spillway.config.StackFile;
import dev.spillway.intake.GraphJson;
import dev.spillway.intake.StructReader;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pulumirpc.Provider.ConstructResponse;

/** Monitoring and whole pipelines as the engine asks for them, over a port and against a monitor on another. */
final class PipelineProviderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STACK = """
            apiVersion: spillway.dev/v1
            name: shop
            profile: dev
            location: westeurope
            load: { baselineEventsPerSecond: 600, peakEventsPerSecond: 1380, averageEventBytes: 900 }
            eventHubs:
              orders:
                tier: Standard
                hubs: { orders: { consumerGroups: [billing] } }
            eventGrid:
              topics:
                news: { publishers: [order-api], subscriptions: {} }
            cluster:
              existing:
                name: aks-shop
                resourceGroup: rg-aks
                oidcIssuerUrl: https://westeurope.oic.example.com/00000000-0000-0000-0000-000000000000/
            workloads:
              order-api:
                role: producer
                hub: orders/orders
                image: registry.example.com/order-api:1.4
                perReplicaEventsPerSecond: 1200
              billing:
                role: consumer
                hub: orders/orders
                consumerGroup: billing
                image: registry.example.com/billing:1.4
                perReplicaEventsPerSecond: 800
            monitoring: { actionGroupEmails: [oncall@example.com] }
            """;
    private static final String NAMESPACE_URN = "urn:pulumi:dev::sample::" + EventHubsNamespace.TYPE + "::orders";
    private static final String WORKLOAD_URN = "urn:pulumi:dev::sample::" + AutoscaledWorkload.TYPE + "::api";

    private final ServedProvider provider;
    private final RecordingEngine engine;

    PipelineProviderTest() throws IOException {
        provider = new ServedProvider();
        engine = provider.engine();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void monitoringWatchesWhatTheProviderHasMadeAndWhatIsNamedByItsId() throws IOException {
        construct(EventHubsNamespace.TYPE, "orders", SampleComponents.NAMESPACE);
        construct(
                AutoscaledWorkload.TYPE,
                "api",
                SampleComponents.WORKLOAD
                        .strip()
                        .replaceFirst("\\{", "{\"namespace\": " + reference(NAMESPACE_URN) + ","));

        ConstructResponse made =
                construct(EventPipelineMonitoring.TYPE, "watch", """
                {"resourceGroupName": "rg", "location": "westeurope", "actionGroupEmails": ["oncall@example.com"],
                 "namespaces": [NAMESPACE], "workloads": [WORKLOAD], "tags": {"team": "orders"},
                 "resources": [{"name": "files", "type": "Microsoft.Storage/storageAccounts", "id": "UNKNOWN"}]}
                """.replace("NAMESPACE", reference(NAMESPACE_URN))
                        .replace("WORKLOAD", reference(WORKLOAD_URN))
                        .replace("UNKNOWN", Constants.UnknownValue));

        assertThat(made.getState()
                        .getFieldsOrThrow("thresholds")
                        .getStructValue()
                        .getFieldsMap())
                .containsKeys("orders-throttled-requests", "api-replicas-at-maximum", "files-storage-unavailable");
        assertThat(engine.names())
                .contains(
                        "azure-native:insights:ActionGroup watch",
                        "azure-native:insights:MetricAlert watch-orders-throttled-requests",
                        "azure-native:insights:ScheduledQueryRule watch-api-replicas-at-maximum",
                        "azure-native:operationalinsights:Workspace watch");
        assertThat(engine.registered("azure-native:insights:MetricAlert", "watch-files-storage-unavailable")
                        .getObject()
                        .getFieldsOrThrow("scopes")
                        .toString())
                .contains(Constants.UnknownValue);
    }

    @Test
    void everythingThatIsWrongWithMonitoringIsNamedAtOnce() {
        assertThat(refused(EventPipelineMonitoring.TYPE, "watch", """
                {"location": "West Europe", "logRetentionDays": 7, "namespaces": ["orders", NAMESPACE],
                 "workloads": "api", "resources": [{"name": "files", "id": 4}]}
                """.replace("NAMESPACE", reference(NAMESPACE_URN))))
                .isEqualTo("""
                EventPipelineMonitoring watch: actionGroupEmails: nobody is told, give actionGroupEmails or actionGroupIds
                EventPipelineMonitoring watch: location: "West Europe" is not a region name, give westeurope
                EventPipelineMonitoring watch: logRetentionDays: 7 is not a number of days, give 30 to 730
                EventPipelineMonitoring watch: namespaces: NAMESPACE is not known to this provider, give an EventHubsNamespace of this package that is made by the same provider in the same program
                EventPipelineMonitoring watch: namespaces[0]: not a component, give an EventHubsNamespace of this package
                EventPipelineMonitoring watch: resourceGroupName: missing, give the name of the resource group to declare it in
                EventPipelineMonitoring watch: resources[0].id: missing or not text, give id, name, type
                EventPipelineMonitoring watch: resources[0].type: missing or not text, give id, name, type
                EventPipelineMonitoring watch: workloads: not a list that is known before deployment, give a list""".replace("NAMESPACE", NAMESPACE_URN));
        assertThat(
                        refused(
                                EventPipelineMonitoring.TYPE,
                                "watch",
                                "{\"resourceGroupName\": \"rg\", \"location\": \"westeurope\", \"actionGroupEmails\": [\"a@b.c\"]}"))
                .isEqualTo("EventPipelineMonitoring watch: nothing is watched, give namespaces, workloads, eventGrid or"
                        + " resources");
    }

    /** The same children, named alike and described alike, below the component; the group alone is somebody else's. */
    @Test
    void aPipelineIsTheStackOfTheSameDescription() throws IOException {
        ConstructResponse made = construct(PipelineResource.TYPE, "shop", inputs());

        Map<String, JsonNode> ofTheStack = new TreeMap<>();
        for (JsonNode resource : JSON.readTree(GraphJson.write(declared().graph()))) {
            String type = resource.path("type").asText();
            if (!type.startsWith("pulumi:") && !type.endsWith(":ResourceGroup")) {
                ofTheStack.put(type + " " + resource.path("name").asText(), resource.path("inputs"));
            }
        }
        assertThat(engine.names()).hasSizeGreaterThan(40).contains(PipelineResource.TYPE + " shop");
        assertThat(engine.names().stream().filter(name -> !name.endsWith("EventPipeline shop")))
                .containsExactlyElementsOf(ofTheStack.keySet());
        assertThat(engine.registered(EventHubsNamespace.TYPE, "orders").getParent())
                .isEqualTo(made.getUrn());
        assertThat(StructReader.read(engine.registered("azure-native:eventhub:EventHub", "orders-orders")
                                .getObject())
                        .path("partitionCount"))
                .isEqualTo(Objects.requireNonNull(ofTheStack.get("azure-native:eventhub:EventHub orders-orders"))
                        .path("partitionCount"));
        assertThat(made.getState().getFieldsOrThrow("fullyQualifiedNamespaces").toString())
                .contains("shop-orders.servicebus.windows.net");
        assertThat(made.getState().getFieldsOrThrow("alertThresholds").toString())
                .contains("orders-throttled-requests");
    }

    @Test
    void everythingThatIsWrongWithAPipelineIsNamedAtOnce() {
        assertThat(refused(PipelineResource.TYPE, "orders", """
                {"location": "West Europe", "name": "x", "eventHubs": {"orders": {"tier": "Basic"}},
                 "workloads": {"api": {"role": "sender"}}, "rules": {}}
                """)).isEqualTo("""
                EventPipeline orders: eventHubs.orders.tier: Basic keeps events for one day and has no capture, give Standard, Premium or Dedicated
                EventPipeline orders: location: "West Europe" is not a region name, give westeurope
                EventPipeline orders: name: a key of the file of a stack alone, leave it out
                EventPipeline orders: resourceGroupName: missing, give the name of the resource group to declare it in
                EventPipeline orders: rules: a key of the file of a stack alone, leave it out
                EventPipeline orders: workloads.api.hub: missing, give namespace/hub
                EventPipeline orders: workloads.api.image: missing, give a container image such as registry.example.com/order-api:1.4
                EventPipeline orders: workloads.api.perReplicaEventsPerSecond: missing, give a number above 0, at most 1000000000
                EventPipeline orders: workloads.api.role: "sender" is not a role, give producer, consumer or receiver""");
    }

    private static Capture declared() {
        Capture capture = EmbeddedMonitor.run(
                context -> DeclaredStack.declare(
                        StackFile.parse("stack.yaml", STACK.getBytes(UTF_8)), true, Clock.systemUTC()),
                new Settings("sample", "dev", Map.of()));
        assertThat(capture.errors()).isEmpty();
        return capture;
    }

    private static String inputs() throws IOException {
        Map<?, ?> stack = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(STACK);
        ObjectNode inputs = JSON.valueToTree(stack);
        inputs.remove(List.of("apiVersion", "name"));
        return inputs.put("resourceGroupName", "rg-shop").toString();
    }

    private String refused(String type, String name, String inputs) {
        StatusRuntimeException refused =
                catchThrowableOfType(StatusRuntimeException.class, () -> construct(type, name, inputs));
        return String.valueOf(refused.getStatus().getDescription());
    }

    private ConstructResponse construct(String type, String name, String inputs) throws IOException {
        return provider.construct(provider.request(type, name, inputs));
    }

    private static String reference(String urn) {
        return "{\"" + Constants.SpecialSigKey + "\": \"" + Constants.SpecialResourceSig + "\", \"urn\": \"" + urn
                + "\"}";
    }
}
