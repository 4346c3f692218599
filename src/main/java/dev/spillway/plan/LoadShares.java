package dev.spillway.plan;

import dev.spillway.model.HubReference;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import java.util.List;
import java.util.Optional;

/**
 * Who carries which part of the declared load. A namespace's load is the sum of its hubs' where any hub states one; what is
 * stated once for several producers is split over them by replicas x rate; a producer's own statement wins.
 */
final class LoadShares {
    private final StackSpec stack;

    LoadShares(StackSpec stack) {
        this.stack = stack;
    }

    /** The load that the namespace has to admit; empty where none is declared. */
    Optional<LoadProfile> ofNamespace(NamespaceSpec namespace) {
        List<LoadProfile> producers = producersOf(namespace).stream()
                .map(this::ofProducer)
                .flatMap(Optional::stream)
                .toList();
        return producers.isEmpty() ? stated(namespace) : producers.stream().reduce(LoadProfile::plus);
    }

    /** The load of one hub, for sizing its partitions. */
    Optional<LoadProfile> ofHub(NamespaceSpec namespace, HubSpec hub) {
        Optional<LoadProfile> producers = producersOf(namespace).stream()
                .filter(producer -> producer.hub().hub().equals(hub.name()))
                .map(this::ofProducer)
                .flatMap(Optional::stream)
                .reduce(LoadProfile::plus);
        return producers.or(hub::load).or(() -> stated(namespace));
    }

    /** The part of one producer. */
    Optional<LoadProfile> ofProducer(WorkloadSpec producer) {
        if (producer.load().isPresent()) {
            return producer.load();
        }
        HubReference reference = producer.hub();
        NamespaceSpec namespace = namespace(reference.namespace());
        Optional<LoadProfile> hubLoad = hub(namespace, reference.hub()).load();
        List<WorkloadSpec> sharers = hubLoad.isPresent()
                ? producersOf(namespace).stream()
                        .filter(other -> other.hub().equals(reference))
                        .toList()
                : producersOf(namespace);
        double share = weight(producer)
                / sharers.stream().mapToDouble(LoadShares::weight).sum();
        return hubLoad.or(() -> stated(namespace)).map(load -> load.times(share));
    }

    private Optional<LoadProfile> stated(NamespaceSpec namespace) {
        Optional<LoadProfile> hubs = namespace.hubs().stream()
                .map(HubSpec::load)
                .flatMap(Optional::stream)
                .reduce(LoadProfile::plus);
        return hubs.or(namespace::load).or(stack::load);
    }

    private List<WorkloadSpec> producersOf(NamespaceSpec namespace) {
        return stack.workloads().stream()
                .filter(workload -> workload.role() == Role.PRODUCER)
                .filter(workload -> workload.hub().namespace().equals(namespace.name()))
                .toList();
    }

    private NamespaceSpec namespace(String name) {
        return stack.namespaces().stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HubSpec hub(NamespaceSpec namespace, String name) {
        return namespace.hubs().stream()
                .filter(hub -> hub.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double weight(WorkloadSpec producer) {
        return producer.minReplicas().orElse(1) * producer.perReplica().perSecond();
    }
}
