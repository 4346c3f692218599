package dev.spillway.config;

import dev.spillway.model.HubReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The hubs that a file declares, as far as they could be read, and the load in force at each. */
final class HubDirectory {
    private final Map<HubReference, Entry> entries = new LinkedHashMap<>();
    private boolean whole;

    HubDirectory(Answer<Map<String, Answer<NamespaceSection>>> namespaces, EffectiveLoad ofStack) {
        whole = !namespaces.isWrong();
        namespaces
                .held()
                .ifPresent(held -> held.forEach((name, answer) -> {
                    whole &= !answer.isWrong();
                    answer.held().ifPresent(namespace -> add(name, namespace, namespace.load(ofStack)));
                }));
    }

    private void add(String name, NamespaceSection namespace, EffectiveLoad load) {
        whole &= !namespace.hubs().isWrong();
        namespace
                .hubs()
                .held()
                .ifPresent(hubs -> hubs.forEach((hub, answer) -> {
                    var held = answer.held();
                    var loadOfHub = held.map(section -> section.load(load)).orElse(EffectiveLoad.UNREADABLE);
                    entries.put(new HubReference(name, hub), new Entry(held, loadOfHub));
                }));
    }

    /** Whether the hub is certainly not declared; while a part of {@code eventHubs} is unreadable, no hub is. */
    boolean lacks(HubReference reference) {
        return whole && !entries.containsKey(reference);
    }

    Optional<HubSection> find(HubReference reference) {
        return Optional.ofNullable(entries.get(reference)).flatMap(Entry::section);
    }

    Optional<EffectiveLoad> loadOf(HubReference reference) {
        return Optional.ofNullable(entries.get(reference)).map(Entry::load);
    }

    /** What a workload could name instead. */
    String right() {
        var names = entries.keySet().stream().map(HubReference::toString).toList();
        return names.isEmpty() ? "a hub that is declared there" : Listing.or(names);
    }

    void checkLoads() {
        entries.values().forEach(entry -> entry.load.check());
    }

    /** A hub, empty when it could not be read. */
    private record Entry(Optional<HubSection> section, EffectiveLoad load) {}
}
