package dev.spillway.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which Event Grid namespaces stand in for each other in two regions: those with topics of the same names. */
final class NamespaceTwins {
    private final RegionIndex<GridNamespaceView> places = new RegionIndex<>(GridNamespaceView::location);
    private final RegionIndex<GridNamespaceView> byTopics = new RegionIndex<>(GridNamespaceView::location);
    private final Map<String, Set<String>> names = new HashMap<>();
    private final List<Gap> strays;

    NamespaceTwins(List<GridNamespaceView> namespaces, List<NamespaceTopicView> topics) {
        topics.forEach(this::file);
        namespaces.forEach(namespace -> {
            places.file(namespace, Set.of());
            byTopics.file(namespace, names(namespace));
        });
        this.strays = topics.stream()
                .flatMap(topic -> Stream.of(topic.namespace(), topic.azureName())
                        .filter(Fact::isUnknown)
                        .flatMap(fact -> Gap.in(topic, fact).stream()))
                .toList();
    }

    Search of(GridNamespaceView namespace) {
        Search sure = byTopics.withAll(namespace, names(namespace));
        boolean mayHaveOne =
                !strays.isEmpty() && !places.withAll(namespace, Set.of()).isMissing();
        return mayHaveOne ? sure.or(Search.unknown(strays)) : sure;
    }

    private void file(NamespaceTopicView topic) {
        Optional<GridNamespaceView> namespace = topic.namespace().whenKnown();
        Optional<String> name = topic.azureName().whenKnown();
        if (namespace.isPresent() && name.isPresent()) {
            names.computeIfAbsent(namespace.get().urn(), urn -> new HashSet<>()).add(name.get());
        }
    }

    private Set<String> names(GridNamespaceView namespace) {
        return names.getOrDefault(namespace.urn(), Set.of());
    }
}
