package dev.spillway.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import dev.spillway.components.AksCluster;
import dev.spillway.components.AutoscaledWorkload;
import dev.spillway.components.EventHubsConsumerWorkload;
import dev.spillway.components.EventHubsNamespace;
import dev.spillway.components.EventHubsNamespaceArgs;
import dev.spillway.components.EventPipelineMonitoring;
import dev.spillway.components.EventProducerWorkload;
import dev.spillway.model.AccessSpec;
import dev.spillway.model.CaptureStorageSpec;
import dev.spillway.model.ClientSpec;
import dev.spillway.model.ClusterSpec;
import dev.spillway.model.ConsumerKind;
import dev.spillway.model.DedicatedCluster;
import dev.spillway.model.DiagnosticsSpec;
import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.EncryptionSpec;
import dev.spillway.model.HubOptions;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NetworkSpec;
import dev.spillway.model.Ordering;
import dev.spillway.model.Problems;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.SendMode;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.provider.SampleComponents;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published schema of the components says what the reader of {@code stack.yaml} and the Java arguments say. */
final class ComponentSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_THE_STACK =
            Set.of("location", "profile", "recovery", "secondaryLocation", "tags", "workloads");

    private final JsonNode schema;

    ComponentSchemaTest() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ComponentSchemaTest.class.getResourceAsStream("/dev/spillway/provider/schema.json"))) {
            schema = JSON.readTree(file);
        }
    }

    @Test
    void everyKeyOfASectionIsThereAndNoOther() throws ReflectiveOperationException {
        assertThat(names("LoadProfile")).isEqualTo(keys(LoadSection.class));
        assertThat(names("RecoveryTarget")).isEqualTo(keys(RecoverySection.class));
        assertThat(names("Hub")).isEqualTo(keys(HubSection.class));
        assertThat(names("Capture")).isEqualTo(keys(CaptureSection.class));
        assertThat(names("CaptureStorage")).isEqualTo(keys(CaptureStorageSection.class));
        assertThat(names("PartitionGrowth")).isEqualTo(keys(PartitionGrowthSection.class));
        assertThat(names("Workload")).isEqualTo(keys(WorkloadSection.class));
        assertThat(names("Client")).isEqualTo(keys(ClientSection.class));
        assertThat(names("Health")).isEqualTo(keys(HealthSection.class));
        assertThat(names("Checkpoints")).isEqualTo(keys(CheckpointSection.class));
        assertThat(names("ExistingCluster")).isEqualTo(keys(ExistingClusterSection.class));
        assertThat(names("NewCluster")).isEqualTo(keys(NewClusterSection.class));
        assertThat(names("Maintenance")).isEqualTo(keys(MaintenanceSection.class));
        assertThat(names("NodePool")).isEqualTo(Set.of("vmSize", "minNodes", "maxNodes"));
        assertThat(inputs(AksCluster.TYPE))
                .isEqualTo(with(
                        keys(KubernetesSection.class),
                        Set.of("resourceGroupName", "location", "profile", "tags", "namespace")));
        for (String type : List.of(EventProducerWorkload.TYPE, EventHubsConsumerWorkload.TYPE)) {
            assertThat(inputs(type)).isEqualTo(with(keys(WorkloadSection.class), Set.of("namespace", "cluster")));
        }
        assertThat(names("DedicatedCluster")).isEqualTo(keys(ClusterSection.class));
        assertThat(names("Network")).isEqualTo(keys(NetworkSection.class));
        assertThat(names("PrivateEndpoint")).isEqualTo(keys(EndpointSection.class));
        assertThat(names("Encryption")).isEqualTo(keys(EncryptionSection.class));
        assertThat(names("Access")).isEqualTo(keys(AccessSection.class));
        assertThat(names("SasRule")).isEqualTo(keys(SasRuleSection.class));
        assertThat(names("SchemaGroup")).isEqualTo(keys(SchemaGroupSection.class));
        assertThat(names("ApplicationGroup")).isEqualTo(keys(ApplicationGroupSection.class));
        assertThat(names("Diagnostics")).isEqualTo(keys(DiagnosticsSection.class));
        assertThat(names("DisasterRecovery")).isEqualTo(keys(DisasterRecoverySection.class));
        assertThat(names("ExistingNamespace")).isEqualTo(keys(ExistingSection.class));
        assertThat(inputs(EventHubsNamespace.TYPE))
                .isEqualTo(with(keys(NamespaceSection.class), with(OF_THE_STACK, Set.of("resourceGroupName"))));
        assertThat(inputs(AutoscaledWorkload.TYPE)).isEqualTo(with(keys(WorkloadSection.class), Set.of("namespace")));
    }

    /** A component knows no workloads that it could give a right to. */
    private static Set<String> alone(Class<?> section) throws ReflectiveOperationException {
        Set<String> keys = new TreeSet<>(keys(section));
        assertThat(keys.remove("publishers")).isTrue();
        return keys;
    }

    @Test
    void everyKeyOfEventGridIsThereAndNoOther() throws ReflectiveOperationException {
        Set<String> stack = Set.of("location", "secondaryLocation", "profile", "recovery", "tags", "resourceGroupName");
        assertThat(inputs("spillway:index:EventGridTopic")).isEqualTo(with(alone(GridTopicSection.class), stack));
        assertThat(inputs("spillway:index:EventGridDomain")).isEqualTo(with(alone(GridDomainSection.class), stack));
        assertThat(inputs("spillway:index:EventGridSystemTopic"))
                .isEqualTo(with(keys(SystemTopicSection.class), stack));
        assertThat(inputs("spillway:index:EventGridNamespace"))
                .isEqualTo(with(alone(GridNamespaceSection.class), stack));
        assertThat(inputs("spillway:index:EventGridFailoverPair"))
                .isEqualTo(with(stack, Set.of("topic", "domain", "namespace")));
        assertThat(names("GridTopicSpec")).isEqualTo(alone(GridTopicSection.class));
        assertThat(names("GridDomainSpec")).isEqualTo(alone(GridDomainSection.class));
        assertThat(names("GridNamespaceSpec")).isEqualTo(alone(GridNamespaceSection.class));
        assertThat(names("GridSubscription")).isEqualTo(keys(GridSubscriptionSection.class));
        assertThat(names("GridDestination")).isEqualTo(keys(GridDestinationSection.class));
        assertThat(names("DeadLetter")).isEqualTo(keys(DeadLetterSection.class));
        assertThat(names("AcceptedLoss")).isEqualTo(keys(AcceptedLossSection.class));
        assertThat(names("AdvancedFilter")).isEqualTo(keys(AdvancedFilterSection.class));
        assertThat(names("GridNetwork")).isEqualTo(keys(GridNetworkSection.class));
        assertThat(names("NamespaceTopic")).isEqualTo(keys(NamespaceTopicSection.class));
        assertThat(names("NamespaceSubscription")).isEqualTo(keys(NamespaceSubscriptionSection.class));
        assertThat(names("Concierge")).isEqualTo(keys(ConciergeSection.class));
        assertThat(names("Mqtt")).isEqualTo(keys(MqttSection.class));
        assertThat(names("MqttClient")).isEqualTo(keys(MqttClientSection.class));
        assertThat(names("MqttBinding")).isEqualTo(keys(MqttBindingSection.class));
    }

    /** A pipeline is a whole stack, except what only the file of one has: a version, a name, a group and its rules. */
    @Test
    void everyKeyOfAStackIsThereAndNoOther() throws ReflectiveOperationException {
        Set<String> ofTheFile = Set.of("apiVersion", "exceptions", "name", "resourceGroup", "rules");

        assertThat(with(inputs("spillway:index:EventPipeline"), ofTheFile))
                .isEqualTo(with(keys(StackSection.class), Set.of("resourceGroupName")));
        assertThat(inputs("spillway:index:EventPipeline")).doesNotContainAnyElementsOf(ofTheFile);
        assertThat(names("Monitoring")).isEqualTo(keys(MonitoringSection.class));
        assertThat(inputs(EventPipelineMonitoring.TYPE))
                .isEqualTo(with(
                        keys(MonitoringSection.class),
                        Set.of(
                                "resourceGroupName",
                                "location",
                                "tags",
                                "namespaces",
                                "workloads",
                                "eventGrid",
                                "resources")));
        assertThat(names("PipelineNamespace")).isEqualTo(keys(NamespaceSection.class));
        assertThat(names("PipelineCluster")).isEqualTo(keys(KubernetesSection.class));
        assertThat(names("PipelineEventGrid")).isEqualTo(keys(EventGridSection.class));
        assertThat(names("PipelineTopic")).isEqualTo(keys(GridTopicSection.class));
        assertThat(names("PipelineDomain")).isEqualTo(keys(GridDomainSection.class));
        assertThat(names("PipelineSystemTopic")).isEqualTo(keys(SystemTopicSection.class));
        assertThat(names("PipelineGridNamespace")).isEqualTo(keys(GridNamespaceSection.class));
        assertThat(required(schema.at("/types/spillway:index:PipelineNamespace/required")))
                .isEqualTo(needed(NamespaceSection.class));
        assertThat(required(schema.at("/types/spillway:index:PipelineSystemTopic/required")))
                .isEqualTo(needed(SystemTopicSection.class));
    }

    @Test
    void everyJavaArgumentIsThere() {
        assertThat(shortNames(names("LoadProfile"))).containsAll(components(LoadProfile.class));
        assertThat(shortNames(names("RecoveryTarget"))).containsAll(components(RecoveryTarget.class));
        assertThat(with(shortNames(names("Hub")), Set.of("name", "options"))).containsAll(components(HubSpec.class));
        assertThat(with(shortNames(names("Hub")), Set.of("cleanup"))).containsAll(components(HubOptions.class));
        assertThat(with(shortNames(names("Workload")), Set.of("name"))).containsAll(components(WorkloadSpec.class));
        assertThat(shortNames(names("Client"))).containsAll(components(ClientSpec.class));
        assertThat(names("DedicatedCluster")).containsAll(components(DedicatedCluster.class));
        assertThat(names("Network")).containsAll(components(NetworkSpec.class));
        assertThat(names("PrivateEndpoint")).containsAll(components(NetworkSpec.PrivateEndpoint.class));
        assertThat(names("Encryption")).containsAll(components(EncryptionSpec.class));
        assertThat(names("Access")).containsAll(components(AccessSpec.class));
        assertThat(names("Diagnostics")).containsAll(components(DiagnosticsSpec.class));
        assertThat(shortNames(names("DisasterRecovery"))).containsAll(components(DisasterRecoverySpec.class));
        assertThat(with(
                        shortNames(inputs(EventHubsNamespace.TYPE)),
                        Set.of("hub", "workload", "sasRule", "schemaGroup", "applicationGroup")))
                .containsAll(Arrays.stream(EventHubsNamespaceArgs.Builder.class.getDeclaredMethods())
                        .filter(method -> method.getReturnType() == EventHubsNamespaceArgs.Builder.class)
                        .map(Method::getName)
                        .toList());
    }

    /** A key with a default may be required in a stack.yaml all the same. */
    @Test
    void whatTheReaderNeedsIsRequired() throws ReflectiveOperationException {
        assertThat(required(schema.at("/types/spillway:index:Workload/required")))
                .isEqualTo(needed(WorkloadSection.class));
        assertThat(required(schema.at("/resources/spillway:index:AutoscaledWorkload/requiredInputs")))
                .isEqualTo(needed(WorkloadSection.class));
        assertThat(required(schema.at("/resources/spillway:index:EventProducerWorkload/requiredInputs")))
                .isEqualTo(with(needed(WorkloadSection.class), Set.of("hub", "namespace")));
        assertThat(required(schema.at("/types/spillway:index:ExistingCluster/required")))
                .isEqualTo(needed(ExistingClusterSection.class));
        assertThat(required(schema.at("/types/spillway:index:Checkpoints/required")))
                .isEqualTo(needed(CheckpointSection.class));
        assertThat(required(schema.at("/resources/spillway:index:EventHubsNamespace/requiredInputs")))
                .isEqualTo(Set.of("hubs", "location", "namespaceName", "resourceGroupName"));
        assertThat(needed(NamespaceSection.class)).isEqualTo(Set.of("tier"));
    }

    @Test
    void enumsHoldWhatTheRecordsHold() {
        assertThat(values("Profile")).isEqualTo(keysOf(SizingProfile.values(), SizingProfile::key));
        assertThat(values("Comparison"))
                .isEqualTo(keysOf(RecoveryTarget.Comparison.values(), RecoveryTarget.Comparison::key));
        assertThat(values("Ordering")).isEqualTo(keysOf(Ordering.values(), Ordering::key));
        assertThat(values("CaptureRedundancy"))
                .isEqualTo(keysOf(CaptureStorageSpec.Redundancy.values(), CaptureStorageSpec.Redundancy::key));
        assertThat(values("CaptureAuthentication"))
                .isEqualTo(keysOf(CaptureStorageSpec.Authentication.values(), CaptureStorageSpec.Authentication::key));
        assertThat(values("SendMode")).isEqualTo(keysOf(SendMode.values(), SendMode::key));
        assertThat(values("ConsumerKind")).isEqualTo(keysOf(ConsumerKind.values(), ConsumerKind::key));
        assertThat(values("Role")).isEqualTo(keysOf(WorkloadSpec.Role.values(), WorkloadSpec.Role::key));
        assertThat(values("Signal")).isEqualTo(keysOf(WorkloadSpec.Signal.values(), WorkloadSpec.Signal::key));
        assertThat(values("ClusterTier")).isEqualTo(keysOf(ClusterSpec.Tier.values(), ClusterSpec.Tier::key));
        assertThat(values("NetworkPolicyEngine"))
                .isEqualTo(keysOf(ClusterSpec.NetworkPolicyEngine.values(), ClusterSpec.NetworkPolicyEngine::key));
    }

    @Test
    void everyClientLibraryThatIsNamedIsTaken() throws IOException {
        for (String library : values("ClientLibrary")) {
            ObjectNode stack = stack();
            ((ObjectNode) stack.at("/workloads/api")).putObject("client").put("library", library);

            assertThat(read(stack).toString()).containsIgnoringCase(library.replace("azureSdk", "AZURE_SDK_"));
        }
    }

    /** What a generated SDK would send for the user must change nothing. */
    @Test
    void aDefaultIsWhatIsTakenForAKeyThatIsLeftOut() throws IOException {
        List<String> defaults = new ArrayList<>();
        for (var property :
                schema.at("/types/spillway:index:Workload/properties").properties()) {
            JsonNode value = property.getValue().path("default");
            if (!value.isMissingNode()) {
                ObjectNode stack = stack();
                ((ObjectNode) stack.at("/workloads/api")).set(property.getKey(), value);
                assertThat(read(stack)).as(property.getKey()).isEqualTo(read(stack()));
                defaults.add(property.getKey());
            }
        }
        ObjectNode stack = stack();
        stack.putObject("recovery")
                .set(
                        "consumerOutageHours",
                        schema.at("/types/spillway:index:RecoveryTarget/properties/consumerOutageHours/default"));

        assertThat(read(stack)).isEqualTo(read(stack()));
        assertThat(defaults)
                .containsExactlyInAnyOrder(
                        "scaleOn", "networkPolicy", "cpuRequest", "memoryRequest", "podStartSeconds", "flushSeconds");
    }

    @Test
    void everythingIsDescribedAndUnitsAreInTheNames() {
        List<String> undescribed = new ArrayList<>();
        schema.findParents("type").forEach(node -> {
            boolean isItem = node.path("description").isMissingNode()
                    && node.path("type").isTextual()
                    && Set.of("type", "plain", "items", "additionalProperties")
                            .containsAll(ImmutableList.copyOf(node.fieldNames()));
            boolean isNamed = node.path("type").isObject(); // a mapping of keys, one of which is called type
            if (!isItem && !isNamed && node.path("description").asText().isBlank()) {
                undescribed.add(node.toString());
            }
        });

        assertThat(undescribed).isEmpty();
    }

    private Object read(ObjectNode stack) throws IOException {
        try {
            return StackFile.parse("stack", stack.toString().getBytes(UTF_8));
        } catch (Problems problems) {
            throw new AssertionError(problems.getMessage(), problems);
        }
    }

    /** The sample, as the provider writes it. */
    private static ObjectNode stack() throws IOException {
        ObjectNode namespace = (ObjectNode) JSON.readTree(SampleComponents.NAMESPACE);
        ObjectNode stack =
                JSON.createObjectNode().put("apiVersion", "spillway.dev/v1").put("name", "sample");
        for (String key : OF_THE_STACK) {
            JsonNode value = namespace.remove(key);
            if (value != null) {
                stack.set(key, value);
            }
        }
        namespace.remove("resourceGroupName");
        namespace.put("tier", "Standard");
        ((ObjectNode) stack.at("/workloads/api")).put("hub", "orders/orders");
        stack.putObject("eventHubs").set("orders", namespace);
        return stack;
    }

    private Set<String> names(String type) {
        return fields(schema.at("/types/spillway:index:" + type + "/properties"));
    }

    private Set<String> inputs(String type) {
        return fields(schema.at("/resources/" + type + "/inputProperties"));
    }

    private static Set<String> fields(JsonNode node) {
        assertThat(node.isObject()).isTrue();
        return node.properties().stream().map(Map.Entry::getKey).collect(toCollection(TreeSet::new));
    }

    private static Set<String> required(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.forEach(name -> names.add(name.asText()));
        return names;
    }

    private Set<String> values(String type) {
        return new TreeSet<>(
                schema.at("/types/spillway:index:" + type + "/enum").findValuesAsText("value"));
    }

    private static <T> Set<String> keysOf(T[] values, Function<T, String> key) {
        return Stream.of(values).map(key).collect(toCollection(TreeSet::new));
    }

    private static Keys section(Class<?> section) throws ReflectiveOperationException {
        var keys = section.getDeclaredField("KEYS");
        keys.setAccessible(true);
        return (Keys) keys.get(null);
    }

    private static Set<String> keys(Class<?> section) throws ReflectiveOperationException {
        return section(section).all().stream().map(Key::name).collect(toCollection(TreeSet::new));
    }

    private static Set<String> needed(Class<?> section) throws ReflectiveOperationException {
        return section(section).all().stream()
                .filter(Key::required)
                .map(Key::name)
                .collect(toCollection(TreeSet::new));
    }

    private static List<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** In Java the type says the unit. */
    private static Set<String> shortNames(Set<String> names) {
        return names.stream()
                .map(name -> name.equals("maxEventBytes") ? "largestEvent" : name)
                .map(name -> name.replaceFirst("(EventsPerSecond|Seconds|Minutes|Hours|Percent|Bytes)$", ""))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
