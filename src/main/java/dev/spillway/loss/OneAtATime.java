package dev.spillway.loss;

import java.util.Optional;

/**
 * The pace of a sender that waits for each send: after a refusal it sleeps for the client's first wait, in which the bucket
 * fills to its depth and no further, and then its backlog empties the bucket at once.
 */
record OneAtATime(double firstWaitSeconds, double bucketDepthSeconds) {
    /** Absent where many sends are under way at once, or where the client's first wait is not known. */
    static Optional<OneAtATime> of(Sender sender) {
        return sender.sending().manner() == Sending.Manner.CONCURRENT
                ? Optional.empty()
                : sender.window()
                        .firstWaitSeconds()
                        .map(wait -> new OneAtATime(wait, sender.sending().bucketDepthSeconds()));
    }

    /** What gets through while the broker refuses some of it, in events per second. */
    double throttledEventsPerSecond(double capacityEventsPerSecond, int links) {
        return Math.min(
                capacityEventsPerSecond, links * capacityEventsPerSecond * bucketDepthSeconds / firstWaitSeconds);
    }
}
