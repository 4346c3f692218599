package dev.spillway.plan;

import java.util.List;

/** Everything that is watched together. */
public record Monitored(
        List<NamespacePlan> namespaces,
        List<WorkloadPlan> workloads,
        List<MonitoredResource> grid,
        List<MonitoredResource> clusters,
        List<MonitoredResource> storageAccounts) {
    public Monitored {
        namespaces = List.copyOf(namespaces);
        workloads = List.copyOf(workloads);
        grid = List.copyOf(grid);
        clusters = List.copyOf(clusters);
        storageAccounts = List.copyOf(storageAccounts);
    }

    /** The namespaces and workloads of a stack. */
    public static Monitored of(StackPlan stack) {
        return new Monitored(stack.namespaces(), stack.workloads(), List.of(), List.of(), List.of());
    }

    /** The other namespace of a pair, under a name of its own: it refuses like the first one once senders come to it. */
    public static NamespacePlan secondary(NamespacePlan primary) {
        return primary.secondary().named(primary.name() + "-pair");
    }

    static MonitoredResource resource(NamespacePlan namespace) {
        return new MonitoredResource(
                MonitoredResource.Kind.EVENT_HUBS_NAMESPACE, namespace.name(), namespace.azureName());
    }

    List<WorkloadPlan> workloadsOf(NamespacePlan namespace) {
        return workloads.stream()
                .filter(workload -> workload.spec().hub().namespace().equals(namespace.name()))
                .toList();
    }
}
