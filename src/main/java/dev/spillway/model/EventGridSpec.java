package dev.spillway.model;

import java.util.List;

/** The Event Grid part of a stack. */
public record EventGridSpec(List<GridSourceSpec> sources, List<GridNamespaceSpec> namespaces) {
    public static final EventGridSpec NONE = new EventGridSpec(List.of(), List.of());

    public EventGridSpec {
        sources = List.copyOf(sources);
        namespaces = List.copyOf(namespaces);
    }

    public boolean isEmpty() {
        return sources.isEmpty() && namespaces.isEmpty();
    }
}
