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
 * @param hosts of the pairs of the stack
 */
public record ClientSettings(ResourceView resource, List<Fact<String>> texts, PairedHosts hosts) implements Subject {
    public ClientSettings {
        texts = List.copyOf(texts);
    }

    static List<ClientSettings> in(EventTopology topology) {
        List<PairView> pairs = topology.regions().pairs();
        if (pairs.isEmpty()) {
            return List.of();
        }
        var hosts = new PairedHosts(pairs);
        return Stream.concat(
                        topology.configMaps().stream().map(map -> new ClientSettings(map, data(map, hosts), hosts)),
                        topology.workloads().stream()
                                .map(WorkloadView::resource)
                                .map(workload -> new ClientSettings(workload, environment(workload, hosts), hosts)))
                .filter(settings -> !settings.texts().isEmpty())
                .sorted(Comparator.comparing(ClientSettings::urn))
                .toList();
    }

    private static List<Fact<String>> data(ResourceView map, PairedHosts hosts) {
        if (map.node("data").isUnknown()) {
            return Stream.of(map.text("data"))
                    .filter(text -> names(text, map, hosts))
                    .toList();
        }
        return map.node("data").whenKnown().stream()
                .flatMap(data -> data.properties().stream())
                .map(entry -> map.text(InputPath.child("data", entry.getKey())))
                .filter(text -> names(text, map, hosts))
                .toList();
    }

    private static List<Fact<String>> environment(ResourceView workload, PairedHosts hosts) {
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
        return texts.stream().filter(text -> names(text, workload, hosts)).toList();
    }

    /** A value that is not known counts where it may come from a pair or its namespaces. */
    private static boolean names(Fact<String> text, ResourceView holder, PairedHosts hosts) {
        return text.isUnknown()
                ? holder.dependencies().isEmpty() || hosts.areAmong(holder.dependencies())
                : text.whenKnown().orElse("").contains(PairedHosts.DOMAIN);
    }
}
