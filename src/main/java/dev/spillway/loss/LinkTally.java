package dev.spillway.loss;

/** What became of the sends of one sender, in events. */
final class LinkTally {
    /** A shorter wait does not count as throttled. */
    private static final double NOTICED_WAIT_SECONDS = 0.001;

    private double delivered;
    private double outlived;
    private double overflowed;
    private double waiting;
    private double throttled;
    private double duplicates;
    private double reportedLost;
    private double mostWaiting;
    private double longestWaitSeconds;

    void deliver(double events, double waitedSeconds) {
        delivered += events;
        throttled += waitedSeconds > NOTICED_WAIT_SECONDS ? events : 0;
        longestWaitSeconds = Math.max(longestWaitSeconds, waitedSeconds);
    }

    void deliverAgain(double events) {
        duplicates += events;
    }

    /** The client gave up; the broker may have stored the send all the same. */
    void giveUp(double events, boolean stored) {
        reportedLost += events;
        outlived += stored ? 0 : events;
    }

    void overflow(double events) {
        overflowed += events;
        reportedLost += events;
    }

    void wait(double events) {
        waiting += events;
        mostWaiting = Math.max(mostWaiting, waiting);
    }

    void waitNoMore(double events) {
        waiting -= events;
    }

    double delivered() {
        return delivered;
    }

    double outlived() {
        return outlived;
    }

    double overflowed() {
        return overflowed;
    }

    double lost() {
        return outlived + overflowed;
    }

    double waiting() {
        return Math.max(0, waiting);
    }

    double throttled() {
        return throttled;
    }

    double duplicates() {
        return duplicates;
    }

    double reportedLost() {
        return reportedLost;
    }

    double mostWaiting() {
        return mostWaiting;
    }

    double longestWaitSeconds() {
        return longestWaitSeconds;
    }
}
