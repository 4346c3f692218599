package dev.spillway.components;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.config.StackFile;
import dev.spillway.facts.DataRole;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Profile;
import dev.spillway.model.ClusterSpec;
import dev.spillway.model.ClusterSpec.NetworkPolicyEngine;
import dev.spillway.model.ClusterSpec.Tier;
import dev.spillway.model.MaintenanceSpec;
import dev.spillway.model.NodePoolSpec;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rules.Catalogue;
import dev.spillway.testsupport.Golden;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A cluster and the workloads on it: what they register, what they never do, and what they refuse. */
final class ClusterComponentsTest {
    private static final String STACK = """
            apiVersion: spillway.dev/v1
            name: orders
            location: westeurope
            load: { baselineEventsPerSecond: 60, peakEventsPerSecond: 500, peakHoldSeconds: 300, averageEventBytes: 900 }
            eventHubs: { orders: { tier: Standard, namespaceName: contoso-orders, hubs: { orders: { consumerGroups: [billing] } } } }
            cluster: { CLUSTER }
            workloads:
              order-api:
                role: producer
                hub: orders/orders
                image: "IMAGE"
                perReplicaEventsPerSecond: 120
              billing:
                role: consumer
                hub: orders/orders
                consumerGroup: billing
                image: "registry.example.com/billing:1"
                perReplicaEventsPerSecond: 80
                scaleOn: lag
              notify:
                role: receiver
                image: "registry.example.com/notify:1"
                perReplicaEventsPerSecond: 200
            """;

    private static final String DIGEST = "registry.example.com/order-api@sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void aNewClusterWithItsWorkloadsRegistersTheApprovedResources() {
        Capture capture = run(stack("new: {}", DIGEST));

        assertThat(capture.errors()).isEmpty();
        Golden.assertMatches(
                Path.of("src/test/resources/components/cluster.approved.json"), GraphJson.write(capture.graph()));
    }

    @Test
    void ourOwnRulesMissNothingInItButCopiesAndAlarms() {
        EventTopology topology = EventTopology.of(run(stack("new: {}", DIGEST)).graph());

        assertThat(Judge.judge(Catalogue.rules(), topology, Deployed.NOTHING_KNOWN, Profile.STRICT)
                        .findings())
                .extracting(Finding::rule)
                .isSubsetOf("CX-020", "CP-001", "AL-001", "AL-004", "AL-005", "AL-010", "AL-014");
    }

    /** The autoscalers own both numbers, so a deploy that wrote them would throw the fleet back. */
    @Test
    void neitherReplicasNorNodesAreEverWritten() {
        Capture capture = run(stack("new: {}", DIGEST));

        for (ResourceView deployment : of(capture, "kubernetes:apps/v1:Deployment")) {
            boolean isPlaceholder = deployment.name().endsWith("-headroom");
            assertThat(deployment.inputs().at("/spec").has("replicas"))
                    .as(deployment.name())
                    .isEqualTo(isPlaceholder);
        }
        assertThat(of(capture, "azure-native:containerservice:AgentPool"))
                .isNotEmpty()
                .noneMatch(pool -> pool.inputs().has("count"));
        for (JsonNode pool :
                one(capture, "azure-native:containerservice:ManagedCluster").at("/agentPoolProfiles")) {
            assertThat(pool.has("count")).isFalse();
            assertThat(pool.path("enableAutoScaling").asBoolean()).isTrue();
        }
    }

    @Test
    void everyWorkloadHasExactlyOneScaler() {
        Capture capture = run(stack("new: {}", DIGEST));

        assertThat(names(capture, "kubernetes:autoscaling/v2:HorizontalPodAutoscaler"))
                .containsExactlyInAnyOrder("order-api", "notify");
        assertThat(names(capture, "kubernetes:keda.sh/v1alpha1:ScaledObject")).containsExactly("billing");
    }

    @Test
    void podsMayDoWhatTheyDoOnTheirHubAndNothingElse() {
        Capture capture = run(stack("new: {}", DIGEST));

        assertThat(of(capture, "azure-native:authorization:RoleAssignment"))
                .extracting(role -> role.name() + " "
                        + role.inputs().path("roleDefinitionId").asText())
                .containsExactlyInAnyOrder(
                        "order-api-hub " + DataRole.EVENT_HUBS_SENDER.definition(),
                        "billing-hub " + DataRole.EVENT_HUBS_RECEIVER.definition(),
                        "billing-checkpoints " + DataRole.STORAGE_BLOB_CONTRIBUTOR.definition());
        assertThat(one(capture, "azure-native:managedidentity:FederatedIdentityCredential", "billing-keda")
                        .path("subject")
                        .asText())
                .isEqualTo("system:serviceaccount:kube-system:keda-operator");
        assertThat(of(capture, "azure-native:managedidentity:UserAssignedIdentity"))
                .extracting(ResourceView::name)
                .containsExactlyInAnyOrder("order-api", "billing");
    }

    @Test
    void changedClientSettingsMakeAnotherConfigMapAndRollThePods() {
        Capture before = run(stack("new: {}", DIGEST));
        Capture after = run(stack("new: {}", DIGEST)
                .replace(
                        "perReplicaEventsPerSecond: 120",
                        "client: { maxRetries: 9 }\n    perReplicaEventsPerSecond: 120"));

        assertThat(configMap(after)).isNotEqualTo(configMap(before));
        assertThat(checksum(after)).isNotEqualTo(checksum(before));
        assertThat(one(before, "kubernetes:core/v1:ConfigMap", "order-api-client")
                        .path("immutable")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anImageWithoutADigestIsWarnedOf() {
        assertThat(run(stack("new: {}", DIGEST)).warnings())
                .hasSize(2)
                .noneMatch(warning -> warning.contains("order-api"));
        assertThat(run(stack("new: {}", "registry.example.com/order-api:1.4")).warnings())
                .anyMatch(warning ->
                        warning.contains("image registry.example.com/order-api:1.4 is not pinned by its digest"));
    }

    /** The program cannot know who KEDA is where no cluster is declared. */
    @Test
    void lagWithoutAClusterIsWarnedOfAndWorksWithTheScalersOwnIdentity() {
        Capture capture = run(stack("new: {}", DIGEST).replace("cluster: { new: {} }\n", ""));

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.warnings()).anyMatch(warning -> warning.contains("scaleOn: lag without a cluster"));
        assertThat(one(capture, "kubernetes:keda.sh/v1alpha1:TriggerAuthentication")
                        .at("/spec/podIdentity")
                        .toString())
                .isEqualTo("{\"provider\":\"azure-workload\"}");
        assertThat(of(capture, "azure-native:managedidentity:UserAssignedIdentity"))
                .isEmpty();
    }

    @Test
    void anExistingClusterIsAskedForItsIssuerUnlessItIsGiven() {
        Capture asked = run(stack("existing: { name: aks, resourceGroup: rg-aks }", DIGEST));
        Capture given = run(stack(
                "existing: { name: aks, resourceGroup: rg-aks, oidcIssuerUrl: \"https://issuer.example.com/\" }",
                DIGEST));

        assertThat(asked.errors()).isEmpty();
        assertThat(of(asked, "azure-native:containerservice:ManagedCluster")).isEmpty();
        assertThat(issuer(given)).isEqualTo("https://issuer.example.com/");
        assertThat(issuer(asked)).isNotEqualTo(issuer(given));
    }

    /** Whoever configures the Kubernetes provider has chosen the cluster. */
    @Test
    void workloadsOfANewClusterGoThereUnlessAnotherWasConfigured() {
        Capture own = run(stack("new: {}", DIGEST));
        StackSpec spec = spec(stack("new: {}", DIGEST));
        Capture chosen = run(context -> DeclaredStack.declare(spec, true, Clock.systemUTC()));

        assertThat(providers(own)).containsExactly("cluster");
        assertThat(providers(chosen)).isEmpty();
        assertThat(one(own, "azure-native:containerservice:ManagedCluster")
                        .path("disableLocalAccounts")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everyImpossibleArgumentOfAClusterIsNamedAtOnce() {
        ClusterSpec.New wrong = new ClusterSpec.New(
                Optional.empty(),
                Optional.empty(),
                Tier.STANDARD,
                List.of(1, 4),
                new NodePoolSpec(Optional.empty(), OptionalInt.of(1), OptionalInt.empty()),
                new NodePoolSpec(Optional.empty(), OptionalInt.of(5), OptionalInt.of(4)),
                OptionalInt.of(0),
                new MaintenanceSpec("Sunday", 24, 0),
                false,
                NetworkPolicyEngine.CILIUM,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Duration.ofMinutes(3),
                OptionalInt.of(1001));

        Capture capture = run(context -> new AksCluster(
                "blue", AksClusterArgs.builder().cluster(wrong).build(), ComponentResourceOptions.Empty));

        assertThat(capture.failure(Problems.class).orElseThrow().problems())
                .extracting(Object::toString)
                .containsExactly(
                        "AksCluster blue: location: missing, a new AksCluster needs it",
                        "AksCluster blue: maintenance.hours: 0 is not possible, give 1 to 24 hours",
                        "AksCluster blue: maintenance.startHour: 24 is not possible, give 0 to 23 o'clock",
                        "AksCluster blue: placeholderPods: 1001 is not possible, give 0 to 1000 pods",
                        "AksCluster blue: resourceGroupName: missing, a new AksCluster needs it",
                        "AksCluster blue: systemPool.minNodes: 1 is not possible, give 2 to 1000 nodes",
                        "AksCluster blue: upgradeSurgePercent: 0 is not possible, give 1 to 100 percent",
                        "AksCluster blue: workloadPool.maxNodes: 4 is not possible, give 5 to 1000 nodes",
                        "AksCluster blue: zones: 4 is not possible, give 1 to 3 as a zone");
    }

    @Test
    void theSmallestClusterIsOneStatement() {
        Capture capture = run(context -> new AksCluster(
                "blue",
                AksClusterArgs.builder()
                        .resourceGroupName(Output.of("rg"))
                        .location("westeurope")
                        .build(),
                ComponentResourceOptions.Empty));

        assertThat(capture.errors()).isEmpty();
        JsonNode cluster = one(capture, "azure-native:containerservice:ManagedCluster");
        assertThat(cluster.at("/sku/tier").asText()).isEqualTo("Standard");
        assertThat(cluster.at("/agentPoolProfiles/0/availabilityZones").toString())
                .isEqualTo("[\"1\",\"2\",\"3\"]");
        assertThat(cluster.at("/workloadAutoScalerProfile/keda/enabled").asBoolean())
                .isTrue();
    }

    private static String stack(String cluster, String image) {
        return STACK.replace("CLUSTER", cluster).replace("IMAGE", image);
    }

    private static StackSpec spec(String stack) {
        return StackFile.parse("stack.yaml", stack.getBytes(UTF_8));
    }

    private static Capture run(String stack) {
        StackSpec spec = spec(stack);
        return run(context -> DeclaredStack.declare(spec, false, Clock.systemUTC()));
    }

    private static Capture run(Consumer<Context> program) {
        return EmbeddedMonitor.run(program, new Settings("test", "test", Map.of()));
    }

    private static List<ResourceView> of(Capture capture, String type) {
        return capture.graph().resources().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    private static List<String> names(Capture capture, String type) {
        return of(capture, type).stream().map(ResourceView::name).toList();
    }

    private static JsonNode one(Capture capture, String type) {
        assertThat(of(capture, type)).as(type).hasSize(1);
        return of(capture, type).get(0).inputs();
    }

    private static JsonNode one(Capture capture, String type, String name) {
        return of(capture, type).stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow()
                .inputs();
    }

    private static String configMap(Capture capture) {
        return one(capture, "kubernetes:core/v1:ConfigMap", "order-api-client")
                .at("/metadata/name")
                .asText();
    }

    private static String checksum(Capture capture) {
        return one(capture, "kubernetes:apps/v1:Deployment", "order-api")
                .at("/spec/template/metadata/annotations")
                .path("spillway.dev/client-settings-checksum")
                .asText();
    }

    private static String issuer(Capture capture) {
        return one(capture, "azure-native:managedidentity:FederatedIdentityCredential", "order-api")
                .path("issuer")
                .asText();
    }

    private static List<String> providers(Capture capture) {
        return capture.graph().resources().stream()
                .filter(resource -> resource.type().equals("pulumi:providers:kubernetes"))
                .map(ResourceView::name)
                .toList();
    }
}
