package dev.spillway.testsupport.amqp;

import java.util.function.LongSupplier;

/**
 * A capacity in events per second with room for the unused part of some seconds. Which rule the real service has is not
 * published: this one is ours.
 */
public final class TokenBucket implements Door {
    private static final double NANOS = 1e9;

    private final double eventsPerSecond;
    private final double depthSeconds;
    private final LongSupplier nanos;
    private double tokens;
    private long lastNanos;

    /** Full at the beginning; the time comes from a clock in nanoseconds. */
    public TokenBucket(double eventsPerSecond, double depthSeconds, LongSupplier nanos) {
        this.eventsPerSecond = eventsPerSecond;
        this.depthSeconds = depthSeconds;
        this.nanos = nanos;
        this.tokens = eventsPerSecond * depthSeconds;
        this.lastNanos = nanos.getAsLong();
    }

    @Override
    public boolean letsIn(int events) {
        long now = nanos.getAsLong();
        double filled = (now - lastNanos) / NANOS * eventsPerSecond;
        tokens = Math.min(eventsPerSecond * depthSeconds, tokens + filled);
        lastNanos = now;
        if (tokens < events) {
            return false;
        }
        tokens -= events;
        return true;
    }
}
