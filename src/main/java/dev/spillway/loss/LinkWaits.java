package dev.spillway.loss;

import java.util.random.RandomGenerator;

/** The waits of one send of the Azure SDK for Java, ready for being asked a million times. */
final class LinkWaits {
    private final int maxRetries;
    private final double tryTimeoutSeconds;
    private final boolean failsAtOnce;
    private final double[] inner;
    private final double[] outerShortest;
    private final double[] outerLongest;

    private LinkWaits(RetryPolicy policy, JavaRetrySchedule schedule) {
        this.maxRetries = policy.maxRetries();
        this.tryTimeoutSeconds = policy.tryTimeoutSeconds();
        this.failsAtOnce = schedule.failsAtOnce();
        this.inner = new double[maxRetries];
        this.outerShortest = new double[maxRetries];
        this.outerLongest = new double[maxRetries];
        for (int i = 0; i < maxRetries; i++) {
            inner[i] = schedule.innerWait(i + 1);
            outerShortest[i] = schedule.shortestOuterWait(i);
            outerLongest[i] = schedule.longestOuterWait(i);
        }
    }

    static LinkWaits of(RetryPolicy policy) {
        return new LinkWaits(policy, new JavaRetrySchedule(policy));
    }

    /** Tries after the first one. */
    int maxRetries() {
        return maxRetries;
    }

    double tryTimeoutSeconds() {
        return tryTimeoutSeconds;
    }

    /** After the first failed try nothing follows, since the client's own arithmetic throws. */
    boolean failsAtOnce() {
        return failsAtOnce;
    }

    /** The wait inside a try after so many refusals of the link in a row, at most {@link #maxRetries}. */
    double innerSeconds(int refusalsInARow) {
        return inner[refusalsInARow - 1];
    }

    /** The wait between two tries, drawn anew each time. */
    double outerSeconds(int failedTries, RandomGenerator random) {
        double shortest = outerShortest[failedTries - 1];
        double longest = outerLongest[failedTries - 1];
        return shortest + (longest - shortest) * random.nextDouble();
    }
}
