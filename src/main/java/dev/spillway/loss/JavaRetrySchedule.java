package dev.spillway.loss;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The waits of the Azure SDK for Java when the broker answers "server busy", as read in its source: an outer level
 * ({@code RetryUtil}) around an inner one ({@code ReactorSender}, one counter for each link).
 */
final class JavaRetrySchedule {
    /** Both levels add this to the delay when the server is busy ({@code AmqpRetryPolicy.SERVER_BUSY_WAIT_TIME}). */
    private static final double SERVER_BUSY_WAIT_SECONDS = 4;
    /** {@code RetryUtil} spreads its waits by this share to either side. */
    private static final double JITTER = 0.08;

    private final RetryPolicy policy;
    private final double busyDelaySeconds;

    JavaRetrySchedule(RetryPolicy policy) {
        this.policy = policy;
        this.busyDelaySeconds = policy.delaySeconds() + SERVER_BUSY_WAIT_SECONDS;
    }

    static RetrySchedule of(RetryPolicy policy) {
        return new JavaRetrySchedule(policy).schedule();
    }

    private RetrySchedule schedule() {
        double tries = (policy.maxRetries() + 1) * policy.tryTimeoutSeconds();
        double inner = innerSeconds();
        if (failsAtOnce()) {
            return new RetrySchedule(0, inner, tries);
        }
        double shortest = outer(this::shortestOuterWait);
        double longest = outer(this::longestOuterWait);
        return new RetrySchedule(shortest, (shortest + longest) / 2 + inner, longest + tries);
    }

    /** The outer level refuses a first wait that is longer than the longest allowed one. */
    boolean failsAtOnce() {
        return busyDelaySeconds > policy.maxDelaySeconds();
    }

    private double outer(IntToDoubleFunction wait) {
        return IntStream.range(0, policy.maxRetries()).mapToDouble(wait).sum();
    }

    /** The wait after the first try has index 0. */
    double shortestOuterWait(int index) {
        double wait = outerWait(index);
        return wait + shortestJitter(wait);
    }

    double longestOuterWait(int index) {
        double wait = outerWait(index);
        return wait + longestJitter(wait);
    }

    private double outerWait(int index) {
        return Math.min(policy.maxDelaySeconds(), busyDelaySeconds * Math.pow(2, index));
    }

    private double shortestJitter(double wait) {
        return Math.max(busyDelaySeconds - wait, -JITTER * wait);
    }

    private double longestJitter(double wait) {
        return Math.min(policy.maxDelaySeconds() - wait, JITTER * wait);
    }

    /** The inner waits of all tries of the first send on a link. */
    private double innerSeconds() {
        double total = 0;
        int refusals = 0;
        for (int attempt = 0; attempt <= policy.maxRetries(); attempt++) {
            double used = 0;
            while (++refusals <= policy.maxRetries() && used + innerWait(refusals) < policy.tryTimeoutSeconds()) {
                used += innerWait(refusals);
            }
            total += used;
        }
        return total;
    }

    /** The wait inside a try after so many refusals of the link in a row. */
    double innerWait(int refusals) {
        double growth = policy.mode() == RetryPolicy.Mode.FIXED ? 0 : Math.pow(retryFactor(), refusals);
        return Math.min(policy.maxDelaySeconds(), busyDelaySeconds + growth);
    }

    private double retryFactor() {
        double wholeSeconds = Math.floor(policy.maxDelaySeconds() - policy.delaySeconds());
        return wholeSeconds <= 0 ? 0 : Math.log(wholeSeconds) / Math.log(policy.maxRetries());
    }
}
