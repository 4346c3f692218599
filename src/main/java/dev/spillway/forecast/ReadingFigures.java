package dev.spillway.forecast;

import dev.spillway.loss.Consumers;
import dev.spillway.loss.PodStart;
import dev.spillway.loss.Reading;
import dev.spillway.loss.Scaling;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;
import dev.spillway.view.Role;
import dev.spillway.view.ScalerView;
import dev.spillway.view.WorkloadView;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The figures of who reads what the producers send. The model follows one group through one hub, so of several readers the
 * slowest is taken; where it is not known how fast they read, there are no figures, and the forecast says that it takes them
 * to be ample.
 */
final class ReadingFigures {
    /** What a hub has that does not say. */
    private static final Duration RETENTION = Duration.ofHours(24);

    private static final double POD_START_SECONDS = 30;

    private ReadingFigures() {}

    static Optional<Reading> of(List<WorkloadView> producers, EventTopology topology) {
        List<HubView> hubs = producers.stream()
                .map(producer -> producer.hub().value())
                .distinct()
                .toList();
        if (hubs.size() != 1) {
            return Optional.empty();
        }
        HubView hub = hubs.get(0);
        List<WorkloadView> readers = topology.workloads(hub).stream()
                .filter(workload -> workload.is(Role.CONSUMER))
                .toList();
        boolean allAreKnown = !readers.isEmpty()
                && readers.stream().allMatch(reader -> consumers(reader).isPresent());
        return allAreKnown
                ? slowest(readers).flatMap(reader -> reading(hub, reader, groups(hub, topology)))
                : Optional.empty();
    }

    private static Optional<Reading> reading(HubView hub, WorkloadView reader, int groups) {
        Fact<Duration> retention = hub.retention().orDefault(RETENTION);
        Fact<Boolean> captured = hub.isCaptured();
        boolean keepsForATime =
                hub.isCompacted().whenKnown().filter(compacted -> !compacted).isPresent();
        if (!keepsForATime || !retention.isKnown() || !captured.isKnown()) {
            return Optional.empty();
        }
        return consumers(reader)
                .map(consumers ->
                        new Reading(retention.value().toSeconds(), captured.value(), Math.max(1, groups), consumers));
    }

    private static Optional<Consumers> consumers(WorkloadView reader) {
        Fact<Double> rate = reader.eventsPerSecond();
        Fact<Double> start = reader.podStartSeconds().orDefault(POD_START_SECONDS);
        if (!rate.isKnown() || rate.value() <= 0 || !start.isKnown() || start.value() < 0) {
            return Optional.empty();
        }
        return scaling(reader)
                .map(scaling -> new Consumers(
                        rate.value(),
                        Double.POSITIVE_INFINITY,
                        PodStart.after(start.value()),
                        scaling,
                        Consumers.Balancing.STANDARD,
                        Consumers.Checkpoints.STANDARD));
    }

    private static Optional<Scaling> scaling(WorkloadView reader) {
        Fact<Integer> fewest = reader.minimumReplicas();
        Fact<Integer> most = reader.maximumReplicas();
        boolean isPossible = fewest.isKnown() && most.isKnown() && most.value() >= Math.max(1, fewest.value());
        if (!isPossible || reader.scaler().isUnknown()) {
            return Optional.empty();
        }
        Optional<ScalerView> scaler = reader.scaler().whenKnown();
        if (scaler.isEmpty()) {
            return fewest.value() < 1 ? Optional.empty() : Optional.of(new Scaling.Fixed(fewest.value()));
        }
        return scaling(scaler.get(), fewest.value(), most.value());
    }

    private static Optional<Scaling> scaling(ScalerView scaler, int fewest, int most) {
        var behavior = ScalingBehaviors.of(scaler);
        Fact<Integer> cpu = scaler.cpuTargetPercent();
        Fact<Double> lag = scaler.unreadEventsPerPod();
        if (!behavior.isKnown()) {
            return Optional.empty();
        }
        if (lag.isKnown() && lag.value() > 0) {
            return Optional.of(new Scaling.LagAutoscaling(
                    fewest, most, lag.value(), Scaling.LagAutoscaling.KUBERNETES_TOLERANCE, behavior.value()));
        }
        return cpu.isKnown() && cpu.value() > 0 && fewest > 0
                ? Optional.of(
                        Scaling.CpuAutoscaling.of(fewest, most, cpu.value()).withBehavior(behavior.value()))
                : Optional.empty();
    }

    private static Optional<WorkloadView> slowest(List<WorkloadView> readers) {
        return readers.stream()
                .min(Comparator.comparingDouble(
                        reader -> reader.eventsPerSecond().value()
                                * reader.maximumReplicas().value()));
    }

    private static int groups(HubView hub, EventTopology topology) {
        return topology.consumerGroups(hub).size();
    }
}
