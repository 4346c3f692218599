package dev.spillway.components;

import com.pulumi.azurenative.containerservice.AgentPool;
import com.pulumi.azurenative.containerservice.AgentPoolArgs;
import com.pulumi.azurenative.containerservice.MaintenanceConfiguration;
import com.pulumi.azurenative.containerservice.MaintenanceConfigurationArgs;
import com.pulumi.azurenative.containerservice.ManagedCluster;
import com.pulumi.azurenative.containerservice.ManagedClusterArgs;
import com.pulumi.azurenative.containerservice.enums.ResourceIdentityType;
import com.pulumi.azurenative.containerservice.inputs.AgentPoolUpgradeSettingsArgs;
import com.pulumi.azurenative.containerservice.inputs.ContainerServiceNetworkProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAADProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAPIServerAccessProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAddonProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAgentPoolProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterAutoUpgradeProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterIdentityArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterOIDCIssuerProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterPropertiesAutoScalerProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSKUArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSecurityProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterSecurityProfileWorkloadIdentityArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterWorkloadAutoScalerProfileArgs;
import com.pulumi.azurenative.containerservice.inputs.ManagedClusterWorkloadAutoScalerProfileKedaArgs;
import com.pulumi.azurenative.containerservice.inputs.TimeInWeekArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.facts.NodeSize;
import dev.spillway.model.ClusterSpec;
import dev.spillway.model.ClusterSpec.NetworkPolicyEngine;
import dev.spillway.model.MaintenanceSpec;
import dev.spillway.plan.ClusterPlan;
import dev.spillway.plan.ClusterPlan.Pool;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A cluster that is declared. No pool says how many nodes it has now: the autoscaler owns that number, and a deploy must not
 * set it back.
 */
record NewCluster(Output<String> id, Output<String> name, Output<String> issuer) {
    private static final String WORKLOAD_POOL = "workload";
    private static final String YES = "true";

    static NewCluster declare(String name, ClusterPlan plan, Output<String> resourceGroup, Resource parent) {
        ClusterSpec.New spec = (ClusterSpec.New) plan.spec();
        ClusterPlan.Declared declared = plan.declared().orElseThrow();
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(parent).build();
        ClusterLogs logs = ClusterLogs.declare(name, spec, declared, resourceGroup, parent);
        ManagedCluster cluster = new ManagedCluster(
                name,
                managedCluster(spec, declared, logs.workspaceId())
                        .resourceGroupName(resourceGroup)
                        .build(),
                CustomResourceOptions.builder()
                        .parent(parent)
                        .protect(declared.protect().value())
                        .build());
        new AgentPool(
                name + "-workload",
                workloadPool(spec, declared)
                        .resourceGroupName(resourceGroup)
                        .resourceName(cluster.name())
                        .build(),
                child);
        new MaintenanceConfiguration(
                name,
                MaintenanceConfigurationArgs.builder()
                        .resourceGroupName(resourceGroup)
                        .resourceName(cluster.name())
                        .configName("default")
                        .timeInWeek(window(spec.maintenance()))
                        .build(),
                child);
        logs.follow(name, cluster.id(), child);
        return new NewCluster(
                cluster.id(),
                cluster.name(),
                cluster.oidcIssuerProfile()
                        .applyValue(profile -> profile.orElseThrow().issuerURL()));
    }

    private static ManagedClusterArgs.Builder managedCluster(
            ClusterSpec.New spec, ClusterPlan.Declared plan, Output<String> workspaceId) {
        ManagedClusterArgs.Builder cluster = ManagedClusterArgs.builder()
                .resourceName(plan.name())
                .location(plan.location())
                .dnsPrefix(plan.name())
                .sku(ManagedClusterSKUArgs.builder()
                        .name("Base")
                        .tier(spec.tier().key())
                        .build())
                .identity(ManagedClusterIdentityArgs.builder()
                        .type(ResourceIdentityType.SystemAssigned)
                        .build())
                .agentPoolProfiles(systemPool(spec, plan))
                .autoScalerProfile(autoscaler(plan.longestStopSeconds().value()))
                .networkProfile(network(spec.networkPolicy()))
                .disableLocalAccounts(true)
                .enableRBAC(true)
                .aadProfile(ManagedClusterAADProfileArgs.builder()
                        .managed(true)
                        .enableAzureRBAC(true)
                        .adminGroupObjectIDs(spec.adminGroupObjectIds())
                        .build())
                .oidcIssuerProfile(ManagedClusterOIDCIssuerProfileArgs.builder()
                        .enabled(true)
                        .build())
                .securityProfile(ManagedClusterSecurityProfileArgs.builder()
                        .workloadIdentity(ManagedClusterSecurityProfileWorkloadIdentityArgs.builder()
                                .enabled(true)
                                .build())
                        .build())
                .workloadAutoScalerProfile(ManagedClusterWorkloadAutoScalerProfileArgs.builder()
                        .keda(ManagedClusterWorkloadAutoScalerProfileKedaArgs.builder()
                                .enabled(true)
                                .build())
                        .build())
                .addonProfiles(Map.of("omsagent", containerInsights(workspaceId)))
                .autoUpgradeProfile(ManagedClusterAutoUpgradeProfileArgs.builder()
                        .upgradeChannel("patch")
                        .build())
                .tags(plan.tags());
        spec.kubernetesVersion().ifPresent(cluster::kubernetesVersion);
        if (spec.privateCluster()) {
            cluster.apiServerAccessProfile(ManagedClusterAPIServerAccessProfileArgs.builder()
                    .enablePrivateCluster(true)
                    .build());
        }
        return cluster;
    }

    /** Fills KubePodInventory and KubeEvents; with the workspace's own authentication, not its keys. */
    private static ManagedClusterAddonProfileArgs containerInsights(Output<String> workspaceId) {
        return ManagedClusterAddonProfileArgs.builder()
                .enabled(true)
                .config(workspaceId.applyValue(id -> Map.of("logAnalyticsWorkspaceResourceID", id, "useAADAuth", YES)))
                .build();
    }

    private static ContainerServiceNetworkProfileArgs network(NetworkPolicyEngine engine) {
        ContainerServiceNetworkProfileArgs.Builder network = ContainerServiceNetworkProfileArgs.builder()
                .networkPlugin("azure")
                .networkPluginMode("overlay")
                .networkPolicy(engine.key())
                .loadBalancerSku("standard");
        if (engine == NetworkPolicyEngine.CILIUM) {
            network.networkDataplane("cilium");
        }
        return network.build();
    }

    /** It waits for pods as long as the slowest of them may take to stop, and keeps the zones even. */
    private static ManagedClusterPropertiesAutoScalerProfileArgs autoscaler(int longestStopSeconds) {
        return ManagedClusterPropertiesAutoScalerProfileArgs.builder()
                .scanInterval("10s")
                .newPodScaleUpDelay("0s")
                .maxNodeProvisionTime("15m")
                .balanceSimilarNodeGroups(YES)
                .expander("least-waste")
                .scaleDownDelayAfterAdd("10m")
                .scaleDownUnneededTime("10m")
                .maxGracefulTerminationSec(String.valueOf(longestStopSeconds))
                .build();
    }

    private static ManagedClusterAgentPoolProfileArgs systemPool(ClusterSpec.New spec, ClusterPlan.Declared plan) {
        Pool pool = plan.systemPool();
        ManagedClusterAgentPoolProfileArgs.Builder profile = ManagedClusterAgentPoolProfileArgs.builder()
                .name("system")
                .mode("System")
                .type("VirtualMachineScaleSets")
                .osType("Linux")
                .vmSize(pool.vmSize().value())
                .maxPods(NodeSize.MOST_PODS)
                .enableAutoScaling(true)
                .minCount(pool.minNodes().value())
                .maxCount(pool.maxNodes().value())
                .nodeTaints("CriticalAddonsOnly=true:NoSchedule")
                .upgradeSettings(surge(plan));
        if (!plan.zones().isEmpty()) {
            profile.availabilityZones(plan.zones());
        }
        spec.subnetId().ifPresent(profile::vnetSubnetID);
        return profile.build();
    }

    private static AgentPoolArgs.Builder workloadPool(ClusterSpec.New spec, ClusterPlan.Declared plan) {
        Pool pool = plan.workloadPool();
        AgentPoolArgs.Builder args = AgentPoolArgs.builder()
                .agentPoolName(WORKLOAD_POOL)
                .mode("User")
                .type("VirtualMachineScaleSets")
                .osType("Linux")
                .vmSize(pool.vmSize().value())
                .maxPods(NodeSize.MOST_PODS)
                .enableAutoScaling(true)
                .minCount(pool.minNodes().value())
                .maxCount(pool.maxNodes().value())
                .upgradeSettings(surge(plan))
                .tags(plan.tags());
        if (!plan.zones().isEmpty()) {
            args.availabilityZones(plan.zones());
        }
        spec.subnetId().ifPresent(args::vnetSubnetID);
        return args;
    }

    private static AgentPoolUpgradeSettingsArgs surge(ClusterPlan.Declared plan) {
        return AgentPoolUpgradeSettingsArgs.builder()
                .maxSurge(plan.upgradeSurge().value())
                .build();
    }

    /** By hours of the day, in UTC; a window that passes midnight stays with the day that it begins on. */
    private static TimeInWeekArgs window(MaintenanceSpec maintenance) {
        List<Integer> hours = IntStream.range(maintenance.startHour(), maintenance.startHour() + maintenance.hours())
                .filter(hour -> hour < 24)
                .boxed()
                .toList();
        return TimeInWeekArgs.builder().day(maintenance.day()).hourSlots(hours).build();
    }
}
