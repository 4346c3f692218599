package dev.spillway.loss;

import java.util.Optional;

/** STUB: one workload that sends. */
public record Sender(
        String name, Load load, RetryWindow window, double bufferedEventsLimit, Optional<SenderPods> pods) {}
