package dev.spillway.rules.workload;

import dev.spillway.facts.ThroughputUnits;
import dev.spillway.facts.Tier;
import dev.spillway.rule.Figures;
import dev.spillway.view.Demand;
import dev.spillway.view.EventTopology;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.Role;
import dev.spillway.view.WorkloadView;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far a workload can usefully scale: as far as the units of its namespace admit what it sends, or as the partitions of its hub
 * give its readers work.
 *
 * @param why what caps it, as a sentence about so many replicas
 */
record Room(int replicas, String why) {
    /** A fifth more than the declared peak, as CX-003 asks for. */
    private static final double HEADROOM = 1.2;

    /** The cap of a workload below so many replicas; empty where there is none, or none is known. */
    static Optional<Room> below(int wanted, WorkloadView workload, EventTopology topology) {
        Optional<Room> room = workload.is(Role.PRODUCER)
                ? workload.namespace().whenKnown().flatMap(namespace -> admitted(wanted, workload, namespace, topology))
                : workload.is(Role.CONSUMER) ? partitions(workload) : Optional.empty();
        return room.filter(cap -> cap.replicas() < wanted);
    }

    private static Optional<Room> admitted(
            int wanted, WorkloadView producer, NamespaceView namespace, EventTopology topology) {
        boolean isCounted = namespace
                .tier()
                .whenKnown()
                .filter(tier -> tier == Tier.BASIC || tier == Tier.STANDARD)
                .isPresent();
        Optional<Integer> most = producer.maximumReplicas().whenKnown();
        Optional<Double> events = producer.eventsPerSecond().whenKnown();
        Optional<Double> bytes = producer.bytesPerSecond().whenKnown();
        Optional<Integer> units = namespace.reachableUnits().whenKnown();
        if (!isCounted || most.isEmpty() || events.isEmpty() || bytes.isEmpty() || units.isEmpty()) {
            return Optional.empty();
        }
        Demand all = topology.demand(namespace);
        double otherEvents = all.eventsPerSecond() - most.get() * events.get();
        double otherBytes = all.bytesPerSecond() - most.get() * bytes.get();
        int replicas = IntStream.iterate(wanted, count -> count > 0, count -> count - 1)
                .filter(count -> ThroughputUnits.needed(
                                (otherEvents + count * events.get()) * HEADROOM,
                                (otherBytes + count * bytes.get()) * HEADROOM)
                        <= units.get())
                .findFirst()
                .orElse(0);
        return Optional.of(new Room(
                replicas,
                Figures.count(units.get(), "throughput unit") + " of " + namespace.name() + " admit "
                        + Figures.count(replicas, "replica") + " at most: CX-003 speaks"));
    }

    private static Optional<Room> partitions(WorkloadView consumer) {
        return consumer.hub()
                .then(hub -> hub.partitionCount())
                .whenKnown()
                .map(count -> new Room(
                        count,
                        Figures.count(count, "partition") + " of "
                                + consumer.hub().value().name() + " have work for "
                                + Figures.count(count, "replica") + " at most: CX-001 speaks"));
    }
}
