package dev.spillway.loss;

import java.util.stream.IntStream;

/** The waits of the Azure SDK for .NET when the broker answers "server busy", as read in {@code BasicRetryPolicy}. */
final class DotNetRetrySchedule {
    private static final double SHORTEST_BUSY_WAIT_SECONDS = 4;
    private static final double LONGEST_BUSY_WAIT_SECONDS = 8;

    private DotNetRetrySchedule() {}

    static RetrySchedule of(RetryPolicy policy) {
        double tries = (policy.maxRetries() + 1) * policy.tryTimeoutSeconds();
        return new RetrySchedule(
                waits(policy, SHORTEST_BUSY_WAIT_SECONDS),
                waits(policy, (SHORTEST_BUSY_WAIT_SECONDS + LONGEST_BUSY_WAIT_SECONDS) / 2),
                waits(policy, LONGEST_BUSY_WAIT_SECONDS) + tries);
    }

    /** The mean wait after the first refusal. */
    static double firstWaitSeconds(RetryPolicy policy) {
        return wait(policy, 1, (SHORTEST_BUSY_WAIT_SECONDS + LONGEST_BUSY_WAIT_SECONDS) / 2);
    }

    private static double waits(RetryPolicy policy, double busyWaitSeconds) {
        return IntStream.rangeClosed(1, policy.maxRetries())
                .mapToDouble(attempt -> wait(policy, attempt, busyWaitSeconds))
                .sum();
    }

    private static double wait(RetryPolicy policy, int attempt, double busyWaitSeconds) {
        return Math.min(policy.maxDelaySeconds(), policy.delaySeconds() * growth(policy, attempt) + busyWaitSeconds);
    }

    private static double growth(RetryPolicy policy, int attempt) {
        return policy.mode() == RetryPolicy.Mode.FIXED ? 1 : Math.pow(2, attempt);
    }
}
