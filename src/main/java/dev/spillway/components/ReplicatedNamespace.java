package dev.spillway.components;

import com.pulumi.azurenative.Utilities;
import com.pulumi.azurenative.eventhub.NamespaceArgs;
import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.Codegen;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import dev.spillway.facts.Tier;
import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.DisasterRecoverySpec.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A namespace that is in two regions at once.
 *
 * <p>The Java SDK has no class for the API that knows this; the provider has the type. An alias tells the engine that it is
 * the same namespace as one that was declared without, so that switching replication on replaces nothing.
 */
final class ReplicatedNamespace extends CustomResource {
    /** The first API that knows {@code geoDataReplication}, and the newest that the provider of this SDK has. */
    static final String TYPE = "azure-native:eventhub/v20230101preview:Namespace";

    private static final String PLAIN_TYPE = "azure-native:eventhub:Namespace";

    @Export(name = "name", refs = String.class, tree = "[0]")
    private @Nullable Output<String> name;

    private ReplicatedNamespace(String name, Args args, CustomResourceOptions options) {
        super(TYPE, name, args, options);
    }

    static ReplicatedNamespace declare(NamespaceSite site, NamespaceArgs args, List<Resource> first) {
        CustomResourceOptions options = CustomResourceOptions.merge(
                site.statefulAfter(first),
                CustomResourceOptions.builder()
                        .version(Utilities.getVersion())
                        .aliases(Output.of(Alias.builder().type(PLAIN_TYPE).build()))
                        .build());
        return new ReplicatedNamespace(site.name(), new Args(args, Output.of(replication(site, args))), options);
    }

    Output<String> name() {
        return Codegen.optional(name).applyValue(Optional::orElseThrow);
    }

    private static Map<String, Object> replication(NamespaceSite site, NamespaceArgs args) {
        DisasterRecoverySpec recovery =
                site.plan().options().recovery(Kind.GEO_REPLICATION).orElseThrow();
        String here = site.plan().location();
        String there = recovery.secondaryLocation().orElseThrow();
        int lag = (int) recovery.maxReplicationLag()
                .orElse(DisasterRecoverySpec.SHORTEST_LAG)
                .toSeconds();
        if (site.plan().tier() != Tier.DEDICATED) {
            return replication(lag, location(here, "Primary"), location(there, "Secondary"));
        }
        return replication(
                lag,
                inCluster(location(here, "Primary"), args.clusterArmId().orElseThrow()),
                inCluster(location(there, "Secondary"), NamespaceResource.cluster(site, there, "-secondary")));
    }

    private static Map<String, Object> replication(
            int lagSeconds, Map<String, Object> primary, Map<String, Object> secondary) {
        return Map.of("maxReplicationLagDurationInSeconds", lagSeconds, "locations", List.of(primary, secondary));
    }

    private static Map<String, Object> location(String name, String role) {
        return Map.of("locationName", name, "roleType", role);
    }

    private static Map<String, Object> inCluster(Map<String, Object> location, Output<String> cluster) {
        Map<String, Object> more = new TreeMap<>(location);
        more.put("clusterArmId", cluster);
        return more;
    }

    /** What the SDK's own arguments say, and what they cannot say. */
    @SuppressWarnings("UnusedVariable") // the SDK reads them by their annotations
    private static final class Args extends ResourceArgs {
        @Import(name = "clusterArmId")
        private final @Nullable Output<?> clusterArmId;

        @Import(name = "disableLocalAuth")
        private final @Nullable Output<?> disableLocalAuth;

        @Import(name = "encryption")
        private final @Nullable Output<?> encryption;

        @Import(name = "geoDataReplication")
        private final Output<?> geoDataReplication;

        @Import(name = "identity")
        private final @Nullable Output<?> identity;

        @Import(name = "isAutoInflateEnabled")
        private final @Nullable Output<?> isAutoInflateEnabled;

        @Import(name = "kafkaEnabled")
        private final @Nullable Output<?> kafkaEnabled;

        @Import(name = "location")
        private final @Nullable Output<?> location;

        @Import(name = "minimumTlsVersion")
        private final @Nullable Output<?> minimumTlsVersion;

        @Import(name = "namespaceName")
        private final @Nullable Output<?> namespaceName;

        @Import(name = "publicNetworkAccess")
        private final @Nullable Output<?> publicNetworkAccess;

        @Import(name = "resourceGroupName", required = true)
        private final Output<?> resourceGroupName;

        @Import(name = "sku")
        private final @Nullable Output<?> sku;

        @Import(name = "tags")
        private final @Nullable Output<?> tags;

        @Import(name = "zoneRedundant")
        private final @Nullable Output<?> zoneRedundant;

        Args(NamespaceArgs args, Output<?> geoDataReplication) {
            this.clusterArmId = args.clusterArmId().orElse(null);
            this.disableLocalAuth = args.disableLocalAuth().orElse(null);
            this.encryption = args.encryption().orElse(null);
            this.geoDataReplication = geoDataReplication;
            this.identity = args.identity().orElse(null);
            this.isAutoInflateEnabled = args.isAutoInflateEnabled().orElse(null);
            this.kafkaEnabled = args.kafkaEnabled().orElse(null);
            this.location = args.location().orElse(null);
            this.minimumTlsVersion = args.minimumTlsVersion().orElse(null);
            this.namespaceName = args.namespaceName().orElse(null);
            this.publicNetworkAccess = args.publicNetworkAccess().orElse(null);
            this.resourceGroupName = args.resourceGroupName();
            this.sku = args.sku().orElse(null);
            this.tags = args.tags().orElse(null);
            this.zoneRedundant = args.zoneRedundant().orElse(null);
        }
    }
}
