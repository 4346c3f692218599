package dev.spillway.plan;

import dev.spillway.loss.RetryPolicy;
import java.util.Locale;

/**
 * What a client is told about retrying.
 *
 * @param mode {@code exponential} or {@code fixed}
 */
public record RetrySettings(
        String mode, int maxRetries, double delaySeconds, double maxDelaySeconds, double tryTimeoutSeconds) {
    static RetrySettings of(RetryPolicy policy) {
        return new RetrySettings(
                policy.mode().name().toLowerCase(Locale.ROOT),
                policy.maxRetries(),
                policy.delaySeconds(),
                policy.maxDelaySeconds(),
                policy.tryTimeoutSeconds());
    }
}
