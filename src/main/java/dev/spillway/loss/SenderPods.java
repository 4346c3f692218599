package dev.spillway.loss;

/**
 * The pods that send, seen as one patient queue before the client.
 *
 * @param podEventsPerSecond what one pod can send, measured by its owner
 * @param bufferedEventsPerPod events that one pod holds before sending; infinity is unbounded
 * @param upstreamTimeoutSeconds how long the pod's own caller waits; infinity is endless
 * @param podStartSeconds from the decision to a ready pod, with a free slot on a node
 */
public record SenderPods(
        double podEventsPerSecond,
        double bufferedEventsPerPod,
        double upstreamTimeoutSeconds,
        double podStartSeconds,
        Scaling scaling) {
    public SenderPods {
        Require.positive("podEventsPerSecond", podEventsPerSecond);
        Require.zeroOrMoreOrEndless("bufferedEventsPerPod", bufferedEventsPerPod);
        Require.zeroOrMoreOrEndless("upstreamTimeoutSeconds", upstreamTimeoutSeconds);
        Require.zeroOrMore("podStartSeconds", podStartSeconds);
    }

    /** The same pods in another number. */
    public SenderPods withScaling(Scaling other) {
        return new SenderPods(podEventsPerSecond, bufferedEventsPerPod, upstreamTimeoutSeconds, podStartSeconds, other);
    }

    /** The same pods, each sending at most that many events per second. */
    public SenderPods sendingAtMost(double eventsPerSecond) {
        return new SenderPods(eventsPerSecond, bufferedEventsPerPod, upstreamTimeoutSeconds, podStartSeconds, scaling);
    }

    /** The same pods, each with room for that many events. */
    public SenderPods withBuffer(double eventsPerPod) {
        return new SenderPods(podEventsPerSecond, eventsPerPod, upstreamTimeoutSeconds, podStartSeconds, scaling);
    }

    /** The same pods with a queue that never turns anything away. */
    SenderPods withEndlessQueue() {
        return new SenderPods(
                podEventsPerSecond, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, podStartSeconds, scaling);
    }
}
