package dev.spillway.loss;

/** How long the accepted events of one sender had waited at the broker's door. */
final class DoorWaits {
    /** A shorter wait does not count as throttled. */
    private static final double NOTICED_SECONDS = 0.001;

    private double throttledEvents;
    private double longestSeconds;

    void note(double events, double firstWaitSeconds, double lastWaitSeconds) {
        double longest = Math.max(firstWaitSeconds, lastWaitSeconds);
        if (longest > NOTICED_SECONDS) {
            throttledEvents +=
                    events * (1 - DelayDistribution.shareUpTo(NOTICED_SECONDS, firstWaitSeconds, lastWaitSeconds));
        }
        longestSeconds = Math.max(longestSeconds, longest);
    }

    double throttledEvents() {
        return throttledEvents;
    }

    double longestSeconds() {
        return longestSeconds;
    }
}
