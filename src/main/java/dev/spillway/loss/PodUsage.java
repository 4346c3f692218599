package dev.spillway.loss;

/** What the pods sent and could have sent, over time: the metric an autoscaler reads. */
final class PodUsage {
    private final RateHistory sent = new RateHistory();
    private final RateHistory capacity = new RateHistory();
    private double steadySinceSeconds;

    /** Notes both rates from now on, and answers whether one of them is another one. */
    boolean changesTo(double sentEventsPerSecond, double capacityEventsPerSecond, double nowSeconds) {
        boolean sentChanges = sent.changesTo(sentEventsPerSecond, nowSeconds);
        boolean capacityChanges = capacity.changesTo(capacityEventsPerSecond, nowSeconds);
        if (sentChanges || capacityChanges) {
            steadySinceSeconds = nowSeconds;
        }
        return sentChanges || capacityChanges;
    }

    /** Since when neither rate changed. */
    double steadySinceSeconds() {
        return steadySinceSeconds;
    }

    /** Sent volume as a share of the possible one. */
    double share(double fromSeconds, double toSeconds) {
        return sent.over(fromSeconds, toSeconds) / capacity.over(fromSeconds, toSeconds);
    }
}
