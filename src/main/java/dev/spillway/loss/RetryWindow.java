package dev.spillway.loss;

import dev.spillway.facts.ClientLibrary;

/** STUB: how long a client goes on sending. */
public record RetryWindow(
        ClientLibrary library, double guaranteedSeconds, double nominalSeconds, double longestSeconds) {
    private static final double SERVER_BUSY_SECONDS = 4;

    public static RetryWindow of(ClientLibrary library, RetryPolicy policy) {
        double seconds = 0;
        for (int i = 1; i <= policy.maxRetries(); i++) {
            seconds += Math.min(policy.maxDelaySeconds(), policy.delaySeconds() * Math.pow(2, i) + SERVER_BUSY_SECONDS);
        }
        return new RetryWindow(library, seconds, seconds, seconds);
    }

    public static RetryWindow custom(double seconds) {
        return new RetryWindow(ClientLibrary.CUSTOM, seconds, seconds, seconds);
    }
}
