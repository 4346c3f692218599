package dev.spillway.loss;

import dev.spillway.facts.RetryDefaults;
import java.util.Arrays;
import java.util.Optional;

/** The retry settings of an Azure SDK client; one send makes one try and {@code maxRetries} further ones. */
public record RetryPolicy(
        int maxRetries, double delaySeconds, double maxDelaySeconds, double tryTimeoutSeconds, Mode mode) {
    /** What both Azure SDKs use when nothing is set (EventHubsRetryOptions, AmqpRetryOptions). */
    public static final RetryPolicy LIBRARY_DEFAULT = new RetryPolicy(
            RetryDefaults.MAX_RETRIES,
            RetryDefaults.DELAY_SECONDS,
            RetryDefaults.MAX_DELAY_SECONDS,
            RetryDefaults.TRY_TIMEOUT_SECONDS,
            Mode.EXPONENTIAL);

    public RetryPolicy {
        Require.atLeast(0, "maxRetries", maxRetries);
        Require.positive("delaySeconds", delaySeconds);
        Require.positive("maxDelaySeconds", maxDelaySeconds);
        Require.positive("tryTimeoutSeconds", tryTimeoutSeconds);
    }

    /** How the delay grows from try to try. */
    public enum Mode {
        EXPONENTIAL("exponential"),
        FIXED("fixed");

        private final String key;

        Mode(String key) {
            this.key = key;
        }

        /** The name in scenarios. */
        public String key() {
            return key;
        }

        public static Optional<Mode> byKey(String key) {
            return Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }
}
