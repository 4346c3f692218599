package dev.spillway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every declared resource of a stack, sorted by URN, each URN once. */
public final class ResourceGraph {
    private final List<ResourceView> resources;
    private final Map<String, ResourceView> byUrn;
    private final Map<ResourceKind, List<ResourceView>> byKind = new EnumMap<>(ResourceKind.class);
    private final Map<String, Wording> wordings = new HashMap<>();

    public ResourceGraph(List<ResourceView> resources) {
        List<ResourceView> sorted = new ArrayList<>(resources);
        sorted.sort(Comparator.comparing(ResourceView::urn));
        this.resources = List.copyOf(sorted);
        this.byUrn = sorted.stream().collect(Collectors.toUnmodifiableMap(ResourceView::urn, Function.identity()));
        Set<String> types = sorted.stream().map(ResourceView::type).collect(Collectors.toUnmodifiableSet());
        this.resources.forEach(resource -> file(resource, types));
    }

    private void file(ResourceView resource, Set<String> types) {
        ResourceKind.of(resource).ifPresent(kind -> file(kind, resource));
        for (Dialect dialect : OlderAzure.of(resource.type())) {
            Wording wording = dialect.translate(OlderAzure.withDoubts(resource, types));
            wordings.merge(resource.urn(), wording, Wording::and);
            if (dialect.fits(resource)) {
                file(dialect.kind(), wording.view());
            }
        }
    }

    private void file(ResourceKind kind, ResourceView resource) {
        byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(resource);
    }

    /** How a resource was declared that is not in the words of the rules; empty where it is. */
    public Optional<Wording> wording(String urn) {
        return Optional.ofNullable(wordings.get(urn));
    }

    /** Whether some resource is declared in other words than those of the rules. */
    public boolean hasOtherWords() {
        return !wordings.isEmpty();
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
