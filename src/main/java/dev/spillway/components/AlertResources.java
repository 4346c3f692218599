package dev.spillway.components;

import com.pulumi.azurenative.insights.ActivityLogAlert;
import com.pulumi.azurenative.insights.ActivityLogAlertArgs;
import com.pulumi.azurenative.insights.MetricAlert;
import com.pulumi.azurenative.insights.MetricAlertArgs;
import com.pulumi.azurenative.insights.ScheduledQueryRule;
import com.pulumi.azurenative.insights.ScheduledQueryRuleArgs;
import com.pulumi.azurenative.insights.inputs.ActionListArgs;
import com.pulumi.azurenative.insights.inputs.ActionsArgs;
import com.pulumi.azurenative.insights.inputs.AlertRuleAllOfConditionArgs;
import com.pulumi.azurenative.insights.inputs.AlertRuleAnyOfOrLeafConditionArgs;
import com.pulumi.azurenative.insights.inputs.ConditionArgs;
import com.pulumi.azurenative.insights.inputs.ConditionFailingPeriodsArgs;
import com.pulumi.azurenative.insights.inputs.DynamicMetricCriteriaArgs;
import com.pulumi.azurenative.insights.inputs.MetricAlertActionArgs;
import com.pulumi.azurenative.insights.inputs.MetricAlertMultipleResourceMultipleMetricCriteriaArgs;
import com.pulumi.azurenative.insights.inputs.MetricAlertSingleResourceMultipleMetricCriteriaArgs;
import com.pulumi.azurenative.insights.inputs.MetricCriteriaArgs;
import com.pulumi.azurenative.insights.inputs.MetricDimensionArgs;
import com.pulumi.azurenative.insights.inputs.ScheduledQueryRuleCriteriaArgs;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.plan.AlertPlan;
import dev.spillway.plan.AlertSignal;
import dev.spillway.plan.MonitoringPlan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Declares planned alerts as the resources that Azure has for them: on metrics, on logs, on resource health. */
final class AlertResources {
    private final String prefix;
    private final EventPipelineMonitoringArgs args;
    private final MonitoringPlan plan;
    private final Output<String> workspace;
    private final List<Output<String>> actionGroups;
    private final CustomResourceOptions child;

    AlertResources(
            String prefix,
            EventPipelineMonitoringArgs args,
            MonitoringPlan plan,
            Output<String> workspace,
            List<Output<String>> actionGroups,
            CustomResourceOptions child) {
        this.prefix = prefix;
        this.args = args;
        this.plan = plan;
        this.workspace = workspace;
        this.actionGroups = List.copyOf(actionGroups);
        this.child = child;
    }

    /**
     * Declares an alert and returns Azure's id of it.
     *
     * @param scope what it watches; absent where it watches the workspace
     */
    Output<String> declare(AlertPlan alert, @Nullable Output<String> scope) {
        if (alert.signal() instanceof AlertSignal.Metrics metrics) {
            return metric(alert, metrics, Objects.requireNonNull(scope));
        }
        return alert.signal() instanceof AlertSignal.Query query
                ? log(alert, query)
                : health(alert, Objects.requireNonNull(scope));
    }

    private Output<String> metric(AlertPlan alert, AlertSignal.Metrics metrics, Output<String> scope) {
        return new MetricAlert(
                        prefix + "-" + alert.name(),
                        MetricAlertArgs.builder()
                                .resourceGroupName(args.resourceGroupName())
                                .ruleName(alert.name())
                                .location("global")
                                .description(description(alert))
                                .severity(alert.kind().severity().number())
                                .enabled(true)
                                .autoMitigate(true)
                                .scopes(scope.applyValue(List::of))
                                .windowSize(alert.window().toString())
                                .evaluationFrequency(alert.frequency().toString())
                                .criteria(MetricAlertSingleOrMany.of(metrics))
                                .actions(actionGroups.stream()
                                        .map(group -> MetricAlertActionArgs.builder()
                                                .actionGroupId(group)
                                                .build())
                                        .toList())
                                .tags(args.tags())
                                .build(),
                        child)
                .id();
    }

    private Output<String> log(AlertPlan alert, AlertSignal.Query query) {
        return new ScheduledQueryRule(
                        prefix + "-" + alert.name(),
                        ScheduledQueryRuleArgs.builder()
                                .resourceGroupName(args.resourceGroupName())
                                .ruleName(alert.name())
                                .displayName(alert.name())
                                .location(args.location())
                                .kind("LogAlert")
                                .description(description(alert))
                                .severity((double) alert.kind().severity().number())
                                .enabled(true)
                                .autoMitigate(true)
                                .scopes(workspace.applyValue(List::of))
                                .windowSize(AzureDurations.of(alert.window()))
                                .evaluationFrequency(AzureDurations.of(alert.frequency()))
                                // A table appears with its first row, which may come after the alert.
                                .skipQueryValidation(true)
                                .criteria(ScheduledQueryRuleCriteriaArgs.builder()
                                        .allOf(ConditionArgs.builder()
                                                .query(query.kql())
                                                .timeAggregation("Count")
                                                .operator("GreaterThan")
                                                .threshold(0.0)
                                                .failingPeriods(ConditionFailingPeriodsArgs.builder()
                                                        .minFailingPeriodsToAlert(1.0)
                                                        .numberOfEvaluationPeriods(1.0)
                                                        .build())
                                                .build())
                                        .build())
                                .actions(ActionsArgs.builder()
                                        .actionGroups(Output.all(actionGroups))
                                        .build())
                                .tags(args.tags())
                                .build(),
                        child)
                .id();
    }

    private Output<String> health(AlertPlan alert, Output<String> scope) {
        return new ActivityLogAlert(
                        prefix + "-" + alert.name(),
                        ActivityLogAlertArgs.builder()
                                .resourceGroupName(args.resourceGroupName())
                                .activityLogAlertName(alert.name())
                                .location("global")
                                .description(description(alert))
                                .enabled(true)
                                .scopes(scope.applyValue(List::of))
                                .condition(AlertRuleAllOfConditionArgs.builder()
                                        .allOf(
                                                equal("category", "ResourceHealth"),
                                                equal("properties.currentHealthStatus", "Unavailable"))
                                        .build())
                                .actions(ActionListArgs.builder()
                                        .actionGroups(actionGroups.stream()
                                                .map(group ->
                                                        com.pulumi.azurenative.insights.inputs.ActionGroupArgs.builder()
                                                                .actionGroupId(group)
                                                                .build())
                                                .toList())
                                        .build())
                                .tags(args.tags())
                                .build(),
                        child)
                .id();
    }

    private static AlertRuleAnyOfOrLeafConditionArgs equal(String field, String value) {
        return AlertRuleAnyOfOrLeafConditionArgs.builder()
                .field(field)
                .equals_(value)
                .build();
    }

    /** What is wrong, what is being lost, from what the threshold comes, and where to read on. */
    private String description(AlertPlan alert) {
        return alert.subject() + ": " + alert.kind().title() + "; "
                + alert.kind().severity().meaning() + ". Threshold: " + alert.reason() + ". Runbook: "
                + plan.runbook(alert.kind());
    }

    /** Azure wants another shape for alerts that look at one metric of a resource than for those that look at more. */
    private static final class MetricAlertSingleOrMany {
        private static final String ONE = "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria";
        private static final String MANY = "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria";

        private MetricAlertSingleOrMany() {}

        static Object of(AlertSignal.Metrics metrics) {
            List<MetricCriteriaArgs> criteria = metrics.criteria().stream()
                    .map(MetricAlertSingleOrMany::criterion)
                    .toList();
            return criteria.size() == 1
                    ? MetricAlertSingleResourceMultipleMetricCriteriaArgs.builder()
                            .odataType(ONE)
                            .allOf(criteria)
                            .build()
                    : MetricAlertMultipleResourceMultipleMetricCriteriaArgs.builder()
                            .odataType(MANY)
                            .allOf(criteria.stream()
                                    .map(Either::<DynamicMetricCriteriaArgs, MetricCriteriaArgs>ofRight)
                                    .toList())
                            .build();
        }

        private static MetricCriteriaArgs criterion(AlertSignal.Criterion criterion) {
            MetricCriteriaArgs.Builder args = MetricCriteriaArgs.builder()
                    .criterionType("StaticThresholdCriterion")
                    .name(criterion.name())
                    .metricNamespace(criterion.metricNamespace())
                    .metricName(criterion.metricName())
                    .timeAggregation(criterion.aggregation())
                    .operator(criterion.operator().azureName())
                    .threshold(criterion.threshold());
            if (!criterion.hubs().isEmpty()) {
                args.dimensions(MetricDimensionArgs.builder()
                        .name("EntityName")
                        .operator("Include")
                        .values(criterion.hubs())
                        .build());
            }
            return args.build();
        }
    }
}
