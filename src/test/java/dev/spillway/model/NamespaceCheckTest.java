package dev.spillway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spillway.facts.Tier;
import dev.spillway.model.ApplicationGroup.Limit;
import dev.spillway.model.HubOptions.Cleanup;
import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a Java program may get wrong, word for word, and all at once. */
final class NamespaceCheckTest {
    private static final String ID = "/subscriptions/<id>/resourceGroups/<group>/providers/";
    private static final String ENTITY =
            "is not a name, give 1 to 50 letters, digits, dots, hyphens and underscores, a letter"
                    + " or digit first and last";

    @Test
    void idsOfNetworkKeyAndDiagnosticsThatCannotBeAreNamed() {
        NetworkSpec network = new NetworkSpec(
                Optional.of(true),
                List.of(new PrivateEndpoint("a", Optional.of("b"), Optional.of("West Europe"))),
                List.of("10.0.0.0/33"),
                List.of("default"),
                Optional.empty());

        assertThat(problems(
                        Tier.PREMIUM,
                        options -> options.network(Optional.of(network))
                                .encryption(Optional.of(
                                        new EncryptionSpec("v", "a key", Optional.of("1"), Optional.of("i"), false)))
                                .diagnostics(Optional.of(
                                        new DiagnosticsSpec(Optional.of("w"), Optional.of("s"), List.of(), true)))))
                .containsExactly(
                        "diagnostics.storageAccountId: \"s\" is not the id of a storage account, give " + ID
                                + "Microsoft.Storage/storageAccounts/<name>",
                        "diagnostics.workspaceId: \"w\" is not the id of a Log Analytics workspace, give " + ID
                                + "Microsoft.OperationalInsights/workspaces/<name>",
                        "encryption.identityId: \"i\" is not the id of a user-assigned identity, give " + ID
                                + "Microsoft.ManagedIdentity/userAssignedIdentities/<name>",
                        "encryption.keyName: \"a key\" is not a key name, give 1 to 127 letters, digits and hyphens",
                        "encryption.keyVaultId: \"v\" is not the id of a key vault, give " + ID
                                + "Microsoft.KeyVault/vaults/<name>",
                        "encryption.keyVersion: \"1\" is not a key version, give 32 hexadecimal digits",
                        "network.ipRules[0]: \"10.0.0.0/33\" is not an IPv4 address range, give an address or a range such as"
                                + " 203.0.113.0/24",
                        "network.privateEndpoints[0].location: \"West Europe\" is not a region name, give an Azure region in"
                                + " lower case without spaces, such as westeurope",
                        "network.privateEndpoints[0].privateDnsZoneId: \"b\" is not the id of a private DNS zone, give "
                                + ID + "Microsoft.Network/privateDnsZones/<name>",
                        "network.privateEndpoints[0].subnetId: \"a\" is not the id of a subnet, give " + ID
                                + "Microsoft.Network/virtualNetworks/<name>/subnets/<name>",
                        "network.subnetIds[0]: \"default\" is not the id of a subnet, give " + ID
                                + "Microsoft.Network/virtualNetworks/<name>/subnets/<name>");
    }

    @Test
    void namesThatCannotBeAreNamed() {
        assertThat(problems(
                        Tier.PREMIUM,
                        options -> options.applicationGroups(List.of(
                                        new ApplicationGroup("my group", "me", true, Map.of(Limit.INCOMING_BYTES, 0L))))
                                .schemaGroups(List.of(new SchemaGroup("no name", SchemaGroup.Compatibility.NONE)))))
                .containsExactly(
                        "applicationGroups.my group: \"my group\" " + ENTITY,
                        "applicationGroups.my group.IncomingBytes: 0 is not possible, give 1 or more each second",
                        "applicationGroups.my group.client: \"me\" is not a client of an application group, give"
                                + " AADAppID=<application id> or SASKeyName=<rule>",
                        "schemaGroups.no name: \"no name\" " + ENTITY);
    }

    @Test
    void figuresThatCannotBeAreNamed() {
        assertThat(problems(
                        Tier.DEDICATED,
                        options -> options.processingUnits(OptionalInt.of(3))
                                .ingressMegabytesPerSecondPerUnit(OptionalDouble.of(Double.NaN))
                                .cluster(Optional.of(DedicatedCluster.of(21)))))
                .containsExactly(
                        "dedicatedCluster.capacityUnits: 21 is not possible, give 1 to 20 capacity units",
                        "ingressMegabytesPerSecondPerUnit: NaN is not possible, give a number above 0, at most 10000",
                        "processingUnits: 3 is not possible, give 1, 2, 4, 8 or 16 processing units",
                        "processingUnits: given on Dedicated, which is sized in capacity units, give capacityUnits in"
                                + " dedicatedCluster");
    }

    @Test
    void whatIsWrongWithAHubIsNamedAtTheHub() {
        HubOptions options = new HubOptions(
                OptionalDouble.of(1.5),
                Optional.empty(),
                Cleanup.COMPACT,
                Optional.of(Duration.ZERO),
                new AccessSpec(List.of("api"), List.of(), List.of()),
                List.of(),
                false);
        HubSpec hub = new HubSpec(
                "orders",
                Optional.empty(),
                OptionalInt.of(101),
                Optional.of(Duration.ofDays(1)),
                List.of("my group"),
                options);

        assertThat(problems(Tier.PREMIUM, nothing -> {}, hub))
                .containsExactly(
                        "hub.orders.access.senders[0]: \"api\" is not an object id of an Entra principal, give a UUID such as"
                                + " 6f0e5a3c-1b2d-4c8e-9f70-a1b2c3d4e5f6",
                        "hub.orders.consumerGroups: \"my group\" " + ENTITY,
                        "hub.orders.hotPartitionShare: 1.5 is not possible, give a share above 0, at most 1",
                        "hub.orders.partitionCount: 101 is not possible, give 1 to 100 partitions",
                        "hub.orders.retentionHours: given with cleanupPolicy Compact, which keeps the newest event of each key"
                                + " for good, leave it out",
                        "hub.orders.tombstoneRetention: 0 is not possible, give 1 to 8760 hours");
    }

    @Test
    void whatDoesNotGoTogetherIsSaidInTheWordsOfStackYaml() {
        assertThat(problems(
                        Tier.STANDARD,
                        options -> options.sasRules(List.of(new SasRule("sender", List.of(SasRule.Right.SEND))))
                                .disasterRecovery(
                                        Optional.of(DisasterRecoverySpec.metadata("orders-alias", "westeurope")))))
                .containsExactly(
                        "disasterRecovery.secondaryLocation: westeurope is the region of the namespace, and a pair in one"
                                + " region is lost together, give another",
                        "sasRules: given while localAuth is false, which refuses every key, give localAuth true or leave them"
                                + " out");
    }

    private static List<String> problems(Tier tier, Consumer<NamespaceOptions.Builder> asked, HubSpec... hubs) {
        NamespaceOptions.Builder options = NamespaceOptions.builder();
        asked.accept(options);
        HubSpec plain = new HubSpec("plain", Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of());
        NamespaceSpec namespace = new NamespaceSpec(
                "orders",
                Optional.of("contoso-orders"),
                Optional.empty(),
                tier,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                hubs.length == 0 ? List.of(plain) : List.of(hubs),
                options.build());
        Problems problems = catchThrowableOfType(
                Problems.class, () -> NamespaceCheck.check("orders", List.of(), namespace, "westeurope"));
        return problems.problems().stream()
                .map(Problem::toString)
                .map(line -> line.replace("EventHubsNamespace orders: ", ""))
                .toList();
    }
}
