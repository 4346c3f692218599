package dev.spillway.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Event Grid part of a stack.
 *
 * @param publishers names of the stack's workloads that publish to a topic, a domain or a namespace, by its name
 */
public record EventGridSpec(
        List<GridSourceSpec> sources, List<GridNamespaceSpec> namespaces, Map<String, List<String>> publishers) {
    public static final EventGridSpec NONE = new EventGridSpec(List.of(), List.of());

    public EventGridSpec {
        sources = List.copyOf(sources);
        namespaces = List.copyOf(namespaces);
        publishers = Collections.unmodifiableMap(new TreeMap<>(publishers));
    }

    /** What no workload of the stack publishes to. */
    public EventGridSpec(List<GridSourceSpec> sources, List<GridNamespaceSpec> namespaces) {
        this(sources, namespaces, Map.of());
    }

    public boolean isEmpty() {
        return sources.isEmpty() && namespaces.isEmpty();
    }

    /** Names of what a workload publishes to. */
    public List<String> publishedBy(String workload) {
        return publishers.entrySet().stream()
                .filter(entry -> entry.getValue().contains(workload))
                .map(Map.Entry::getKey)
                .toList();
    }
}
