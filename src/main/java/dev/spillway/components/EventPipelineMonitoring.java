package dev.spillway.components;

import com.pulumi.azurenative.insights.ActionGroup;
import com.pulumi.azurenative.insights.ActionGroupArgs;
import com.pulumi.azurenative.insights.DiagnosticSetting;
import com.pulumi.azurenative.insights.DiagnosticSettingArgs;
import com.pulumi.azurenative.insights.Workbook;
import com.pulumi.azurenative.insights.WorkbookArgs;
import com.pulumi.azurenative.insights.inputs.EmailReceiverArgs;
import com.pulumi.azurenative.insights.inputs.LogSettingsArgs;
import com.pulumi.azurenative.insights.inputs.MetricSettingsArgs;
import com.pulumi.azurenative.operationalinsights.SavedSearch;
import com.pulumi.azurenative.operationalinsights.SavedSearchArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.plan.AlertPlan;
import dev.spillway.plan.DiagnosticsPlan;
import dev.spillway.plan.Monitored;
import dev.spillway.plan.MonitoredResource;
import dev.spillway.plan.MonitoringPlan;
import dev.spillway.plan.MonitoringPlanner;
import dev.spillway.plan.SavedQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Watches a pipeline: alerts whose thresholds follow the effective settings and whose severity follows what is lost, an action
 * group, diagnostic settings, a workspace with saved queries, a workbook.
 *
 * <p>Children, by logical name: {@code <name>} for workspace, action group and workbook, {@code <name>-<alert>} an alert,
 * {@code <name>-<resource>} its diagnostic setting, {@code <name>-<query>} a saved query. These names are part of the
 * contract.
 */
public final class EventPipelineMonitoring extends Component {
    public static final String TYPE = "spillway:index:EventPipelineMonitoring";

    private static final int LONGEST_SHORT_NAME = 12;

    private final String name;
    private final EventPipelineMonitoringArgs args;
    private final MonitoringPlan plan;
    private final LogWorkspace workspace;
    private final Output<String> workbookId;
    private final Output<Map<String, String>> alertIds;
    private final Output<Map<String, String>> thresholds;

    public EventPipelineMonitoring(String name, EventPipelineMonitoringArgs args, ComponentResourceOptions options) {
        super(TYPE, name, options);
        args.check(name);
        this.name = name;
        this.args = args;
        Monitored monitored = args.monitored();
        this.plan = MonitoringPlanner.plan(args.spec(), monitored);
        this.workspace = LogWorkspace.of(name, args, plan, child());
        plan.diagnostics().forEach(this::declareDiagnostics);
        plan.queries().forEach(this::declareQuery);
        this.workbookId = declareWorkbook(monitored);
        this.alertIds = declareAlerts(actionGroups());
        Map<String, String> reasons = new TreeMap<>();
        plan.alerts().forEach(alert -> reasons.put(alert.name(), alert.reason()));
        this.thresholds = Output.of(reasons);
        registerOutputs(outputs());
    }

    /** Everything that it publishes, by name. */
    public Map<String, Output<?>> outputs() {
        return Map.of(
                "alertIds", alertIds,
                "thresholds", thresholds,
                "workbookId", workbookId,
                "workspaceId", workspace.id());
    }

    /** Azure's ids of the alerts, by their names. */
    public Output<Map<String, String>> alertIds() {
        return alertIds;
    }

    /** From what each threshold was computed, by the name of the alert. */
    public Output<Map<String, String>> thresholds() {
        return thresholds;
    }

    public Output<String> workbookId() {
        return workbookId;
    }

    /** The workspace that was declared or given. */
    public Output<String> workspaceId() {
        return workspace.id();
    }

    private List<Output<String>> actionGroups() {
        if (!plan.spec().actionGroupIds().isEmpty()) {
            return plan.spec().actionGroupIds().stream().map(Output::of).toList();
        }
        ActionGroup group = new ActionGroup(
                name,
                ActionGroupArgs.builder()
                        .resourceGroupName(args.resourceGroupName())
                        .actionGroupName(name)
                        .groupShortName(name.substring(0, Math.min(name.length(), LONGEST_SHORT_NAME)))
                        .location("global")
                        .enabled(true)
                        .emailReceivers(plan.spec().emails().stream()
                                .map(email -> EmailReceiverArgs.builder()
                                        .name(email)
                                        .emailAddress(email)
                                        .useCommonAlertSchema(true)
                                        .build())
                                .toList())
                        .tags(args.tags())
                        .build(),
                child());
        return List.of(group.id());
    }

    private void declareDiagnostics(DiagnosticsPlan diagnostics) {
        MonitoredResource resource = diagnostics.resource();
        new DiagnosticSetting(
                name + "-" + resource.name(),
                DiagnosticSettingArgs.builder()
                        .name("spillway")
                        .resourceUri(id(resource))
                        .workspaceId(workspace.id())
                        .logAnalyticsDestinationType("Dedicated")
                        .logs(diagnostics.categories().stream()
                                .map(category -> LogSettingsArgs.builder()
                                        .category(category)
                                        .enabled(true)
                                        .build())
                                .toList())
                        .metrics(MetricSettingsArgs.builder()
                                .category("AllMetrics")
                                .enabled(true)
                                .build())
                        .build(),
                child());
    }

    private void declareQuery(SavedQuery query) {
        new SavedSearch(
                name + "-" + query.key(),
                SavedSearchArgs.builder()
                        .resourceGroupName(workspace.resourceGroup())
                        .workspaceName(workspace.name())
                        .savedSearchId("spillway-" + query.key())
                        .category("Spillway")
                        .displayName(query.title())
                        .query(query.kql())
                        .version(2.0)
                        .build(),
                child());
    }

    private Output<String> declareWorkbook(Monitored monitored) {
        Workbook workbook = new Workbook(
                name,
                WorkbookArgs.builder()
                        .resourceGroupName(args.resourceGroupName())
                        .resourceName(UUID.nameUUIDFromBytes((TYPE + "::" + name).getBytes(StandardCharsets.UTF_8))
                                .toString())
                        .location(args.location())
                        .kind("shared")
                        .category("workbook")
                        .displayName("Events: load, capacity, refusals, backlog, pods")
                        .sourceId(workspace.id())
                        .serializedData(WorkbookPage.of(monitored, plan))
                        .tags(args.tags())
                        .build(),
                child());
        return workbook.id();
    }

    private Output<Map<String, String>> declareAlerts(List<Output<String>> groups) {
        AlertResources alerts = new AlertResources(name, args, plan, workspace.id(), groups, child());
        Output<Map<String, String>> all = Output.of(new TreeMap<>());
        for (AlertPlan alert : plan.alerts()) {
            Output<String> id = alerts.declare(alert, args.ids().get(alert.scope()));
            all = Output.tuple(all, id).applyValue(both -> {
                Map<String, String> more = new TreeMap<>(both.t1);
                more.put(alert.name(), both.t2);
                return more;
            });
        }
        return all;
    }

    private Output<String> id(MonitoredResource resource) {
        return Objects.requireNonNull(args.ids().get(resource));
    }

    private CustomResourceOptions child() {
        return CustomResourceOptions.builder().parent(this).build();
    }
}
