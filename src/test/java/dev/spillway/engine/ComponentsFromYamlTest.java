package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.engine.EngineProject.Said;
import dev.spillway.intake.GraphJson;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.provider.SampleComponents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our components in a YAML program that has nothing but a name for our folder. */
@Tag("engine")
final class ComponentsFromYamlTest {
    private static final String PIPELINE = """
            {"resourceGroupName": "rg-orders", "location": "westeurope",
                  "load": {"baselineEventsPerSecond": 600, "peakEventsPerSecond": 1380, "averageEventBytes": 900},
                  "eventHubs": {"orders": {"tier": "Standard", "hubs": {"orders": {}}}},
                  "workloads": {"api": {"role": "producer", "hub": "orders/orders",
                   "image": "registry.example.com/api:1", "perReplicaEventsPerSecond": 1200}},
                  "monitoring": {"actionGroupEmails": ["oncall@example.com"]}}
            """;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GROUP = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-orders";

    @Test
    void aYamlProgramDeclaresWhatAJavaProgramDeclares(@TempDir Path scratch) throws IOException {
        EngineProject project = EngineProject.in(scratch).withYaml(program(EngineProject.ROOT));
        Files.writeString(
                project.cloud(),
                "{\"resources\": {\"" + GROUP + "\": {\"id\": \"" + GROUP + "\", \"name\": \"rg-orders\","
                        + " \"type\": \"Microsoft.Resources/resourceGroups\", \"location\": \"westeurope\"}}}",
                UTF_8);
        project.pulumi("stack", "init", "dev").succeeded();

        Said previewed = project.pulumi("preview", "-s", "dev").succeeded();
        project.pulumi("up", "-s", "dev", "--yes", "--skip-preview").succeeded();
        Said state = project.pulumi("stack", "export", "-s", "dev").succeeded();
        Said again =
                project.pulumi("preview", "-s", "dev", "--expect-no-changes").succeeded();

        assertThat(previewed.text()).contains("host: \"orders-sample.servicebus.windows.net\"");
        assertThat(again.text()).contains("unchanged");
        Map<String, JsonNode> declared = ofState(state.text());
        Map<String, JsonNode> watching = new TreeMap<>(declared);
        watching.keySet().removeIf(name -> !name.contains("insights:"));
        declared.keySet().removeAll(watching.keySet());
        assertThat(declared).isEqualTo(ofJava());
        assertThat(watching.keySet())
                .contains(
                        "azure-native:insights:MetricAlert watch-orders-throttled-requests",
                        "azure-native:insights:ScheduledQueryRule watch-api-replicas-at-maximum",
                        "azure-native:operationalinsights:Workspace watch");
    }

    /** The language's own checks know the inputs of a whole stack, and the engine the component's children. */
    @Test
    void aWholePipelineIsOneComponentOfAYamlProgram(@TempDir Path scratch) throws IOException {
        EngineProject project = EngineProject.in(scratch)
                .withYaml("name: sample\nruntime: yaml\npackages: {spillway: '" + EngineProject.ROOT
                        + "'}\nresources:\n"
                        + "  shop:\n    type: spillway:index:EventPipeline\n    properties: " + PIPELINE.strip() + "\n"
                        + "outputs: {hosts: '${shop.fullyQualifiedNamespaces}'}\n");
        project.pulumi("stack", "init", "dev").succeeded();

        Said previewed = project.pulumi("preview", "-s", "dev").succeeded();

        assertThat(previewed.text())
                .contains(
                        "spillway:index:EventPipeline shop",
                        "azure-native:eventhub:EventHub orders-orders",
                        "kubernetes:apps/v1:Deployment api",
                        "azure-native:insights:MetricAlert monitoring-orders-throttled-requests",
                        "shop-orders.servicebus.windows.net");
    }

    @Test
    void allProblemsOfAComponentAreNamedInOneMessage(@TempDir Path scratch) throws IOException {
        String wrong = program(EngineProject.ROOT)
                .replace("\"westeurope\"", "\"West Europe\"")
                .replace("\"retentionHours\": 96", "\"retentionHours\": 400");
        EngineProject project = EngineProject.in(scratch).withYaml(wrong);
        project.pulumi("stack", "init", "dev").succeeded();

        Said refused = project.pulumi("preview", "-s", "dev").failed();

        assertThat(refused.text())
                .contains("hubs.orders.retentionHours: 400 is not a retention on Standard")
                .contains("location: \"West Europe\" is not a region name, give westeurope")
                .doesNotContain("\tat ");
    }

    private static String program(Path folder) {
        return "name: sample\nruntime: yaml\npackages: {spillway: '" + folder + "'}\n"
                + "resources:\n"
                + "  orders:\n    type: spillway:index:EventHubsNamespace\n    properties: "
                + SampleComponents.NAMESPACE.strip().replace("\n", "\n      ") + "\n"
                + "  api:\n    type: spillway:index:AutoscaledWorkload\n    properties: "
                + SampleComponents.WORKLOAD.strip().replace("{\"role\"", "{\"namespace\": \"${orders}\", \"role\"")
                + "\n"
                + "  watch:\n    type: spillway:index:EventPipelineMonitoring\n    properties:\n"
                + "      {resourceGroupName: rg-orders, location: westeurope, actionGroupEmails: [oncall@example.com],\n"
                + "       namespaces: ['${orders}'], workloads: ['${api}']}\n"
                + "outputs: {host: '${orders.fullyQualifiedNamespace}'}\n";
    }

    /** Inputs by type and name, as the engine keeps them. */
    private static Map<String, JsonNode> ofState(String export) throws IOException {
        Map<String, JsonNode> inputs = new TreeMap<>();
        for (JsonNode resource : JSON.readTree(export).at("/deployment/resources")) {
            String type = resource.path("type").asText();
            if (resource.path("custom").asBoolean() && !type.startsWith("pulumi:")) {
                inputs.put(type + " " + name(resource), withoutTraces(resource.path("inputs")));
            }
        }
        return inputs;
    }

    private static Map<String, JsonNode> ofJava() throws IOException {
        Capture capture = EmbeddedMonitor.run(
                context -> SampleComponents.declare(Output.of("rg-orders"), ComponentResourceOptions.Empty),
                new Settings("sample", "dev", Map.of()));
        assertThat(capture.errors()).isEmpty();
        Map<String, JsonNode> inputs = new TreeMap<>();
        for (JsonNode resource : JSON.readTree(GraphJson.write(capture.graph()))) {
            String type = resource.path("type").asText();
            if (type.startsWith("azure-native:") || type.startsWith("kubernetes:")) {
                inputs.put(type + " " + resource.path("name").asText(), withoutTraces(resource.path("inputs")));
            }
        }
        return inputs;
    }

    private static String name(JsonNode resource) {
        String urn = resource.path("urn").asText();
        return urn.substring(urn.lastIndexOf("::") + 2);
    }

    /** Providers note in the inputs what they added themselves; 4.0 and 4 are one number. */
    private static JsonNode withoutTraces(JsonNode inputs) throws IOException {
        JsonNode copy = JSON.readTree(inputs.toString().replaceAll("(\\d)\\.0([,}\\]])", "$1$2"));
        copy.findParents("__defaults").forEach(parent -> ((ObjectNode) parent).remove("__defaults"));
        return copy;
    }
}
