package dev.spillway.loss;

/** STUB: retry settings. */
public record RetryPolicy(
        int maxRetries, double delaySeconds, double maxDelaySeconds, double tryTimeoutSeconds, Mode mode) {
    public static final RetryPolicy LIBRARY_DEFAULT = new RetryPolicy(3, 0.8, 60, 60, Mode.EXPONENTIAL);

    /** How the delay grows. */
    public enum Mode {
        EXPONENTIAL,
        FIXED
    }
}
