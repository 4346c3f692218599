package dev.spillway.plan;

import java.time.Duration;

/**
 * How readers scale on what waits to be read.
 *
 * @param thresholdEvents unread events that one pod is worth
 * @param fallbackReplicas pods while nobody can tell what waits
 * @param cooldown time before the last pods go
 */
public record LagPlan(
        Planned<Integer> thresholdEvents, Planned<Integer> fallbackReplicas, Planned<Duration> cooldown) {}
