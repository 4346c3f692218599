package dev.spillway.docgen;

import dev.spillway.config.StackFile;
import dev.spillway.model.MonitoringSpec;
import dev.spillway.plan.Monitored;
import dev.spillway.plan.MonitoredResource;
import dev.spillway.plan.MonitoringPlanner;
import dev.spillway.plan.SavedQuery;
import dev.spillway.plan.StackPlanner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The saved queries where everything is watched that can be. */
final class EverySavedQuery {
    private EverySavedQuery() {}

    static Set<String> keys() {
        var stack = StackPlanner.plan(StackFile.read(Path.of("stacks/production/stack.yaml")));
        var watched = new Monitored(
                stack.namespaces(),
                stack.workloads(),
                List.of(new MonitoredResource(MonitoredResource.Kind.EVENT_GRID_TOPIC, "news", "news")),
                List.of(),
                List.of());
        return MonitoringPlanner.plan(MonitoringSpec.telling(List.of("oncall@example.com")), watched).queries().stream()
                .map(SavedQuery::key)
                .collect(Collectors.toSet());
    }
}
