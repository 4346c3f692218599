package dev.spillway.kube;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what a control plane does in its own time. */
final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Await() {}

    /** Returns when the claim holds; fails after three minutes. */
    static void until(String claim, Claim condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + claim);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** What is waited for. */
    interface Claim {
        boolean holds();
    }
}
