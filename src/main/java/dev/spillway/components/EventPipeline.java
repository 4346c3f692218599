package dev.spillway.components;

import com.pulumi.resources.ComponentResourceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A whole pipeline in one statement: namespaces, workloads, and the monitoring of all of it with what else is watched.
 *
 * <p>It is no resource itself, so that the names of what holds events do not depend on whether they were declared one by one
 * or together: going over to it, or back, replaces nothing.
 */
public final class EventPipeline {
    private final Map<String, EventHubsNamespace> namespaces = new LinkedHashMap<>();
    private final Map<String, AutoscaledWorkload> workloads = new LinkedHashMap<>();
    private final Optional<EventPipelineMonitoring> monitoring;

    /** For arguments that were checked. */
    EventPipeline(EventPipelineArgs args) {
        args.existingNamespaces()
                .forEach(existing -> namespaces.put(existing.plan().name(), existing));
        args.namespaces()
                .forEach((name, described) ->
                        namespaces.put(name, new EventHubsNamespace(name, described, ComponentResourceOptions.Empty)));
        args.existingWorkloads()
                .forEach(existing -> workloads.put(existing.plan().name(), existing));
        args.workloads().forEach((name, described) -> workloads.put(name, declared(name, described)));
        this.monitoring = args.existingMonitoring().or(() -> args.monitoring().map(this::watching));
    }

    /**
     * Declares what is described, in the running Pulumi program.
     *
     * @throws dev.spillway.model.Problems everything that is wrong with the arguments, before anything is declared
     */
    public static EventPipeline declare(EventPipelineArgs args) {
        args.check();
        return new EventPipeline(args);
    }

    /** Declared and existing ones. */
    public List<EventHubsNamespace> namespaces() {
        return List.copyOf(namespaces.values());
    }

    /** A namespace by its name. */
    public EventHubsNamespace namespace(String name) {
        return Objects.requireNonNull(namespaces.get(name), name);
    }

    /** Declared and existing ones. */
    public List<AutoscaledWorkload> workloads() {
        return List.copyOf(workloads.values());
    }

    /** A workload by its name. */
    public AutoscaledWorkload workload(String name) {
        return Objects.requireNonNull(workloads.get(name), name);
    }

    /** Empty where none was described and none exists. */
    public Optional<EventPipelineMonitoring> monitoring() {
        return monitoring;
    }

    private AutoscaledWorkload declared(String name, EventPipelineArgs.Described described) {
        return new AutoscaledWorkload(
                name, described.args().apply(namespace(described.namespace())), ComponentResourceOptions.Empty);
    }

    private EventPipelineMonitoring watching(EventPipelineMonitoringArgs.Builder monitored) {
        namespaces.values().forEach(monitored::namespace);
        workloads.values().forEach(monitored::workload);
        return new EventPipelineMonitoring("monitoring", monitored.build(), ComponentResourceOptions.Empty);
    }
}
