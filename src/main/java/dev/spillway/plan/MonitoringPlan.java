package dev.spillway.plan;

import dev.spillway.model.MonitoringSpec;
import java.time.Duration;
import java.util.List;

/** Monitoring as it will be declared. */
public record MonitoringPlan(
        MonitoringSpec spec,
        Planned<Integer> logRetentionDays,
        Planned<Duration> sendP99,
        List<AlertPlan> alerts,
        List<DiagnosticsPlan> diagnostics,
        List<SavedQuery> queries) {
    public MonitoringPlan {
        alerts = List.copyOf(alerts);
        diagnostics = List.copyOf(diagnostics);
        queries = List.copyOf(queries);
    }

    /** Where the page of an alert can be opened. */
    public String runbook(AlertKind kind) {
        return spec.runbookUrl()
                .map(url -> (url.endsWith("/") ? url : url + "/") + kind.key() + ".md")
                .orElse(kind.runbook());
    }
}
