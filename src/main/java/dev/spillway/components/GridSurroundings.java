package dev.spillway.components;

import com.pulumi.azurenative.eventgrid.inputs.InboundIpRuleArgs;
import com.pulumi.azurenative.insights.DiagnosticSetting;
import com.pulumi.azurenative.insights.DiagnosticSettingArgs;
import com.pulumi.azurenative.insights.MetricAlert;
import com.pulumi.azurenative.insights.MetricAlertArgs;
import com.pulumi.azurenative.insights.inputs.LogSettingsArgs;
import com.pulumi.azurenative.insights.inputs.MetricAlertActionArgs;
import com.pulumi.azurenative.insights.inputs.MetricAlertSingleResourceMultipleMetricCriteriaArgs;
import com.pulumi.azurenative.insights.inputs.MetricCriteriaArgs;
import com.pulumi.azurenative.insights.inputs.MetricSettingsArgs;
import com.pulumi.azurenative.network.PrivateEndpoint;
import com.pulumi.azurenative.network.PrivateEndpointArgs;
import com.pulumi.azurenative.network.inputs.PrivateLinkServiceConnectionArgs;
import com.pulumi.azurenative.network.inputs.SubnetArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.facts.DataRole;
import dev.spillway.model.GridNetworkSpec;
import dev.spillway.model.GridWatchSpec;
import dev.spillway.plan.AlertKind;
import java.util.List;
import java.util.Map;

/**
 * What stands around an Event Grid resource: private endpoints, who may publish, where its logs go, and who is called when
 * events are given up.
 *
 * <p>Children, by logical name: {@code <name>-endpoint-<n>}, {@code <name>-publisher-<n>}, {@code <name>-logs}, {@code
 * <name>-dead-lettered} and {@code <name>-dropped}.
 */
final class GridSurroundings {
    private final String name;
    private final String azureName;
    private final GridScope scope;
    private final Output<String> id;

    GridSurroundings(String name, String azureName, GridScope scope, Output<String> id) {
        this.name = name;
        this.azureName = azureName;
        this.scope = scope;
        this.id = id;
    }

    static List<InboundIpRuleArgs> rules(GridNetworkSpec network) {
        return network.inboundIpRules().stream()
                .map(range -> InboundIpRuleArgs.builder()
                        .action("Allow")
                        .ipMask(range)
                        .build())
                .toList();
    }

    static String access(GridNetworkSpec network) {
        return network.publicNetworkAccess() ? "Enabled" : "Disabled";
    }

    /** @param groupId which part of the resource is reached: {@code topic}, {@code domain}, {@code topicspace} */
    void privateEndpoints(GridNetworkSpec network, String location, String groupId) {
        int number = 0;
        for (String subnet : network.subnetIds()) {
            number++;
            new PrivateEndpoint(
                    name + "-endpoint-" + number,
                    PrivateEndpointArgs.builder()
                            .resourceGroupName(scope.resourceGroupName())
                            .privateEndpointName(azureName + "-endpoint-" + number)
                            .location(location)
                            .subnet(SubnetArgs.builder().id(subnet).build())
                            .privateLinkServiceConnections(PrivateLinkServiceConnectionArgs.builder()
                                    .name(azureName)
                                    .privateLinkServiceId(id)
                                    .groupIds(groupId)
                                    .build())
                            .tags(scope.stack().tags())
                            .build(),
                    child());
        }
    }

    void publishers(List<String> principalIds) {
        int number = 0;
        for (String principal : principalIds) {
            number++;
            GridRoles.grant(
                    name + "-publisher-" + number,
                    DataRole.EVENT_GRID_SENDER,
                    Output.of(principal),
                    id,
                    scope.parent());
        }
    }

    void logs(GridWatchSpec watch) {
        watch.workspaceId()
                .ifPresent(workspace -> new DiagnosticSetting(
                        name + "-logs",
                        DiagnosticSettingArgs.builder()
                                .name("spillway")
                                .resourceUri(id)
                                .workspaceId(workspace)
                                .logs(LogSettingsArgs.builder()
                                        .categoryGroup("allLogs")
                                        .enabled(true)
                                        .build())
                                .metrics(MetricSettingsArgs.builder()
                                        .category("AllMetrics")
                                        .enabled(true)
                                        .build())
                                .build(),
                        child()));
    }

    /**
     * Alerts of the resource's own; a stack whose monitoring watches it has them there, unless somebody else is to be called.
     *
     * @param metrics the name of an alert to the metric that has to stay at zero
     */
    void alerts(GridWatchSpec watch, String resourceType, Map<String, String> metrics) {
        if (scope.stack().monitoring().isPresent() && watch.actionGroupIds().isEmpty()) {
            return;
        }
        metrics.forEach((alert, metric) -> new MetricAlert(
                name + "-" + alert,
                MetricAlertArgs.builder()
                        .resourceGroupName(scope.resourceGroupName())
                        .ruleName(azureName + "-" + alert)
                        .location("global")
                        .description("Events of " + azureName + " are " + alert + ". Runbook: "
                                + page(alert).runbook())
                        .enabled(true)
                        .severity(1)
                        .scopes(Output.all(List.of(id)))
                        .evaluationFrequency("PT5M")
                        .windowSize("PT5M")
                        .targetResourceType(resourceType)
                        .criteria(MetricAlertSingleResourceMultipleMetricCriteriaArgs.builder()
                                .odataType("Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria")
                                .allOf(MetricCriteriaArgs.builder()
                                        .criterionType("StaticThresholdCriterion")
                                        .name(alert)
                                        .metricNamespace(resourceType)
                                        .metricName(metric)
                                        .operator("GreaterThan")
                                        .threshold(0.0)
                                        .timeAggregation("Total")
                                        .build())
                                .build())
                        .actions(watch.actionGroupIds().stream()
                                .map(group -> MetricAlertActionArgs.builder()
                                        .actionGroupId(group)
                                        .build())
                                .toList())
                        .tags(scope.stack().tags())
                        .build(),
                child()));
    }

    private static AlertKind page(String alert) {
        return switch (alert) {
            case "dead-lettered" -> AlertKind.GRID_DEAD_LETTERED;
            case "dropped" -> AlertKind.GRID_DROPPED;
            default -> AlertKind.GRID_NAMESPACE_LOSS;
        };
    }

    private CustomResourceOptions child() {
        return CustomResourceOptions.builder().parent(scope.parent()).build();
    }
}
