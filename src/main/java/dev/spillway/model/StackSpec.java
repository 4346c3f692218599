package dev.spillway.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One stack as asked for: the whole of a {@code stack.yaml}.
 *
 * @param secondaryLocation the other region of whatever is paired
 */
public record StackSpec(
        String name,
        SizingProfile profile,
        String location,
        String resourceGroup,
        Map<String, String> tags,
        Optional<LoadProfile> load,
        RecoveryTarget recovery,
        List<NamespaceSpec> namespaces,
        List<WorkloadSpec> workloads,
        RulesSpec rules,
        Optional<MonitoringSpec> monitoring,
        Optional<ClusterSpec> cluster,
        Optional<String> secondaryLocation,
        EventGridSpec eventGrid) {
    public StackSpec {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        namespaces = List.copyOf(namespaces);
        workloads = List.copyOf(workloads);
    }

    /** A stack in one region without monitoring and Event Grid, on a cluster that it knows nothing of. */
    public StackSpec(
            String name,
            SizingProfile profile,
            String location,
            String resourceGroup,
            Map<String, String> tags,
            Optional<LoadProfile> load,
            RecoveryTarget recovery,
            List<NamespaceSpec> namespaces,
            List<WorkloadSpec> workloads,
            RulesSpec rules) {
        this(
                name,
                profile,
                location,
                resourceGroup,
                tags,
                load,
                recovery,
                namespaces,
                workloads,
                rules,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EventGridSpec.NONE);
    }

    /** This stack with one more workload, or with that workload in place of one of the same name. */
    public StackSpec with(WorkloadSpec workload) {
        List<WorkloadSpec> more = Stream.concat(
                        workloads.stream().filter(other -> !other.name().equals(workload.name())), Stream.of(workload))
                .toList();
        return new StackSpec(
                name,
                profile,
                location,
                resourceGroup,
                tags,
                load,
                recovery,
                namespaces,
                more,
                rules,
                monitoring,
                cluster,
                secondaryLocation,
                eventGrid);
    }

    /** This stack with that namespace and no other. */
    public StackSpec with(NamespaceSpec namespace) {
        return new StackSpec(
                name,
                profile,
                location,
                resourceGroup,
                tags,
                load,
                recovery,
                List.of(namespace),
                workloads,
                rules,
                monitoring,
                cluster,
                secondaryLocation,
                eventGrid);
    }
}
