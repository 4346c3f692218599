package dev.spillway.standin;

import static dev.spillway.standin.StandInRun.CONSUMERS;
import static dev.spillway.standin.StandInRun.GROUP;
import static dev.spillway.standin.StandInRun.HUB;
import static dev.spillway.standin.StandInRun.NAMESPACE;
import static dev.spillway.standin.StandInRun.group;
import static dev.spillway.standin.StandInRun.hub;
import static dev.spillway.standin.StandInRun.hubId;
import static dev.spillway.standin.StandInRun.inputs;
import static dev.spillway.standin.StandInRun.namespace;
import static dev.spillway.standin.StandInRun.namespaceId;
import static dev.spillway.standin.StandInRun.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Empty;
import dev.spillway.intake.StructReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ReadResponse;

/** The life of a resource in the stand-in, as the engine lives it. */
final class AzureStandInTest {
    /** How the engine writes a text that is known only after deployment. */
    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static final Path PLAN = Path.of("stacks/dev/plan.approved.json");

    @TempDir
    private Path folder;

    private StandInRun run;

    @BeforeEach
    void start() {
        run = StandInRun.in(folder);
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void withoutItsVariableItRefusesToStart() {
        assertThat(AzureStandIn.refusal(Map.of()))
                .hasValue("stand-in for Azure: this is no Azure provider but a stand-in for tests; it starts only with"
                        + " SPILLWAY_STAND_IN=1");
        assertThat(AzureStandIn.refusal(Map.of("SPILLWAY_STAND_IN", "true"))).isPresent();
        assertThat(AzureStandIn.refusal(Map.of("SPILLWAY_STAND_IN", "1")))
                .hasValueSatisfying(words -> assertThat(words).contains("SPILLWAY_STAND_IN_CLOUD"));
        assertThat(AzureStandIn.refusal(Map.of("SPILLWAY_STAND_IN", "1", "SPILLWAY_STAND_IN_CLOUD", "cloud.json")))
                .isEmpty();
    }

    @Test
    void itIsNamedAStandInWhereverItShows() {
        assertThat(run.provider().getPluginInfo(Empty.getDefaultInstance()).getVersion())
                .isEqualTo("2.90.0+stand-in");
        assertThat(refusal(() -> run.create(NAMESPACE, namespace("orders-dev"))))
                .startsWith("stand-in for Azure: ");

        run.create(GROUP, group());

        assertThat(run.cloud().path("about").asText()).contains("stand-in for Azure");
    }

    @Test
    void thePackageSchemaNamesWhatCanBeDeclared() throws IOException {
        String text =
                run.provider().getSchema(GetSchemaRequest.newBuilder().build()).getSchema();

        JsonNode hub = Json.MAPPER.readTree(text).path("resources").path(HUB);
        assertThat(hub.path("inputProperties").properties())
                .extracting(Map.Entry::getKey)
                .contains("eventHubName", "partitionCount", "retentionDescription")
                .doesNotContain("properties", "name", "partitionIds");
        assertThat(hub.path("properties").has("partitionIds")).isTrue();
    }

    @Test
    void everyAzureResourceOfTheDevStackIsAcceptedAndCreated() throws IOException {
        List<JsonNode> resources = new ArrayList<>();
        for (JsonNode resource : Json.MAPPER.readTree(PLAN.toFile())) {
            if (resource.path("type").asText().startsWith("azure-native:")) {
                resources.add(resource);
            }
        }
        resources.sort(Comparator.comparing(resource -> depth(resource, resources)));

        Set<String> waiting = new HashSet<>();
        for (JsonNode resource : resources) {
            String type = resource.path("type").asText();
            ObjectNode inputs = (ObjectNode) resource.path("inputs");
            assertThat(run.failures(type, inputs)).as(type).isEmpty();
            // The real engine fills in what is known only later; EngineProject runs the stack with it.
            boolean waits = inputs.toString().contains(UNKNOWN);
            for (JsonNode dependency : resource.path("dependencies")) {
                waits |= waiting.contains(dependency.asText());
            }
            if (waits) {
                waiting.add(resource.path("urn").asText());
                continue;
            }
            assertThat(run.create(type, inputs).getId()).as(type).startsWith("/subscriptions/");
        }

        assertThat(resources).hasSizeGreaterThanOrEqualTo(4);
        assertThat(run.ids()).hasSize(resources.size() - waiting.size());
    }

    @Test
    void aSecondCheckChangesNothing() {
        ObjectNode nameless = namespace("x");
        nameless.remove("namespaceName");

        ObjectNode first = StructReader.read(run.check(NAMESPACE, nameless).getInputs());
        ObjectNode second = StructReader.read(run.check(NAMESPACE, first).getInputs());

        assertThat(first.path("namespaceName").asText()).matches("it[0-9a-f]{8}");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void theAnswerToACreateIsInAzuresShape() {
        run.create(GROUP, group());

        CreateResponse created = run.create(NAMESPACE, namespace("orders-dev"));
        ObjectNode outputs = StructReader.read(created.getProperties());

        assertThat(created.getId()).isEqualTo(namespaceId("orders-dev"));
        assertThat(outputs)
                .isEqualTo(inputs("{'name': 'orders-dev', 'type': 'Microsoft.EventHub/Namespaces',"
                        + " 'location': 'West Europe', 'tags': {},"
                        + " 'sku': {'name': 'Standard', 'tier': 'Standard', 'capacity': 2},"
                        + " 'disableLocalAuth': false, 'isAutoInflateEnabled': false, 'kafkaEnabled': true,"
                        + " 'maximumThroughputUnits': 0, 'minimumTlsVersion': '1.2', 'publicNetworkAccess': 'Enabled',"
                        + " 'zoneRedundant': false, 'provisioningState': 'Succeeded', 'status': 'Active',"
                        + " 'metricId': '00000000-0000-0000-0000-000000000000:orders-dev',"
                        + " 'serviceBusEndpoint': 'https://orders-dev.servicebus.windows.net:443/',"
                        + " 'createdAt': '2026-01-01T00:00:00Z', 'updatedAt': '2026-01-01T00:00:00Z'}"));
    }

    @Test
    void anUpdateResetsWhatIsNotSent() {
        run.create(GROUP, group());
        ObjectNode inflating =
                namespace("orders-dev").put("isAutoInflateEnabled", true).put("maximumThroughputUnits", 6);
        inflating.putObject("tags").put("team", "orders");
        run.create(NAMESPACE, inflating);
        run.drift(namespaceId("orders-dev"), "sku.capacity", IntNode.valueOf(5));
        ObjectNode less = namespace("orders-dev");
        ((ObjectNode) less.path("sku")).remove("capacity");

        ObjectNode outputs = run.updated(NAMESPACE, namespaceId("orders-dev"), less);

        assertThat(outputs.path("sku").path("capacity").asInt()).isEqualTo(1);
        assertThat(outputs.path("isAutoInflateEnabled").asBoolean()).isFalse();
        assertThat(outputs.path("maximumThroughputUnits").asInt()).isZero();
        assertThat(outputs.path("tags")).isEmpty();
        assertThat(outputs.path("updatedAt").asText()).isEqualTo("2026-01-01T00:00:01Z");
    }

    @Test
    void whatIsDeletedIsReadNoMore() {
        run.create(GROUP, group());
        run.create(NAMESPACE, namespace("orders-dev"));
        run.create(HUB, hub("orders-dev", "orders"));

        run.delete(HUB, hubId("orders-dev", "orders"));

        assertThat(run.read(HUB, hubId("orders-dev", "orders"), hub("orders-dev", "orders"), Json.object())
                        .getId())
                .isEmpty();
        assertThat(run.ids()).hasSize(2);
    }

    @Test
    void aDeletedGroupTakesItsContentAlong() {
        run.create(GROUP, group());
        run.create(NAMESPACE, namespace("orders-dev"));

        run.delete(GROUP, "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg");

        assertThat(run.ids()).isEmpty();
    }

    @Test
    void whatNeedsAReplacementIsReplaced() {
        for (String property : List.of("location", "namespaceName", "resourceGroupName", "zoneRedundant")) {
            ObjectNode changed = namespace("orders-dev");
            if (property.equals("zoneRedundant")) {
                changed.put(property, true);
            } else {
                changed.put(property, "northeurope");
            }
            assertThat(run.diff(NAMESPACE, namespace("orders-dev"), changed).getReplacesList())
                    .containsExactly(property);
        }
        assertThat(run.diff(NAMESPACE, namespace("orders-dev"), StandInRun.premium("orders-dev"))
                        .getReplacesList())
                .containsExactly("sku");
        assertThat(run.diff(HUB, hub("orders-dev", "orders"), hub("orders-dev", "others"))
                        .getReplacesList())
                .containsExactly("eventHubName");
    }

    @Test
    void aReplacementOfTheSameNameDeletesFirst() {
        ObjectNode elsewhere = namespace("orders-dev").put("location", "northeurope");

        assertThat(run.diff(NAMESPACE, namespace("orders-dev"), elsewhere).getDeleteBeforeReplace())
                .isTrue();
        assertThat(run.diff(NAMESPACE, namespace("orders-dev"), namespace("orders-new"))
                        .getDeleteBeforeReplace())
                .isFalse();
    }

    @Test
    void capacityTagsAndPartitionsAreUpdatedInPlace() {
        ObjectNode changed = namespace("orders-dev");
        ((ObjectNode) changed.path("sku")).put("capacity", 4);
        changed.putObject("tags").put("team", "orders");

        DiffResponse diff = run.diff(NAMESPACE, namespace("orders-dev"), changed);

        assertThat(diff.getChanges()).isEqualTo(DiffChanges.DIFF_SOME);
        assertThat(diff.getReplacesList()).isEmpty();
        assertThat(diff.getDiffsList()).containsExactly("sku", "tags");
        assertThat(diff.getDetailedDiffMap().keySet()).containsExactlyInAnyOrder("sku.capacity", "tags.team");
        assertThat(diff.getDetailedDiffOrThrow("tags.team").getKind()).isEqualTo(PropertyDiff.Kind.ADD);
        // Only the service knows that a Standard namespace will refuse this.
        assertThat(run.diff(
                                HUB,
                                hub("orders-dev", "orders"),
                                hub("orders-dev", "orders").put("partitionCount", 8))
                        .getReplacesList())
                .isEmpty();
    }

    @Test
    void statingWhatTheServiceAssumesAnywayIsNoChange() {
        ObjectNode spelledOut =
                namespace("orders-dev").put("disableLocalAuth", false).put("location", "West Europe");

        assertThat(run.diff(NAMESPACE, namespace("orders-dev"), spelledOut).getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
    }

    @Test
    void anUnknownNameReplaces() {
        ObjectNode unknown = hub("orders-dev", "orders").put("namespaceName", Json.UNKNOWN);

        assertThat(run.diff(HUB, hub("orders-dev", "orders"), unknown).getReplacesList())
                .containsExactly("namespaceName");
    }

    @Test
    void driftMadeByHandIsSeenByRead() {
        run.create(GROUP, group());
        ObjectNode before = run.created(NAMESPACE, namespace("orders-dev"));
        run.drift(namespaceId("orders-dev"), "sku.capacity", IntNode.valueOf(12));

        ReadResponse read = run.read(NAMESPACE, namespaceId("orders-dev"), namespace("orders-dev"), before);

        ObjectNode drifted = namespace("orders-dev");
        ((ObjectNode) drifted.path("sku")).put("capacity", 12);
        assertThat(StructReader.read(read.getProperties())
                        .path("sku")
                        .path("capacity")
                        .asInt())
                .isEqualTo(12);
        assertThat(StructReader.read(read.getInputs())).isEqualTo(drifted);
    }

    @Test
    void withoutDriftAReadGivesTheInputsBack() {
        run.create(GROUP, group());
        ObjectNode before = run.created(NAMESPACE, namespace("orders-dev"));

        ReadResponse read = run.read(NAMESPACE, namespaceId("orders-dev"), namespace("orders-dev"), before);

        assertThat(StructReader.read(read.getInputs())).isEqualTo(namespace("orders-dev"));
        assertThat(StructReader.read(read.getProperties())).isEqualTo(before);
    }

    @Test
    void anImportedResourceDiffersInNothingFromTheInputsThatMadeIt() {
        run.create(GROUP, group());
        run.create(NAMESPACE, namespace("orders-dev"));
        run.create(HUB, hub("orders-dev", "orders"));

        ObjectNode namespace =
                StructReader.read(run.read(NAMESPACE, namespaceId("orders-dev"), Json.object(), Json.object())
                        .getInputs());
        ObjectNode hub = StructReader.read(run.read(HUB, hubId("orders-dev", "orders"), Json.object(), Json.object())
                .getInputs());

        assertThat(namespace.path("namespaceName").asText()).isEqualTo("orders-dev");
        assertThat(namespace.has("serviceBusEndpoint")).isFalse();
        assertThat(run.diff(NAMESPACE, namespace, namespace("orders-dev")).getChanges())
                .isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(run.diff(HUB, hub, hub("orders-dev", "orders")).getChanges()).isEqualTo(DiffChanges.DIFF_NONE);
        assertThat(run.failures(NAMESPACE, namespace)).isEmpty();
        assertThat(run.failures(HUB, hub)).isEmpty();
    }

    @Test
    void aLookUpAnswersTheLiveResource() {
        run.create(GROUP, group());
        run.create(NAMESPACE, namespace("orders-dev"));
        run.drift(namespaceId("orders-dev"), "sku.capacity", IntNode.valueOf(12));

        ObjectNode found = run.invoke(
                "azure-native:eventhub:getNamespace",
                inputs("{'resourceGroupName': 'rg', 'namespaceName': 'orders-dev'}"));

        assertThat(found.path("sku").path("capacity").asInt()).isEqualTo(12);
        assertThat(found.path("id").asText()).isEqualTo(namespaceId("orders-dev"));
    }

    @Test
    void aLookUpOfWhatIsNotThereIsNoOtherFailure() {
        String missing = refusal(() -> run.invoke(
                "azure-native:eventhub:getNamespace",
                inputs("{'resourceGroupName': 'rg', 'namespaceName': 'orders-dev'}")));
        String wrong =
                refusal(() -> run.invoke("azure-native:eventhub:getNamespace", inputs("{'resourceGroupName': 'rg'}")));

        assertThat(missing)
                .isEqualTo("stand-in for Azure: autorest/azure: Service returned an error. Status=404"
                        + " Code=\"ResourceNotFound\" Message=\"The Resource 'Microsoft.EventHub/namespaces/orders-dev'"
                        + " under resource group 'rg' was not found.\"");
        assertThat(wrong).contains("Status=400");
    }

    @Test
    void unknownInputsPassAndServerChosenOutputsAreUnknownInPreview() {
        ObjectNode waiting =
                namespace("orders-dev").put("resourceGroupName", Json.UNKNOWN).put("zoneRedundant", Json.UNKNOWN);

        ObjectNode promised = run.previewed(NAMESPACE, waiting);

        assertThat(run.failures(NAMESPACE, waiting)).isEmpty();
        assertThat(promised.path("name").asText()).isEqualTo("orders-dev");
        assertThat(promised.path("sku").path("capacity").asInt()).isEqualTo(2);
        for (String output : List.of("serviceBusEndpoint", "createdAt", "minimumTlsVersion", "zoneRedundant")) {
            assertThat(promised.path(output).asText()).as(output).isEqualTo(Json.UNKNOWN);
        }
        assertThat(folder.resolve("cloud.json")).doesNotExist();
    }

    @Test
    void schemasAreAzuresOwn() {
        ObjectNode wrong =
                namespace("orders-dev").put("minimumTlsVersion", "1.3").put("isAutoInflateEnabled", "yes");
        wrong.put("maximumThroughputUnits", 41).put("kafka", true);
        ((ObjectNode) wrong.path("sku")).put("name", "standard").put("capacity", 2.5);

        assertThat(run.failures(NAMESPACE, wrong))
                .containsOnly(
                        entry("isAutoInflateEnabled", "\"yes\" is not of type boolean"),
                        entry("kafka", "is not a property of the schema"),
                        entry("maximumThroughputUnits", "41 is more than the maximum of 40"),
                        entry("minimumTlsVersion", "\"1.3\" is not one of \"1.0\", \"1.1\", \"1.2\""),
                        entry("sku.capacity", "2.5 is not of type integer"),
                        entry(
                                "sku.name",
                                "\"standard\" is not one of \"Basic\", \"Standard\", \"Premium\""
                                        + " (only the case differs from \"Standard\")"));
    }

    @Test
    void whatIsRequiredIsAskedFor() {
        assertThat(run.failures(HUB, inputs("{'eventHubName': 'orders'}")))
                .containsOnly(
                        entry("namespaceName", "is required (it is part of the resource ID)"),
                        entry("resourceGroupName", "is required (it is part of the resource ID)"));
        assertThat(run.failures(GROUP, inputs("{'resourceGroupName': 'rg'}")))
                .containsOnly(entry("location", "is required"));
        assertThat(run.failures(NAMESPACE, inputs("{'resourceGroupName': 'rg', 'location': 'westeurope', 'sku': {}}")))
                .containsOnly(entry("sku.name", "is required"));
    }

    @Test
    void edgesOfRangesAndNamesAreKept() {
        for (int partitions : List.of(1, 1024)) {
            assertThat(run.failures(HUB, hub("orders-dev", "orders").put("partitionCount", partitions)))
                    .isEmpty();
        }
        for (int partitions : List.of(0, 1025)) {
            assertThat(run.failures(HUB, hub("orders-dev", "orders").put("partitionCount", partitions)))
                    .containsOnlyKeys("partitionCount");
        }
        assertThat(run.failures(NAMESPACE, namespace("orders"))).isEmpty();
        assertThat(run.failures(NAMESPACE, namespace("order"))).containsOnlyKeys("namespaceName");
        assertThat(run.failures(NAMESPACE, namespace("orders-"))).containsOnlyKeys("namespaceName");
        assertThat(run.failures(CONSUMERS, StandInRun.consumers("orders-dev", "orders", "c".repeat(51))))
                .containsOnlyKeys("consumerGroupName");
    }

    /** How many resources have to be there before it, one after the other. */
    private static int depth(JsonNode resource, List<JsonNode> all) {
        int depth = 0;
        for (JsonNode dependency : resource.path("dependencies")) {
            for (JsonNode other : all) {
                if (other.path("urn").asText().equals(dependency.asText())) {
                    depth = Math.max(depth, 1 + depth(other, all));
                }
            }
        }
        return depth;
    }
}
