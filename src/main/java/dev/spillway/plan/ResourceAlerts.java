package dev.spillway.plan;

import dev.spillway.facts.MonitorMetrics;
import dev.spillway.plan.AlertSignal.Criterion;
import dev.spillway.plan.AlertSignal.Operator;
import dev.spillway.units.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The alerts of everything that is no Event Hubs namespace: Event Grid, workloads, clusters, storage. */
final class ResourceAlerts {
    private static final MonitoredResource NO_RESOURCE =
            new MonitoredResource(MonitoredResource.Kind.WORKSPACE, "", "");
    private static final int SOME_PUBLISH_FAILURES = 5;
    private static final int SOME_DELIVERY_FAILURES = 1;
    private static final int ALWAYS = 100;

    private final List<AlertPlan> alerts = new ArrayList<>();

    private ResourceAlerts() {}

    static List<AlertPlan> of(Monitored monitored) {
        ResourceAlerts alerts = new ResourceAlerts();
        monitored.grid().forEach(alerts::grid);
        monitored.workloads().forEach(alerts::workload);
        monitored.clusters().forEach(alerts::cluster);
        monitored.storageAccounts().forEach(alerts::storage);
        return List.copyOf(alerts.alerts);
    }

    private void grid(MonitoredResource resource) {
        if (resource.kind() == MonitoredResource.Kind.EVENT_GRID_NAMESPACE) {
            above(resource, AlertKind.GRID_NAMESPACE_LOSS, "dropped", "DroppedEvents", 0, "a single dropped event");
            above(
                    resource,
                    AlertKind.GRID_NAMESPACE_LOSS,
                    "dead-letter",
                    "FailedDeadLetteredEvents",
                    0,
                    "a single event that could not even be dead-lettered");
            above(
                    resource,
                    AlertKind.GRID_DEAD_LETTERED,
                    "",
                    "SuccessfulDeadLetteredEvents",
                    0,
                    "a single dead letter");
            return;
        }
        above(resource, AlertKind.GRID_DROPPED, "", "DroppedEventCount", 0, "a single dropped event");
        above(resource, AlertKind.GRID_DEAD_LETTERED, "", "DeadLetteredCount", 0, "a single dead letter");
        above(
                resource,
                AlertKind.GRID_PUBLISH_FAILED,
                "",
                "PublishFailCount",
                SOME_PUBLISH_FAILURES,
                "more than " + SOME_PUBLISH_FAILURES + " in five minutes: single ones are retried");
        above(
                resource,
                AlertKind.GRID_DELIVERY_FAILED,
                "",
                "DeliveryAttemptFailCount",
                SOME_DELIVERY_FAILURES,
                "more than one in five minutes: Event Grid tries again until time or tries run out");
        health(resource);
    }

    private void workload(WorkloadPlan workload) {
        int most = workload.maxReplicas().value();
        Duration start = workload.spec().podStart();
        logs(
                workload,
                AlertKind.REPLICAS_AT_MAXIMUM,
                LogQueries.scaledTo(workload.name(), most),
                "a scale-out to " + NumberText.count(most, "pod") + ", the most it may have");
        logs(
                workload,
                AlertKind.PODS_UNSCHEDULABLE,
                LogQueries.unscheduled(workload.name()),
                "a single pod without a node");
        if (!start.isZero()) {
            logs(
                    workload,
                    AlertKind.POD_START_SLOW,
                    LogQueries.startedAfter(workload.name(), start),
                    "more than the " + start.toSeconds() + " s that the plan counts on");
        }
    }

    private void cluster(MonitoredResource cluster) {
        above(
                cluster,
                AlertKind.PODS_UNSCHEDULABLE,
                "",
                "cluster_autoscaler_unschedulable_pods_count",
                0,
                "a single pod without a node");
        health(cluster);
    }

    private void storage(MonitoredResource account) {
        metric(account, AlertKind.STORAGE_UNAVAILABLE, "", "Availability", Operator.BELOW, ALWAYS, "a failed request");
    }

    private void above(
            MonitoredResource scope, AlertKind kind, String suffix, String metric, double threshold, String reason) {
        metric(scope, kind, suffix, metric, Operator.ABOVE, threshold, reason);
    }

    private void metric(
            MonitoredResource scope,
            AlertKind kind,
            String suffix,
            String metric,
            Operator operator,
            double threshold,
            String reason) {
        var known = MonitorMetrics.of(scope.kind().azureType(), metric);
        var signal = new AlertSignal.Metrics(List.of(new Criterion(metric, known, operator, threshold, List.of())));
        alerts.add(new AlertPlan(
                scope.name() + "-" + kind.key() + (suffix.isEmpty() ? "" : "-" + suffix),
                kind,
                scope,
                scope.name(),
                signal,
                NamespaceAlerts.FIVE_MINUTES,
                NamespaceAlerts.MINUTE,
                reason));
    }

    private void health(MonitoredResource scope) {
        alerts.add(new AlertPlan(
                scope.name() + "-" + AlertKind.RESOURCE_UNHEALTHY.key(),
                AlertKind.RESOURCE_UNHEALTHY,
                scope,
                scope.name(),
                new AlertSignal.Health(),
                Duration.ZERO,
                NamespaceAlerts.MINUTE,
                "whatever Azure's own resource health says"));
    }

    private void logs(WorkloadPlan workload, AlertKind kind, String kql, String reason) {
        alerts.add(new AlertPlan(
                workload.name() + "-" + kind.key(),
                kind,
                NO_RESOURCE,
                "workload " + workload.name(),
                new AlertSignal.Query(kql),
                NamespaceAlerts.FIVE_MINUTES,
                NamespaceAlerts.FIVE_MINUTES,
                reason));
    }
}
