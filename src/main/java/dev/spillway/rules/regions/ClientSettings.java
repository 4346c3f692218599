package dev.spillway.rules.regions;

import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.InputPath;
import dev.spillway.view.PairView;
import dev.spillway.view.PodView;
import dev.spillway.view.ResourceView;
import dev.spillway.view.Subject;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a workload or ConfigMap tells clients.
 *
 * @param texts values that name an Event Hubs host, and values that are not known and may
 * @param pairs of the stack, where there are any
 */
public record ClientSettings(ResourceView resource, List<Fact<String>> texts, List<PairView> pairs) implements Subject {
    private static final String HOST = ".servicebus.windows.net";

    public ClientSettings {
        texts = List.copyOf(texts);
        pairs = List.copyOf(pairs);
    }

    static List<ClientSettings> in(EventTopology topology) {
        List<PairView> pairs = topology.regions().pairs();
        if (pairs.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        topology.configMaps().stream().map(map -> new ClientSettings(map, data(map, pairs), pairs)),
                        topology.workloads().stream()
                                .map(WorkloadView::resource)
                                .map(workload -> new ClientSettings(workload, environment(workload, pairs), pairs)))
                .filter(settings -> !settings.texts().isEmpty())
                .sorted(Comparator.comparing(ClientSettings::urn))
                .toList();
    }

    private static List<Fact<String>> data(ResourceView map, List<PairView> pairs) {
        if (map.node("data").isUnknown()) {
            return Stream.of(map.text("data"))
                    .filter(text -> names(text, map, pairs))
                    .toList();
        }
        return map.node("data").whenKnown().stream()
                .flatMap(data -> data.properties().stream())
                .map(entry -> map.text(InputPath.child("data", entry.getKey())))
                .filter(text -> names(text, map, pairs))
                .toList();
    }

    private static List<Fact<String>> environment(ResourceView workload, List<PairView> pairs) {
        List<Fact<String>> texts = new ArrayList<>();
        PodView pods = new PodView(workload);
        if (pods.containers().isUnknown()) {
            texts.add(workload.text(pods.path("containers")));
        }
        for (PodView.Container container : pods.containers().whenKnown().orElse(List.of())) {
            int size =
                    container.node("env").map(list -> list.size()).whenKnown().orElse(0);
            for (int at = 0; at < size; at++) {
                texts.add(workload.text(container.path("env." + at + ".value")));
            }
        }
        return texts.stream().filter(text -> names(text, workload, pairs)).toList();
    }

    /** A value that is not known counts where it may come from a pair or its namespaces. */
    private static boolean names(Fact<String> text, ResourceView holder, List<PairView> pairs) {
        return text.isUnknown()
                ? comesFrom(holder, pairs)
                : text.whenKnown().orElse("").contains(HOST);
    }

    private static boolean comesFrom(ResourceView holder, List<PairView> pairs) {
        return holder.dependencies().isEmpty()
                || pairs.stream()
                        .anyMatch(pair -> Stream.of(pair.primary(), pair.partner())
                                .anyMatch(side -> side.whenKnown()
                                        .filter(namespace ->
                                                holder.dependencies().contains(namespace.urn()))
                                        .isPresent()));
    }
}
