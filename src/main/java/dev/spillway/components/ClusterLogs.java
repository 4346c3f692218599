package dev.spillway.components;

import com.pulumi.azurenative.insights.DataCollectionRule;
import com.pulumi.azurenative.insights.DataCollectionRuleArgs;
import com.pulumi.azurenative.insights.DataCollectionRuleAssociation;
import com.pulumi.azurenative.insights.DataCollectionRuleAssociationArgs;
import com.pulumi.azurenative.insights.DiagnosticSetting;
import com.pulumi.azurenative.insights.DiagnosticSettingArgs;
import com.pulumi.azurenative.insights.inputs.DataCollectionRuleDataSourcesArgs;
import com.pulumi.azurenative.insights.inputs.DataCollectionRuleDestinationsArgs;
import com.pulumi.azurenative.insights.inputs.DataFlowArgs;
import com.pulumi.azurenative.insights.inputs.ExtensionDataSourceArgs;
import com.pulumi.azurenative.insights.inputs.LogAnalyticsDestinationArgs;
import com.pulumi.azurenative.insights.inputs.LogSettingsArgs;
import com.pulumi.azurenative.operationalinsights.Workspace;
import com.pulumi.azurenative.operationalinsights.WorkspaceArgs;
import com.pulumi.azurenative.operationalinsights.inputs.WorkspaceSkuArgs;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.model.ClusterSpec;
import dev.spillway.plan.ClusterPlan;
import java.util.List;
import java.util.Map;

/**
 * Where a cluster writes what happens in it: pods and their events by Container Insights, the control plane by diagnostics. The
 * two fill different tables, and neither replaces the other.
 */
record ClusterLogs(Output<String> workspaceId, Output<String> ruleId) {
    private static final int KEPT_DAYS = 30;
    private static final String DESTINATION = "workspace";
    private static final String INSIGHTS = "ContainerInsightsExtension";
    private static final String STREAM = "Microsoft-ContainerInsights-Group-Default";

    /** What says why a pod did not come; the API server's own log is large and says nothing of it. */
    private static final List<String> CONTROL_PLANE = List.of(
            "cloud-controller-manager",
            "cluster-autoscaler",
            "guard",
            "kube-audit-admin",
            "kube-controller-manager",
            "kube-scheduler");

    static ClusterLogs declare(
            String name,
            ClusterSpec.New spec,
            ClusterPlan.Declared plan,
            Output<String> resourceGroup,
            Resource parent) {
        CustomResourceOptions child =
                CustomResourceOptions.builder().parent(parent).build();
        Output<String> workspaceId = spec.logAnalyticsWorkspaceId()
                .map(Output::of)
                .orElseGet(() -> workspace(name, plan, resourceGroup, child).id());
        DataCollectionRule rule = new DataCollectionRule(
                name + "-insights",
                rule(plan, workspaceId).resourceGroupName(resourceGroup).build(),
                child);
        return new ClusterLogs(workspaceId, rule.id());
    }

    /** Begins to follow a cluster. */
    void follow(String name, Output<String> clusterId, CustomResourceOptions child) {
        new DataCollectionRuleAssociation(
                name + "-insights",
                DataCollectionRuleAssociationArgs.builder()
                        .associationName(INSIGHTS)
                        .dataCollectionRuleId(ruleId)
                        .resourceUri(clusterId)
                        .build(),
                child);
        new DiagnosticSetting(
                name,
                DiagnosticSettingArgs.builder()
                        .name("spillway")
                        .resourceUri(clusterId)
                        .workspaceId(workspaceId)
                        .logAnalyticsDestinationType("Dedicated")
                        .logs(CONTROL_PLANE.stream()
                                .map(category -> LogSettingsArgs.builder()
                                        .category(category)
                                        .enabled(true)
                                        .build())
                                .toList())
                        .build(),
                child);
    }

    private static Workspace workspace(
            String name, ClusterPlan.Declared plan, Output<String> resourceGroup, CustomResourceOptions child) {
        return new Workspace(
                name + "-logs",
                WorkspaceArgs.builder()
                        .resourceGroupName(resourceGroup)
                        .workspaceName(plan.name() + "-logs")
                        .location(plan.location())
                        .sku(WorkspaceSkuArgs.builder().name("PerGB2018").build())
                        .retentionInDays(KEPT_DAYS)
                        .tags(plan.tags())
                        .build(),
                child);
    }

    private static DataCollectionRuleArgs.Builder rule(ClusterPlan.Declared plan, Output<String> workspaceId) {
        return DataCollectionRuleArgs.builder()
                .dataCollectionRuleName(plan.name() + "-insights")
                .location(plan.location())
                .kind("Linux")
                .dataSources(DataCollectionRuleDataSourcesArgs.builder()
                        .extensions(ExtensionDataSourceArgs.builder()
                                .name(INSIGHTS)
                                .extensionName("ContainerInsights")
                                .streams(List.of(Either.ofLeft(STREAM)))
                                .extensionSettings(Map.of(
                                        "dataCollectionSettings",
                                        Map.of(
                                                "interval",
                                                "1m",
                                                "namespaceFilteringMode",
                                                "Off",
                                                "enableContainerLogV2",
                                                true)))
                                .build())
                        .build())
                .destinations(DataCollectionRuleDestinationsArgs.builder()
                        .logAnalytics(LogAnalyticsDestinationArgs.builder()
                                .name(DESTINATION)
                                .workspaceResourceId(workspaceId)
                                .build())
                        .build())
                .dataFlows(DataFlowArgs.builder()
                        .streams(List.of(Either.ofLeft(STREAM)))
                        .destinations(DESTINATION)
                        .build())
                .tags(plan.tags());
    }
}
