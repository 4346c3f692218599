package dev.spillway.loss;

import java.util.List;

/**
 * What one run did to accepted events, and with their readers.
 *
 * @param longestUnreadSeconds age of the oldest event that ever waited in a log
 */
record ReaderRun(
        double expiredEvents,
        double unreachableEvents,
        double waitingAtEnd,
        double handoverEvents,
        double shutdownEvents,
        double peakEvents,
        double longestUnreadSeconds,
        int mostPods,
        List<LossForecast.ScalingStep> scaling) {
    static ReaderRun of(Readers readers) {
        return new ReaderRun(
                readers.expiredEvents(),
                readers.unreachableEvents(),
                readers.waitingEvents(),
                readers.handoverEvents(),
                readers.shutdownEvents(),
                readers.peakEvents(),
                readers.longestUnreadSeconds(),
                readers.pods().mostPods(),
                List.copyOf(readers.pods().steps()));
    }
}
