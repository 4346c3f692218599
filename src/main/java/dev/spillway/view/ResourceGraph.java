package dev.spillway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every declared resource of a stack, sorted by URN, each URN once. */
public final class ResourceGraph {
    private final List<ResourceView> resources;
    private final Map<String, ResourceView> byUrn;
    private final Map<ResourceKind, List<ResourceView>> byKind = new EnumMap<>(ResourceKind.class);

    public ResourceGraph(List<ResourceView> resources) {
        List<ResourceView> sorted = new ArrayList<>(resources);
        sorted.sort(Comparator.comparing(ResourceView::urn));
        this.resources = List.copyOf(sorted);
        this.byUrn = sorted.stream().collect(Collectors.toUnmodifiableMap(ResourceView::urn, Function.identity()));
        this.resources.forEach(resource -> ResourceKind.of(resource)
                .ifPresent(kind ->
                        byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(resource)));
    }

    public List<ResourceView> resources() {
        return resources;
    }

    /** Those of some kinds, each kind sorted by URN. */
    Stream<ResourceView> of(ResourceKind... kinds) {
        return Stream.of(kinds).flatMap(kind -> byKind.getOrDefault(kind, List.of()).stream());
    }

    public Optional<ResourceView> find(String urn) {
        return Optional.ofNullable(byUrn.get(urn));
    }
}
