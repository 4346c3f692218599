package dev.spillway.testsupport.amqp;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The time of a run: real time, except that a machine which stands still does not count. Load and capacity both follow it, so
 * that a pause of the whole process makes neither of them larger. The clients' own waits are real.
 */
final class RunClock implements LongSupplier {
    /** A delay that the bucket makes good by itself. */
    private static final long LONGEST_TICK_NANOS = 250_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private long lastReal = System.nanoTime();
    private long stoodStill;

    /** To be called every few milliseconds by one thread. */
    void tick() {
        long real = System.nanoTime();
        long passed = real - lastReal;
        lastReal = real;
        long counted = Math.min(passed, LONGEST_TICK_NANOS);
        stoodStill += passed - counted;
        nanos.addAndGet(counted);
    }

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    long stoodStillNanos() {
        return stoodStill;
    }
}
