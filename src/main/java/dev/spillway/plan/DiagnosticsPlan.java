package dev.spillway.plan;

import java.util.List;

/** What a resource sends to the workspace: these log categories, and all its metrics. */
public record DiagnosticsPlan(MonitoredResource resource, List<String> categories) {
    public DiagnosticsPlan {
        categories = List.copyOf(categories);
    }
}
