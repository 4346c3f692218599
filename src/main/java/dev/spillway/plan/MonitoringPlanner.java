package dev.spillway.plan;

import dev.spillway.facts.LogCategories;
import dev.spillway.model.MonitoringSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Plans the monitoring of what a stack declares: alerts whose thresholds follow the effective settings. */
public final class MonitoringPlanner {
    private static final int LOG_RETENTION_DAYS = 30;
    private static final Duration SEND_P99 = Duration.ofSeconds(1);
    private static final Set<String> ONLY_ABOVE_STANDARD = Set.of("RuntimeAuditLogs", "ApplicationMetricsLogs");

    private MonitoringPlanner() {}

    public static MonitoringPlan plan(MonitoringSpec spec, Monitored monitored) {
        List<AlertPlan> alerts = new ArrayList<>();
        monitored.namespaces().forEach(namespace -> alerts.addAll(NamespaceAlerts.of(monitored, namespace)));
        alerts.addAll(ResourceAlerts.of(monitored));
        return new MonitoringPlan(
                spec,
                Planned.orElse(
                        spec.logRetentionDays(),
                        () -> Planned.byDefault(LOG_RETENTION_DAYS, "the least Azure bills for")),
                Planned.orElse(
                        spec.sendP99(), () -> Planned.byDefault(SEND_P99, "assumed: state what your callers wait for")),
                alerts,
                diagnostics(monitored),
                SavedQueries.of(monitored));
    }

    /** The first query of the workbook: everything in percent of what the plan says is the most. */
    public static String overview(Monitored monitored) {
        return LogQueries.inPercent(monitored.namespaces(), monitored.workloads());
    }

    private static List<DiagnosticsPlan> diagnostics(Monitored monitored) {
        return Stream.concat(
                        monitored.namespaces().stream()
                                // One that has a setting of its own keeps it: Azure takes each destination once.
                                .filter(namespace ->
                                        namespace.options().diagnostics().isEmpty())
                                .map(MonitoringPlanner::diagnostics),
                        monitored.grid().stream()
                                .filter(resource -> !resource.hasOwnLogs())
                                .map(resource -> new DiagnosticsPlan(
                                        resource,
                                        LogCategories.of(resource.kind().azureType()))))
                .toList();
    }

    private static DiagnosticsPlan diagnostics(NamespacePlan namespace) {
        MonitoredResource resource = Monitored.resource(namespace);
        boolean standard = !namespace.tier().isLarge();
        return new DiagnosticsPlan(
                resource,
                LogCategories.of(resource.kind().azureType()).stream()
                        .filter(category -> !standard || !ONLY_ABOVE_STANDARD.contains(category))
                        .toList());
    }
}
