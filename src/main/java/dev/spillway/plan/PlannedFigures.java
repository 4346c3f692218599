package dev.spillway.plan;

import dev.spillway.loss.Admission;
import dev.spillway.loss.Behavior;
import dev.spillway.loss.Behavior.Policy;
import dev.spillway.loss.Behavior.Rules;
import dev.spillway.loss.Behavior.Select;
import dev.spillway.loss.Load;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Scaling;
import dev.spillway.loss.Scaling.CpuAutoscaling;
import dev.spillway.loss.Scaling.LagAutoscaling;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import dev.spillway.loss.Sending;
import dev.spillway.model.LoadProfile;
import dev.spillway.units.Seconds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the loss model needs to know of a plan. */
final class PlannedFigures {
    private PlannedFigures() {}

    /** The namespace with all its producers; empty where a producer has no declared load, for then nothing can be said. */
    static Optional<PipelineFigures> of(NamespacePlan namespace, List<WorkloadPlan> workloads) {
        List<WorkloadPlan> producers = workloads.stream()
                .filter(WorkloadPlan::sends)
                .filter(workload -> workload.spec().hub().namespace().equals(namespace.name()))
                .toList();
        Optional<Admission> admission = admission(namespace, producers);
        if (admission.isEmpty()
                || producers.isEmpty()
                || producers.stream().anyMatch(workload -> workload.share().isEmpty())) {
            return Optional.empty();
        }
        List<Sender> senders = producers.stream()
                .map(workload -> sender(workload, workload.share().orElseThrow()))
                .toList();
        PipelineFigures doors = PipelineFigures.of(senders, admission.get());
        return Optional.of(PlannedReading.of(namespace, producers, workloads)
                .map(doors::withReading)
                .orElse(doors));
    }

    /** What the namespace lets in; empty where no rate of its units is published or measured. */
    static Optional<Admission> admission(NamespacePlan namespace) {
        return admission(namespace, List.of());
    }

    private static Optional<Admission> admission(NamespacePlan namespace, List<WorkloadPlan> producers) {
        List<HubPlan> reached = namespace.hubs().stream()
                .filter(hub -> producers.isEmpty()
                        || producers.stream()
                                .anyMatch(
                                        producer -> producer.spec().hub().hub().equals(hub.name())))
                .toList();
        int partitions =
                reached.stream().mapToInt(hub -> hub.partitionCount().value()).sum();
        // The loss model knows one log; a share of it is meant where all senders send into one hub.
        OptionalDouble hot =
                reached.size() == 1 ? reached.get(0).options().hotPartitionShare() : OptionalDouble.empty();
        return admission(namespace, partitions)
                .map(even -> hot.isPresent() ? even.withHotPartition(hot.getAsDouble()) : even);
    }

    private static Optional<Admission> admission(NamespacePlan namespace, int partitions) {
        int units = namespace.throughputUnits().value();
        if (namespace.tier().isLarge()) {
            return namespace.options().ingressMegabytesPerSecondPerUnit().stream()
                    .mapToObj(rate -> Admission.large(namespace.tier(), units, rate, partitions))
                    .findFirst();
        }
        Admission fixed = Admission.standard(units, partitions);
        return Optional.of(
                namespace.autoInflate().value()
                        ? fixed.withAutoInflate(
                                namespace.maximumThroughputUnits().value(),
                                Seconds.of(namespace.inflateReaction().value()))
                        : fixed);
    }

    private static Sender sender(WorkloadPlan workload, LoadProfile share) {
        SenderPods pods = new SenderPods(
                workload.spec().perReplica().perSecond(),
                workload.spec().bufferedEvents().stream()
                        .asDoubleStream()
                        .findFirst()
                        .orElse(Double.POSITIVE_INFINITY),
                workload.spec().upstreamTimeout().map(Seconds::of).orElse(Double.POSITIVE_INFINITY),
                Seconds.of(workload.spec().podStart()),
                scaling(workload));
        return new Sender(
                workload.name(),
                curve(share),
                workload.window(),
                Double.POSITIVE_INFINITY,
                Optional.of(pods),
                sending(workload));
    }

    private static Sending sending(WorkloadPlan workload) {
        var client = workload.spec().client();
        return new Sending(
                Sending.Manner.CONCURRENT,
                client.linksPerNamespace(),
                client.eventsPerSend().orElse(1),
                Sending.STANDARD.bucketDepthSeconds());
    }

    static Scaling scaling(WorkloadPlan workload) {
        if (workload.lag().isPresent()) {
            return new LagAutoscaling(
                    workload.minReplicas().value(),
                    workload.maxReplicas().value(),
                    workload.lag().get().thresholdEvents().value(),
                    LagAutoscaling.KUBERNETES_TOLERANCE,
                    behavior(workload.behavior().value()));
        }
        return CpuAutoscaling.of(
                        workload.minReplicas().value(),
                        workload.maxReplicas().value(),
                        workload.cpuTargetPercent().value())
                .withBehavior(behavior(workload.behavior().value()));
    }

    private static Behavior behavior(ScalingBehavior planned) {
        return new Behavior(
                new Rules(
                        planned.upWindowSeconds(),
                        Select.MAX,
                        List.of(
                                new Policy(Policy.Kind.PERCENT, planned.upPercent(), planned.upPeriodSeconds()),
                                new Policy(Policy.Kind.PODS, planned.upPods(), planned.upPeriodSeconds()))),
                new Rules(
                        planned.downWindowSeconds(),
                        Select.MAX,
                        List.of(new Policy(Policy.Kind.PODS, planned.downPods(), planned.downPeriodSeconds()))));
    }

    static Load curve(LoadProfile load) {
        return Load.burst(
                load.baseline().perSecond(),
                load.peak().perSecond(),
                Seconds.of(load.ramp()),
                Seconds.of(load.peakHold()),
                Seconds.of(load.window()),
                (double) load.averageEvent().count());
    }
}
