package dev.spillway.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One stack as asked for: the whole of a {@code stack.yaml}. */
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
        RuleProfile rules) {
    public StackSpec {
        tags = java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
        namespaces = List.copyOf(namespaces);
        workloads = List.copyOf(workloads);
    }
}
