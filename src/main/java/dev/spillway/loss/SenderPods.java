package dev.spillway.loss;

/** STUB: the pods that send. */
public record SenderPods(
        double podEventsPerSecond,
        double bufferedEventsPerPod,
        double upstreamTimeoutSeconds,
        double podStartSeconds,
        Scaling scaling) {}
