package dev.spillway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every declared resource of a stack, sorted by URN, each URN once. */
public final class ResourceGraph {
    private final List<ResourceView> resources;
    private final Map<String, ResourceView> byUrn;

    public ResourceGraph(List<ResourceView> resources) {
        List<ResourceView> sorted = new ArrayList<>(resources);
        sorted.sort(Comparator.comparing(ResourceView::urn));
        this.resources = List.copyOf(sorted);
        this.byUrn = sorted.stream().collect(Collectors.toUnmodifiableMap(ResourceView::urn, Function.identity()));
    }

    public List<ResourceView> resources() {
        return resources;
    }

    public Optional<ResourceView> find(String urn) {
        return Optional.ofNullable(byUrn.get(urn));
    }
}
