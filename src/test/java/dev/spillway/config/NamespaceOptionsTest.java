package dev.spillway.config;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.spillway.model.NamespaceOptions;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.NetworkSpec;
import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import dev.spillway.model.SasRule;
import dev.spillway.model.SasRule.Right;
import dev.spillway.model.SchemaGroup;
import dev.spillway.model.SchemaGroup.Compatibility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Every option of a namespace arrives as it was written, and as it is taken to be when it was not. */
final class NamespaceOptionsTest {
    private static final String ID = "/subscriptions/s/resourceGroups/g/providers/";
    private static final String SUBNET = ID + "Microsoft.Network/virtualNetworks/n/subnets/a";
    private static final String PRINCIPAL = "6f0e5a3c-1b2d-4c8e-9f70-a1b2c3d4e5f6";

    @Test
    void everyOptionOfAPremiumNamespaceArrives() {
        NamespaceSpec premium = namespace("premium");

        assertThat(premium.tier()).isEqualTo(Tier.PREMIUM);
        assertThat(premium.options())
                .isEqualTo(new NamespaceOptions(
                        OptionalInt.of(4),
                        OptionalDouble.of(5.5),
                        Optional.empty(),
                        Optional.of(false),
                        false,
                        true,
                        Optional.of(new NetworkSpec(
                                Optional.of(true),
                                List.of(new PrivateEndpoint(
                                        SUBNET,
                                        Optional.of(ID + "Microsoft.Network/privateDnsZones/z"),
                                        Optional.of("northeurope"))),
                                List.of("203.0.113.0/24", "198.51.100.7"),
                                List.of(SUBNET),
                                Optional.of(false))),
                        Optional.of(new EncryptionSpec(
                                ID + "Microsoft.KeyVault/vaults/v",
                                "log",
                                Optional.of("00000000000000000000000000000001"),
                                Optional.of(ID + "Microsoft.ManagedIdentity/userAssignedIdentities/i"),
                                true)),
                        List.of(new SasRule("operator", List.of(Right.SEND, Right.LISTEN, Right.MANAGE))),
                        List.of(
                                new SchemaGroup("orders", Compatibility.FORWARD),
                                new SchemaGroup("billing", Compatibility.BACKWARD)),
                        List.of(new ApplicationGroup(
                                "batch",
                                "SASKeyName=batch",
                                false,
                                Map.of(
                                        Limit.INCOMING_BYTES, 1L,
                                        Limit.INCOMING_MESSAGES, 2L,
                                        Limit.OUTGOING_BYTES, 3L,
                                        Limit.OUTGOING_MESSAGES, 4L))),
                        Optional.of(new DiagnosticsSpec(
                                Optional.of(ID + "Microsoft.OperationalInsights/workspaces/w"),
                                Optional.of(ID + "Microsoft.Storage/storageAccounts/s"),
                                List.of(LogCategory.OPERATIONAL, LogCategory.RUNTIME_AUDIT),
                                false)),
                        Optional.of(DisasterRecoverySpec.geoReplication("northeurope", Duration.ZERO)),
                        Optional.empty()));
    }

    @Test
    void everyOptionOfAHubArrives() {
        assertThat(namespace("premium").hubs().get(0).options())
                .isEqualTo(new HubOptions(
                        OptionalDouble.of(0.5),
                        Optional.of(HubOptions.Status.SEND_DISABLED),
                        HubOptions.Cleanup.COMPACT,
                        Optional.of(Duration.ofHours(12)),
                        new AccessSpec(List.of(PRINCIPAL), List.of(PRINCIPAL), List.of(PRINCIPAL)),
                        List.of(new SasRule("reader", List.of(Right.LISTEN))),
                        false));
    }

    @Test
    void clustersArriveAndThoseOfSomebodyElse() {
        assertThat(namespace("own").options().cluster()).contains(DedicatedCluster.of(4));
        assertThat(namespace("shared").options().cluster())
                .contains(DedicatedCluster.existing(ID + "Microsoft.EventHub/clusters/c"));
    }

    @Test
    void aPairTakesTheSecondRegionOfTheStackUnlessItNamesOne() {
        assertThat(namespace("paired").options().disasterRecovery())
                .contains(new DisasterRecoverySpec(
                        DisasterRecoverySpec.Kind.METADATA,
                        Optional.of("orders-alias"),
                        Optional.of("northeurope"),
                        Optional.of("contoso-second"),
                        List.of(PrivateEndpoint.in(SUBNET)),
                        Optional.empty()));
        assertThat(namespace("elsewhere").options().disasterRecovery())
                .contains(DisasterRecoverySpec.metadata("other-alias", "uksouth"));
    }

    @Test
    void whatIsSomebodyElsesArrives() {
        assertThat(namespace("theirs").options().existingGroup()).contains("rg-shared");
        assertThat(namespace("theirs").hubs().get(0).options().existing()).isTrue();
    }

    @Test
    void withoutAnyKeyTheOptionsAreTheSafeOnes() {
        assertThat(namespace("plain").options()).isEqualTo(NamespaceOptions.NONE);
        assertThat(NamespaceOptions.NONE.localAuth()).isFalse();
        assertThat(NamespaceOptions.NONE.kafka()).isTrue();
    }

    private static NamespaceSpec namespace(String name) {
        return Reading.spec(Resources.text("namespace-options.yaml")).namespaces().stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
