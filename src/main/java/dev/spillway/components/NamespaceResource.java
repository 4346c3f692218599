package dev.spillway.components;

import com.pulumi.azurenative.eventhub.Cluster;
import com.pulumi.azurenative.eventhub.ClusterArgs;
import com.pulumi.azurenative.eventhub.EventhubFunctions;
import com.pulumi.azurenative.eventhub.Namespace;
import com.pulumi.azurenative.eventhub.NamespaceArgs;
import com.pulumi.azurenative.eventhub.enums.KeySource;
import com.pulumi.azurenative.eventhub.enums.ManagedServiceIdentityType;
import com.pulumi.azurenative.eventhub.inputs.ClusterSkuArgs;
import com.pulumi.azurenative.eventhub.inputs.EncryptionArgs;
import com.pulumi.azurenative.eventhub.inputs.GetNamespaceArgs;
import com.pulumi.azurenative.eventhub.inputs.IdentityArgs;
import com.pulumi.azurenative.eventhub.inputs.KeyVaultPropertiesArgs;
import com.pulumi.azurenative.eventhub.inputs.SkuArgs;
import com.pulumi.azurenative.eventhub.inputs.UserAssignedIdentityPropertiesArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.Resource;
import dev.spillway.facts.Tier;
import dev.spillway.model.DedicatedCluster;
import dev.spillway.model.DisasterRecoverySpec.Kind;
import dev.spillway.model.NetworkSpec;
import dev.spillway.plan.NamespacePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A namespace that is there for others to be put in: declared with its cluster and its key, or somebody else's.
 *
 * @param declared empty where it is somebody else's
 */
record NamespaceResource(Output<String> id, Output<String> name, Optional<Resource> declared) {
    /** @param captured the identity in it is given to the namespace, which waits until that may write */
    static NamespaceResource of(NamespaceSite site, Optional<CaptureStore> captured) {
        NamespacePlan plan = site.plan();
        if (!plan.options().isOurs()) {
            return existing(site);
        }
        Optional<OwnKey> key = plan.options().encryption().map(encryption -> OwnKey.declare(site, encryption));
        NamespaceArgs.Builder namespace = NamespaceArgs.builder()
                .resourceGroupName(site.group())
                .namespaceName(plan.azureName())
                .location(plan.location())
                .sku(SkuArgs.builder()
                        .name(plan.skuName())
                        .tier(plan.skuName())
                        .capacity(plan.skuCapacity())
                        .build())
                .isAutoInflateEnabled(plan.autoInflate().value())
                .kafkaEnabled(plan.options().kafka())
                .disableLocalAuth(!plan.options().localAuth())
                .minimumTlsVersion("1.2")
                .tags(plan.tags());
        if (plan.autoInflate().value()) {
            // Azure refuses a ceiling while inflate is off.
            namespace.maximumThroughputUnits(plan.maximumThroughputUnits().value());
        }
        if (plan.zoneRedundant().value()) {
            // Where a region has no zones the flag is left to the service.
            namespace.zoneRedundant(true);
        }
        plan.options().network().ifPresent(network -> namespace.publicNetworkAccess(access(network)));
        if (plan.tier() == Tier.DEDICATED) {
            namespace.clusterArmId(cluster(site, plan.location(), ""));
        }
        key.ifPresent(own -> withKey(namespace, own));
        withIdentities(
                namespace,
                Stream.of(key.map(OwnKey::identityId), captured.flatMap(CaptureStore::identityId))
                        .flatMap(Optional::stream)
                        .toList());
        List<Resource> first = new ArrayList<>(key.map(OwnKey::needed).orElse(List.of()));
        captured.map(CaptureStore::ready).ifPresent(first::addAll);
        return declared(site, namespace.build(), first);
    }

    static String access(NetworkSpec network) {
        return network.isPublic() ? "Enabled" : "Disabled";
    }

    private static NamespaceResource declared(NamespaceSite site, NamespaceArgs args, List<Resource> first) {
        if (site.plan().options().recovery(Kind.GEO_REPLICATION).isPresent()) {
            ReplicatedNamespace replicated = ReplicatedNamespace.declare(site, args, first);
            return new NamespaceResource(replicated.id(), replicated.name(), Optional.of(replicated));
        }
        Namespace namespace = new Namespace(site.name(), args, site.statefulAfter(first));
        return new NamespaceResource(namespace.id(), namespace.name(), Optional.of(namespace));
    }

    private static NamespaceResource existing(NamespaceSite site) {
        Output<String> id = EventhubFunctions.getNamespace(
                        GetNamespaceArgs.builder()
                                .resourceGroupName(site.group())
                                .namespaceName(site.plan().azureName())
                                .build(),
                        InvokeOptions.builder().parent(site.parent()).build())
                .applyValue(found -> found.id());
        return new NamespaceResource(id, Output.of(site.plan().azureName()), Optional.empty());
    }

    /** The id of a cluster that exists, or of one that is declared in that region. */
    static Output<String> cluster(NamespaceSite site, String location, String suffix) {
        Optional<String> existing = site.plan().options().cluster().flatMap(DedicatedCluster::existingId);
        if (existing.isPresent()) {
            return Output.of(existing.get());
        }
        return new Cluster(
                        site.name() + suffix + "-cluster",
                        ClusterArgs.builder()
                                .resourceGroupName(site.group())
                                .clusterName(site.plan().azureName() + suffix)
                                .location(location)
                                .sku(ClusterSkuArgs.builder()
                                        .name("Dedicated")
                                        .capacity(site.plan().throughputUnits().value())
                                        .build())
                                .supportsScaling(true)
                                .tags(site.plan().tags())
                                .build(),
                        site.stateful())
                .id();
    }

    private static void withIdentities(NamespaceArgs.Builder namespace, List<Output<String>> ids) {
        if (!ids.isEmpty()) {
            namespace.identity(IdentityArgs.builder()
                    .type(ManagedServiceIdentityType.UserAssigned)
                    .userAssignedIdentities(Output.all(ids))
                    .build());
        }
    }

    private static void withKey(NamespaceArgs.Builder namespace, OwnKey key) {
        KeyVaultPropertiesArgs.Builder vault = KeyVaultPropertiesArgs.builder()
                .keyName(key.spec().keyName())
                .keyVaultUri(key.vaultUri())
                .identity(UserAssignedIdentityPropertiesArgs.builder()
                        .userAssignedIdentity(key.identityId())
                        .build());
        key.spec().keyVersion().ifPresent(vault::keyVersion);
        namespace.encryption(EncryptionArgs.builder()
                .keySource(KeySource.Microsoft_KeyVault)
                .keyVaultProperties(vault.build())
                .requireInfrastructureEncryption(key.spec().infrastructureEncryption())
                .build());
    }
}
