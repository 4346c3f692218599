package dev.spillway.components;

import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.facts.LogCategory;
import dev.spillway.facts.Tier;
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
import dev.spillway.units.Bytes;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Namespaces on every tier, with the least and the most that they may be asked for. */
final class SampleNamespaces {
    static final String API = "6f0e5a3c-1b2d-4c8e-9f70-a1b2c3d4e5f6";
    static final String BILLING = "0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9";

    private static final String GROUP = "/subscriptions/0b1f6471-1bf0-4dda-aec3-cb9272f09590/resourceGroups/rg-shared";
    static final String SUBNET = GROUP + "/providers/Microsoft.Network/virtualNetworks/hub/subnets/";
    private static final String WORKSPACE = GROUP + "/providers/Microsoft.OperationalInsights/workspaces/logs";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-keys";

    static final Asked MAXIMAL_PREMIUM = new Asked("maximal-premium", SampleNamespaces::maximalPremium);
    static final Asked DEDICATED = new Asked("dedicated", SampleNamespaces::dedicated);
    static final Asked MISSION_CRITICAL = new Asked("mission-critical", SampleNamespaces::missionCritical);

    static final List<Asked> ALL = List.of(
            new Asked("maximal-standard", SampleNamespaces::maximalStandard),
            MAXIMAL_PREMIUM,
            DEDICATED,
            new Asked("dedicated-existing", SampleNamespaces::inAClusterThatExists),
            MISSION_CRITICAL,
            new Asked("existing", SampleNamespaces::existing));

    private SampleNamespaces() {}

    /** What is declared, by the name of its approved file. */
    record Asked(String file, Consumer<EventHubsNamespaceArgs.Builder> args) {
        @Override
        public String toString() {
            return file;
        }
    }

    static EventHubsNamespace declare(Consumer<EventHubsNamespaceArgs.Builder> more) {
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
                .disasterRecovery(DisasterRecoverySpec.geoReplication("northeurope", Duration.ofMinutes(5)));
    }

    private static void dedicated(EventHubsNamespaceArgs.Builder args) {
        args.tier(Tier.DEDICATED)
                .load(load())
                .dedicatedCluster(DedicatedCluster.OWN)
                .ingressMegabytesPerSecondPerUnit(2)
                .disasterRecovery(DisasterRecoverySpec.geoReplication("northeurope", Duration.ofMinutes(5)));
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
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                Bytes.of(900),
                Bytes.of(65_536));
    }
}
