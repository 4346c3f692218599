package dev.spillway.plan;

import java.time.Duration;

/**
 * An alert as it will be declared.
 *
 * @param name unique in the stack
 * @param subject who it is about, in the user's words: {@code hub orders/orders}
 * @param reason from what its threshold was computed
 */
public record AlertPlan(
        String name,
        AlertKind kind,
        MonitoredResource scope,
        String subject,
        AlertSignal signal,
        Duration window,
        Duration frequency,
        String reason) {}
