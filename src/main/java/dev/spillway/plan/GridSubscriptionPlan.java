package dev.spillway.plan;

import dev.spillway.model.GridSubscriptionSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * A subscription as it will be declared.
 *
 * @param deadLetterContainer the container for what cannot be delivered; empty where that is dropped
 */
public record GridSubscriptionPlan(
        GridSubscriptionSpec spec,
        Planned<Integer> maxDeliveryAttempts,
        Planned<Duration> timeToLive,
        Optional<String> deadLetterContainer) {
    public String name() {
        return spec.name();
    }
}
