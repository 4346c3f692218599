package dev.spillway.forecast;

import dev.spillway.loss.Load;
import dev.spillway.loss.Scaling;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import dev.spillway.loss.Sending;
import dev.spillway.view.DeclaredLoad;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.ScalerView;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of one producer. */
final class SenderFigures {
    private static final double UNBOUNDED = Double.POSITIVE_INFINITY;
    /** Assumed where it is not declared: scheduling, image and readiness with a free slot on a node. */
    private static final double POD_START_SECONDS = 30;

    private SenderFigures() {}

    /** What has to be known before {@link #of} can answer. */
    static List<Gap> gaps(WorkloadView producer) {
        List<Gap> gaps = new ArrayList<>(Gap.in(
                producer,
                producer.load(),
                producer.eventsPerSecond(),
                RetryWindows.of(producer),
                producer.bufferedEvents().orDefault(UNBOUNDED),
                producer.upstreamTimeoutSeconds().orDefault(UNBOUNDED),
                producer.podStartSeconds().orDefault(POD_START_SECONDS)));
        gaps.addAll(Gap.in(producer.replicasDecidedBy(), producer.minimumReplicas(), producer.maximumReplicas()));
        producer.scaler()
                .whenKnown()
                .ifPresent(scaler -> gaps.addAll(Gap.in(scaler, cpuTarget(scaler), ScalingBehaviors.of(scaler))));
        return List.copyOf(gaps);
    }

    static Sender of(WorkloadView producer) {
        return new Sender(
                producer.name(),
                load(producer.load().value()),
                RetryWindows.of(producer).value(),
                UNBOUNDED,
                Optional.of(pods(producer)),
                sending(producer));
    }

    private static Sending sending(WorkloadView producer) {
        return producer.client()
                .whenKnown()
                .map(client -> new Sending(
                        Sending.Manner.CONCURRENT,
                        client.linksPerNamespace(),
                        client.eventsPerSend().orElse(1),
                        Sending.STANDARD.bucketDepthSeconds()))
                .orElse(Sending.STANDARD);
    }

    private static Load load(DeclaredLoad load) {
        return Load.burst(
                load.baselineEventsPerSecond(),
                load.peakEventsPerSecond(),
                load.rampSeconds(),
                load.peakHoldSeconds(),
                load.windowSeconds(),
                load.averageEventBytes());
    }

    private static SenderPods pods(WorkloadView producer) {
        return new SenderPods(
                producer.eventsPerSecond().value(),
                producer.bufferedEvents().orDefault(UNBOUNDED).value(),
                producer.upstreamTimeoutSeconds().orDefault(UNBOUNDED).value(),
                producer.podStartSeconds().orDefault(POD_START_SECONDS).value(),
                scaling(producer));
    }

    private static Scaling scaling(WorkloadView producer) {
        int fewest = producer.minimumReplicas().value();
        int most = producer.maximumReplicas().value();
        return producer.scaler()
                .whenKnown()
                .<Scaling>map(scaler -> Scaling.CpuAutoscaling.of(
                                fewest, most, cpuTarget(scaler).value())
                        .withBehavior(ScalingBehaviors.of(scaler).value()))
                .orElseGet(() -> new Scaling.Fixed(fewest));
    }

    private static Fact<Integer> cpuTarget(ScalerView scaler) {
        Fact<Integer> target = scaler.cpuTargetPercent();
        boolean sendsWithNobody =
                scaler.minimum().whenKnown().filter(fewest -> fewest < 1).isPresent();
        if (sendsWithNobody) {
            return Fact.unknown(
                    scaler.kind().minimumPath(),
                    "what no pod sends until one is started cannot be forecast, give 1 or more");
        }
        return target.isAbsent()
                ? Fact.unknown(target.path(), "only scaling on CPU utilisation can be forecast")
                : target;
    }
}
