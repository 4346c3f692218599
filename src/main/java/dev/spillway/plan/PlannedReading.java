package dev.spillway.plan;

import dev.spillway.loss.Consumers;
import dev.spillway.loss.PodStart;
import dev.spillway.loss.Reading;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.units.Seconds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the loss model needs to know of who reads. It follows one group through one hub: the slowest one, where the producers
 * send into a single hub; else readers are taken to be ample.
 */
final class PlannedReading {
    private PlannedReading() {}

    static Optional<Reading> of(NamespacePlan namespace, List<WorkloadPlan> producers, List<WorkloadPlan> workloads) {
        var hubs = producers.stream()
                .map(producer -> producer.spec().hub())
                .distinct()
                .toList();
        if (hubs.size() != 1) {
            return Optional.empty();
        }
        return workloads.stream()
                .filter(workload -> workload.spec().role() == WorkloadSpec.Role.CONSUMER
                        && workload.spec().hub().equals(hubs.get(0)))
                .min(Comparator.comparingDouble(PlannedReading::fastest))
                .flatMap(reader -> namespace.hubs().stream()
                        .filter(hub -> hub.name().equals(hubs.get(0).hub()) && !hub.isCompacted())
                        .findFirst()
                        .map(hub -> reading(hub, reader)));
    }

    private static double fastest(WorkloadPlan reader) {
        return reader.spec().perReplica().perSecond() * reader.maxReplicas().value();
    }

    private static Reading reading(HubPlan hub, WorkloadPlan reader) {
        var consumers = new Consumers(
                reader.spec().perReplica().perSecond(),
                Double.POSITIVE_INFINITY,
                PodStart.after(Seconds.of(reader.spec().podStart())),
                PlannedFigures.scaling(reader),
                Consumers.Balancing.STANDARD,
                Consumers.Checkpoints.STANDARD);
        int groups = Math.max(1, hub.consumerGroups().size());
        return new Reading(Seconds.of(hub.retention().value()), hub.capture().isPresent(), groups, consumers);
    }
}
