package dev.spillway.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.facts.LogCategory;
import dev.spillway.facts.Tier;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Profile;
import dev.spillway.model.AccessSpec;
import dev.spillway.model.ApplicationGroup;
import dev.spillway.model.ApplicationGroup.Limit;
import dev.spillway.model.DedicatedCluster;
import dev.spillway.model.DiagnosticsSpec;
import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.EncryptionSpec;
import dev.spillway.model.HubOptions;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NetworkSpec;
import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import dev.spillway.model.SasRule;
import dev.spillway.model.SasRule.Right;
import dev.spillway.model.SchemaGroup;
import dev.spillway.model.SizingProfile;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.rule.Deployed;
import dev.spillway.rules.Catalogue;
import dev.spillway.standin.AzureSchemas;
import dev.spillway.testsupport.Golden;
import dev.spillway.units.Bytes;
import dev.spillway.units.Rate;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A namespace on every tier, with everything that it may be asked for. */
final class EventHubsNamespaceTest {
    private static final Path APPROVED = Path.of("src/test/resources/components");
    private static final String GROUP = "/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg-shared";
    private static final String SUBNET = GROUP + "/providers/Microsoft.Network/virtualNetworks/hub/subnets/";
    private static final String WORKSPACE = GROUP + "/providers/Microsoft.OperationalInsights/workspaces/logs";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-keys";
    private static final String API = "6f0e5a3c-1b2d-4c8e-9f70-a1b2c3d4e5f6";
    private static final String BILLING = "0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9";

    /** What is declared, by the name of its approved file. */
    enum Asked {
        MAXIMAL_STANDARD("maximal-standard", EventHubsNamespaceTest::maximalStandard),
        MAXIMAL_PREMIUM("maximal-premium", EventHubsNamespaceTest::maximalPremium),
        DEDICATED("dedicated", EventHubsNamespaceTest::dedicated),
        DEDICATED_EXISTING("dedicated-existing", EventHubsNamespaceTest::inAClusterThatExists),
        MISSION_CRITICAL("mission-critical", EventHubsNamespaceTest::missionCritical),
        EXISTING("existing", EventHubsNamespaceTest::existing);

        private final String file;
        private final Consumer<EventHubsNamespaceArgs.Builder> args;

        Asked(String file, Consumer<EventHubsNamespaceArgs.Builder> args) {
            this.file = file;
            this.args = args;
        }
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void registersTheApprovedResources(Asked asked) {
        Capture capture = declared(asked.args);

        assertThat(capture.errors()).isEmpty();
        Golden.assertMatches(APPROVED.resolve(asked.file + ".approved.json"), GraphJson.write(capture.graph()));
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void registersTheSameASecondTime(Asked asked) {
        assertThat(GraphJson.write(declared(asked.args).graph()))
                .isEqualTo(GraphJson.write(declared(asked.args).graph()));
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void everythingFitsTheSchemasThatAzurePublishes(Asked asked) {
        assertThat(AzureSchemas.complaints(GraphJson.write(declared(asked.args).graph())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Asked.class,
            names = {"MAXIMAL_PREMIUM", "DEDICATED", "MISSION_CRITICAL"})
    void theStrictProfileFindsNothing(Asked asked) {
        EventTopology topology = EventTopology.of(declared(asked.args).graph());

        assertThat(Judge.judge(Catalogue.rules(), topology, Deployed.NOTHING_KNOWN, Profile.STRICT)
                        .findings())
                .isEmpty();
    }

    @Test
    void whatHoldsEventsOrTheWayToThemIsProtected() {
        Capture capture = declared(EventHubsNamespaceTest::missionCritical);

        assertThat(capture.graph().resources().stream()
                        .filter(resource -> resource.type().matches(".*:(Namespace|EventHub|DisasterRecoveryConfig)")))
                .hasSize(4)
                .allMatch(resource -> resource.options().protect());
    }

    @Test
    void theAliasWaitsForTheHubsAndTheRightsWaitForTheAlias() {
        Capture capture = declared(EventHubsNamespaceTest::missionCritical);

        assertThat(resource(capture, "orders-alias").dependencies())
                .extracting(EventHubsNamespaceTest::nameOf)
                .contains("orders-orders", "orders-orders-billing", "orders-secondary");
        assertThat(resource(capture, "orders-secondary-orders-sender-6f0e5a3c").dependencies())
                .extracting(EventHubsNamespaceTest::nameOf)
                .contains("orders-alias");
    }

    @Test
    void thePrivateEndpointOfThePrimaryWaitsForThatOfTheSecondary() {
        Capture capture = declared(EventHubsNamespaceTest::missionCritical);

        assertThat(resource(capture, "orders-endpoint-hub-events").dependencies())
                .extracting(EventHubsNamespaceTest::nameOf)
                .contains("orders-secondary-endpoint-hub-events");
    }

    @Test
    void theSecondaryIsEqualAndEmpty() {
        Capture capture = declared(EventHubsNamespaceTest::missionCritical);

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
        Capture capture = declared(EventHubsNamespaceTest::missionCritical);

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
        Capture capture = declared(EventHubsNamespaceTest::missionCritical);

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
            EventHubsNamespace namespace = namespace(args -> {});
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
                namespace(args -> {}),
                new DisasterRecoverySpec(
                        DisasterRecoverySpec.Kind.METADATA,
                        Optional.of("no"),
                        Optional.of("westeurope"),
                        Optional.of("contoso-orders"),
                        List.of(PrivateEndpoint.in("default")),
                        Optional.of(Duration.ofMinutes(5)))));

        assertThat(capture.failure(dev.spillway.model.Problems.class)
                        .orElseThrow()
                        .problems())
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
            EventHubsNamespace namespace = namespace(args -> {});
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

    private static void maximalStandard(EventHubsNamespaceArgs.Builder args) {
        args.throughputUnits(2)
                .maximumThroughputUnits(8)
                .inflateReaction(Duration.ofSeconds(45))
                .zoneRedundant(true)
                .kafka(false)
                .localAuth(true)
                .sasRule(new SasRule("operator", List.of(Right.MANAGE, Right.LISTEN, Right.SEND)))
                .network(new NetworkSpec(
                        Optional.of(true),
                        List.of(new PrivateEndpoint(
                                SUBNET + "events",
                                Optional.of(
                                        GROUP
                                                + "/providers/Microsoft.Network/privateDnsZones/privatelink.servicebus.windows.net"),
                                Optional.of("northeurope"))),
                        List.of("203.0.113.0/24"),
                        List.of(SUBNET + "legacy"),
                        Optional.of(false)))
                .schemaGroup(new SchemaGroup("orders", SchemaGroup.Compatibility.FORWARD))
                .diagnostics(new DiagnosticsSpec(
                        Optional.of(WORKSPACE),
                        Optional.of(GROUP + "/providers/Microsoft.Storage/storageAccounts/contosologs"),
                        List.of(LogCategory.OPERATIONAL, LogCategory.AUTO_SCALE),
                        false))
                .disasterRecovery(new DisasterRecoverySpec(
                        DisasterRecoverySpec.Kind.METADATA,
                        Optional.of("orders-alias"),
                        Optional.of("northeurope"),
                        Optional.of("contoso-orders-north"),
                        List.of(PrivateEndpoint.in(SUBNET.replace("/hub/", "/north/") + "events")),
                        Optional.empty()))
                .hub(new HubSpec(
                        "table",
                        Optional.empty(),
                        OptionalInt.of(8),
                        Optional.empty(),
                        List.of("billing"),
                        new HubOptions(
                                OptionalDouble.of(0.25),
                                Optional.of(HubOptions.Status.RECEIVE_DISABLED),
                                HubOptions.Cleanup.COMPACT,
                                Optional.of(Duration.ofDays(2)),
                                new AccessSpec(List.of(API), List.of(BILLING), List.of(API)),
                                List.of(new SasRule("reader", List.of(Right.LISTEN))),
                                false)))
                .tags(Map.of("team", "orders"));
    }

    private static void maximalPremium(EventHubsNamespaceArgs.Builder args) {
        args.tier(Tier.PREMIUM)
                .load(load())
                .ingressMegabytesPerSecondPerUnit(0.5)
                .encryption(new EncryptionSpec(
                        VAULT, "log", Optional.of("0123456789abcdef0123456789abcdef"), Optional.empty(), true))
                .applicationGroup(new ApplicationGroup(
                        "batch",
                        "AADAppID=" + API,
                        true,
                        Map.of(Limit.INCOMING_MESSAGES, 500L, Limit.OUTGOING_BYTES, 2_000_000L)))
                .schemaGroup(new SchemaGroup("orders", SchemaGroup.Compatibility.BACKWARD))
                .schemaGroup(new SchemaGroup("billing", SchemaGroup.Compatibility.NONE))
                .network(NetworkSpec.through(PrivateEndpoint.in(SUBNET + "events")))
                .diagnostics(DiagnosticsSpec.to(WORKSPACE))
                .disasterRecovery(DisasterRecoverySpec.geoReplication("northeurope", Duration.ofMinutes(10)));
    }

    private static void dedicated(EventHubsNamespaceArgs.Builder args) {
        args.tier(Tier.DEDICATED)
                .load(load())
                .dedicatedCluster(DedicatedCluster.OWN)
                .ingressMegabytesPerSecondPerUnit(2)
                .disasterRecovery(DisasterRecoverySpec.geoReplication("northeurope", Duration.ZERO));
    }

    private static void inAClusterThatExists(EventHubsNamespaceArgs.Builder args) {
        args.tier(Tier.DEDICATED)
                .dedicatedCluster(DedicatedCluster.existing(GROUP + "/providers/Microsoft.EventHub/clusters/shared"))
                .encryption(new EncryptionSpec(
                        VAULT,
                        "log",
                        Optional.empty(),
                        Optional.of(GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/log"),
                        false));
    }

    private static void missionCritical(EventHubsNamespaceArgs.Builder args) {
        args.profile(SizingProfile.MISSION_CRITICAL)
                .load(load())
                .network(NetworkSpec.through(PrivateEndpoint.in(SUBNET + "events")))
                .diagnostics(DiagnosticsSpec.to(WORKSPACE))
                .disasterRecovery(DisasterRecoverySpec.metadata("orders-alias", "northeurope"));
    }

    private static void existing(EventHubsNamespaceArgs.Builder args) {
        args.existing("rg-shared")
                .hub(new HubSpec(
                        "theirs",
                        Optional.empty(),
                        OptionalInt.of(16),
                        Optional.empty(),
                        List.of("billing"),
                        new HubOptions(
                                OptionalDouble.empty(),
                                Optional.empty(),
                                HubOptions.Cleanup.DELETE,
                                Optional.empty(),
                                new AccessSpec(List.of(), List.of(BILLING), List.of()),
                                List.of(),
                                true)));
    }

    private static LoadProfile load() {
        return new LoadProfile(
                Rate.perSecond(600),
                Rate.perSecond(1380),
                Duration.ZERO,
                Duration.ofSeconds(120),
                Duration.ofHours(1),
                Bytes.of(900),
                Bytes.of(65_536));
    }

    private static Capture declared(Consumer<EventHubsNamespaceArgs.Builder> args) {
        return run(context -> namespace(args));
    }

    private static EventHubsNamespace namespace(Consumer<EventHubsNamespaceArgs.Builder> more) {
        EventHubsNamespaceArgs.Builder args = EventHubsNamespaceArgs.builder()
                .resourceGroupName("rg-orders")
                .namespaceName("contoso-orders")
                .location("westeurope")
                .hub(new HubSpec(
                        "orders",
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of("billing"),
                        HubOptions.NONE.with(new AccessSpec(List.of(API), List.of(BILLING), List.of()))));
        more.accept(args);
        return new EventHubsNamespace("orders", args.build(), ComponentResourceOptions.Empty);
    }

    private static Capture declaredStack(String yaml) {
        return run(context -> DeclaredStack.declare(dev.spillway.config.StackFile.parse(
                "stack.yaml", yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
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
