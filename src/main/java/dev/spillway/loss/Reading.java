package dev.spillway.loss;

/**
 * How long accepted events are kept, and who reads them.
 *
 * @param captureEnabled whether a copy outlives the retention
 * @param consumerGroupCount groups that share the egress equally; one of them is looked at
 */
public record Reading(double retentionSeconds, boolean captureEnabled, int consumerGroupCount, Consumers consumers) {
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double RETENTION_HOURS = 24;

    public Reading {
        Require.positiveOrEndless("retentionTimeInHours", retentionSeconds);
        Require.atLeast(1, "consumerGroupCount", consumerGroupCount);
    }

    /** One group, a day of retention, no Capture. */
    public static Reading by(Consumers consumers) {
        return new Reading(RETENTION_HOURS * SECONDS_PER_HOUR, false, 1, consumers);
    }

    /** The same retention with other readers. */
    public Reading readBy(Consumers others) {
        return new Reading(retentionSeconds, captureEnabled, consumerGroupCount, others);
    }

    /** The same readers with another retention. */
    public Reading keptFor(double retentionHours) {
        return new Reading(retentionHours * SECONDS_PER_HOUR, captureEnabled, consumerGroupCount, consumers);
    }

    public double retentionHours() {
        return retentionSeconds / SECONDS_PER_HOUR;
    }
}
