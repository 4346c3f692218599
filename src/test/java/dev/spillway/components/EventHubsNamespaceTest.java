package dev.spillway.components;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.components.SampleNamespaces.Asked;
import dev.spillway.config.StackFile;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Profile;
import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import dev.spillway.model.Problems;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rules.Catalogue;
import dev.spillway.standin.AzureSchemas;
import dev.spillway.testsupport.Golden;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A namespace on every tier, with everything that it may be asked for. */
final class EventHubsNamespaceTest {
    private static final Path APPROVED = Path.of("src/test/resources/components");
    private static final String SUBNET = SampleNamespaces.SUBNET;
    private static final String API = SampleNamespaces.API;
    private static final String BILLING = SampleNamespaces.BILLING;

    static List<Asked> everything() {
        return SampleNamespaces.ALL;
    }

    static List<Asked> withoutReproach() {
        return List.of(SampleNamespaces.MAXIMAL_PREMIUM, SampleNamespaces.DEDICATED, SampleNamespaces.MISSION_CRITICAL);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void registersTheApprovedResources(Asked asked) {
        Capture capture = declared(asked.args());

        assertThat(capture.errors()).isEmpty();
        Golden.assertMatches(APPROVED.resolve(asked.file() + ".approved.json"), GraphJson.write(capture.graph()));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void registersTheSameASecondTime(Asked asked) {
        assertThat(GraphJson.write(declared(asked.args()).graph()))
                .isEqualTo(GraphJson.write(declared(asked.args()).graph()));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everythingFitsTheSchemasThatAzurePublishes(Asked asked) {
        assertThat(AzureSchemas.complaints(
                        GraphJson.write(declared(asked.args()).graph())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withoutReproach")
    void theStrictProfileMissesCopiesAndAlarmsAndNothingElse(Asked asked) {
        EventTopology topology = EventTopology.of(declared(asked.args()).graph());

        assertThat(Judge.judge(Catalogue.rules(), topology, Deployed.NOTHING_KNOWN, Profile.STRICT)
                        .findings())
                .extracting(Finding::rule)
                .isSubsetOf("CX-020", "CP-001", "AL-001", "AL-005", "DR-006");
    }

    @Test
    void whatHoldsEventsOrTheWayToThemIsProtected() {
        Capture capture = declared(SampleNamespaces.MISSION_CRITICAL.args());

        assertThat(capture.graph().resources().stream()
                        .filter(resource -> resource.type().matches(".*:(Namespace|EventHub|DisasterRecoveryConfig)")))
                .hasSize(4)
                .allMatch(resource -> resource.options().protect());
    }

    @Test
    void theAliasWaitsForTheHubsAndTheRightsWaitForTheAlias() {
        Capture capture = declared(SampleNamespaces.MISSION_CRITICAL.args());

        assertThat(resource(capture, "orders-alias").dependencies())
                .extracting(EventHubsNamespaceTest::nameOf)
                .contains("orders-orders", "orders-orders-billing", "orders-secondary");
        assertThat(resource(capture, "orders-secondary-orders-sender-6f0e5a3c").dependencies())
                .extracting(EventHubsNamespaceTest::nameOf)
                .contains("orders-alias");
    }

    @Test
    void thePrivateEndpointOfThePrimaryWaitsForThatOfTheSecondary() {
        Capture capture = declared(SampleNamespaces.MISSION_CRITICAL.args());

        assertThat(resource(capture, "orders-endpoint-hub-events").dependencies())
                .extracting(EventHubsNamespaceTest::nameOf)
                .contains("orders-secondary-endpoint-hub-events");
    }

    @Test
    void theSecondaryIsEqualAndEmpty() {
        Capture capture = declared(SampleNamespaces.MISSION_CRITICAL.args());

        ResourceView primary = resource(capture, "orders");
        ResourceView secondary = resource(capture, "orders-secondary");
        for (String setting : List.of(
                "sku.name", "sku.capacity", "maximumThroughputUnits", "disableLocalAuth", "publicNetworkAccess")) {
            assertThat(secondary.node(setting)).as(setting).isEqualTo(primary.node(setting));
        }
        assertThat(capture.graph().resources().stream()
                        .filter(resource -> resource.type().endsWith(":EventHub"))
                        .map(ResourceView::name))
                .containsExactly("orders-orders");
    }

    @Test
    void clientsOfAPairUseTheAlias() {
        Capture capture = declared(SampleNamespaces.MISSION_CRITICAL.args());

        var outputs = Objects.requireNonNull(
                capture.componentOutputs().get("urn:pulumi:test::test::" + EventHubsNamespace.TYPE + "::orders"));
        assertThat(outputs.path("fullyQualifiedNamespace").asText()).isEqualTo("orders-alias.servicebus.windows.net");
        assertThat(outputs.path("breakPairCommand").asText())
                .isEqualTo("az eventhubs georecovery-alias break-pair --resource-group rg-orders"
                        + " --namespace-name contoso-orders --alias orders-alias");
        assertThat(outputs.path("failoverCommand").asText())
                .isEqualTo("az eventhubs georecovery-alias fail-over --resource-group rg-orders"
                        + " --namespace-name contoso-orders-secondary --alias orders-alias");
    }

    @Test
    void aFailoverSaysWhatBecomesOfCheckpoints() {
        Capture capture = declared(SampleNamespaces.MISSION_CRITICAL.args());

        var outputs = capture.componentOutputs().entrySet().stream()
                .filter(component -> component.getKey().contains(EventHubsGeoDisasterRecoveryPair.TYPE))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(outputs.path("afterFailover").toString())
                .contains("Checkpoints are offsets in the log of contoso-orders and mean nothing in the other one")
                .contains("start at the earliest event");
    }

    @Test
    void aPairCanBeMadeOfANamespaceThatWasDeclaredAlone() {
        Capture capture = run(context -> {
            EventHubsNamespace namespace = SampleNamespaces.declare(args -> {});
            new EventHubsGeoDisasterRecoveryPair(
                    "pair",
                    EventHubsGeoDisasterRecoveryPairArgs.of(
                            namespace, DisasterRecoverySpec.metadata("orders-alias", "northeurope")),
                    ComponentResourceOptions.Empty);
        });

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.graph().resources()).extracting(ResourceView::name).contains("pair-secondary", "pair-alias");
    }

    @Test
    void aPairNamesEverythingThatIsWrongWithItAtOnce() {
        Capture capture = run(context -> EventHubsGeoDisasterRecoveryPairArgs.of(
                SampleNamespaces.declare(args -> {}),
                new DisasterRecoverySpec(
                        DisasterRecoverySpec.Kind.METADATA,
                        Optional.of("no"),
                        Optional.of("westeurope"),
                        Optional.of("contoso-orders"),
                        List.of(PrivateEndpoint.in("default")),
                        Optional.of(Duration.ofMinutes(5)))));

        assertThat(capture.failure(Problems.class).orElseThrow().problems())
                .extracting(Object::toString)
                .containsExactly(
                        "EventHubsGeoDisasterRecoveryPair orders: disasterRecovery.aliasName: \"no\" is not an Event Hubs"
                                + " namespace name, give 6 to 50 letters, digits and hyphens, a letter first and no hyphen last",
                        "EventHubsGeoDisasterRecoveryPair orders: disasterRecovery.maxReplicationLagSeconds: given with kind"
                                + " metadata, which has none, leave it out",
                        "EventHubsGeoDisasterRecoveryPair orders: disasterRecovery.privateEndpoints[0].subnetId: \"default\""
                                + " is not the id of a subnet, give /subscriptions/<id>/resourceGroups/<group>/providers/"
                                + "Microsoft.Network/virtualNetworks/<name>/subnets/<name>",
                        "EventHubsGeoDisasterRecoveryPair orders: disasterRecovery.secondaryLocation: westeurope is the region"
                                + " of the namespace, and a pair in one region is lost together, give another",
                        "EventHubsGeoDisasterRecoveryPair orders: disasterRecovery.secondaryNamespaceName: the name of the"
                                + " namespace or of the alias, give another");
    }

    @Test
    void anIdentityOfTheSameProgramGetsItsRightAtTheHub() {
        Capture capture = run(context -> {
            EventHubsNamespace namespace = SampleNamespaces.declare(args -> {});
            namespace.grantSender("api", "orders", Output.of(API));
            namespace.grantReceiver("billing", "orders", Output.of(BILLING));
        });

        assertThat(capture.errors()).isEmpty();
        assertThat(resource(capture, "orders-orders-sender-api")
                        .text("principalId")
                        .value())
                .isEqualTo(API);
        assertThat(resource(capture, "orders-orders-receiver-billing")
                        .text("roleDefinitionId")
                        .value())
                .endsWith("/a638d3c7-ab3a-418d-83e6-5f17a39d4fde");
    }

    @Test
    void twoNamespacesOfAStackShareOnePrivateZone() {
        Capture capture = declaredStack("""
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                eventHubs:
                  one: &namespace
                    tier: Standard
                    network: { privateEndpoints: [ { subnetId: "SUBNETevents" } ] }
                    hubs: { orders: {} }
                  two:
                    tier: Standard
                    network: { privateEndpoints: [ { subnetId: "SUBNETevents" }, { subnetId: "SUBNETmore" } ] }
                    hubs: { orders: {} }
                """.replace("&namespace", "").replace("SUBNET", SUBNET));

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.graph().resources().stream().map(ResourceView::type))
                .filteredOn(type -> type.equals("azure-native:network:PrivateZone"))
                .hasSize(1);
        assertThat(capture.graph().resources().stream().map(ResourceView::type))
                .filteredOn(type -> type.equals("azure-native:network:VirtualNetworkLink"))
                .hasSize(1);
        assertThat(capture.graph().resources().stream().map(ResourceView::type))
                .filteredOn(type -> type.equals("azure-native:network:PrivateEndpoint"))
                .hasSize(3);
    }

    private static Capture declared(Consumer<EventHubsNamespaceArgs.Builder> args) {
        return run(context -> SampleNamespaces.declare(args));
    }

    private static Capture declaredStack(String yaml) {
        return run(context ->
                DeclaredStack.declare(StackFile.parse("stack.yaml", yaml.getBytes(UTF_8)), false, Clock.systemUTC()));
    }

    private static Capture run(Consumer<Context> program) {
        return EmbeddedMonitor.run(program, new Settings("test", "test", Map.of()));
    }

    private static ResourceView resource(Capture capture, String name) {
        return capture.graph().resources().stream()
                .filter(resource ->
                        resource.name().equals(name) && resource.type().startsWith("azure-native:"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no resource " + name));
    }

    private static String nameOf(String urn) {
        return urn.substring(urn.lastIndexOf("::") + 2);
    }
}
