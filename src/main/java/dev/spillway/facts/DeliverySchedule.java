package dev.spillway.facts;

/**
 * When Event Grid tries to deliver again what an endpoint did not take, and how patient its dead-letter writing is.
 *
 * <p>Source: https://learn.microsoft.com/azure/event-grid/delivery-and-retry, read on 2026-11-20. The page names the waits; that each
 * of them counts from the attempt before is our reading.
 */
public final class DeliverySchedule {
    /** Most attempts, and the default. */
    public static final int MOST_ATTEMPTS = 30;
    /** Longest time to live in minutes, and the default. */
    public static final int LONGEST_MINUTES = 1_440;
    /** A dead-letter destination that is down for longer than this drops the event. */
    public static final int DEAD_LETTER_PATIENCE_SECONDS = 4 * 3_600;

    private static final int[] WAITS = {0, 10, 30, 60, 300, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 43_200};

    private DeliverySchedule() {}

    /** Seconds from the publication to each attempt, if failing takes no time. */
    public static double[] offsets() {
        double[] offsets = new double[WAITS.length];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + WAITS[i];
        }
        return offsets;
    }
}
