package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.function.UnaryOperator;

/**
 * The pods that send, seen as one patient queue before the client.
 *
 * @param podEventsPerSecond what one pod can send, measured by its owner
 * @param bufferedEventsPerPod events that one pod holds before sending; infinity is unbounded
 * @param upstreamTimeoutSeconds how long the pod's own caller waits; infinity is endless
 * @param start from the decision to a ready pod
 */
public record SenderPods(
        double podEventsPerSecond,
        double bufferedEventsPerPod,
        double upstreamTimeoutSeconds,
        PodStart start,
        Scaling scaling) {
    public SenderPods {
        Require.positive("podEventsPerSecond", podEventsPerSecond);
        Require.zeroOrMoreOrEndless("bufferedEventsPerPod", bufferedEventsPerPod);
        Require.zeroOrMoreOrEndless("upstreamTimeoutSeconds", upstreamTimeoutSeconds);
        if (scaling instanceof Scaling.LagAutoscaling) {
            throw new InvalidValue("metric of a sender", "externalLag", "cpuUtilization: only consumers have a lag");
        }
    }

    /** Pods that always find a slot on a node. */
    public SenderPods(
            double podEventsPerSecond,
            double bufferedEventsPerPod,
            double upstreamTimeoutSeconds,
            double podStartSeconds,
            Scaling scaling) {
        this(
                podEventsPerSecond,
                bufferedEventsPerPod,
                upstreamTimeoutSeconds,
                PodStart.after(podStartSeconds),
                scaling);
    }

    SenderPods withStart(UnaryOperator<PodStart> change) {
        return new SenderPods(
                podEventsPerSecond, bufferedEventsPerPod, upstreamTimeoutSeconds, change.apply(start), scaling);
    }

    /** The same pods in another number. */
    public SenderPods withScaling(Scaling other) {
        return new SenderPods(podEventsPerSecond, bufferedEventsPerPod, upstreamTimeoutSeconds, start, other);
    }

    /** The same pods, each sending at most that many events per second. */
    public SenderPods sendingAtMost(double eventsPerSecond) {
        return new SenderPods(eventsPerSecond, bufferedEventsPerPod, upstreamTimeoutSeconds, start, scaling);
    }

    /** The same pods, each with room for that many events. */
    public SenderPods withBuffer(double eventsPerPod) {
        return new SenderPods(podEventsPerSecond, eventsPerPod, upstreamTimeoutSeconds, start, scaling);
    }

    /** The same pods with a queue that never turns anything away. */
    SenderPods withEndlessQueue() {
        return new SenderPods(podEventsPerSecond, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, start, scaling);
    }
}
