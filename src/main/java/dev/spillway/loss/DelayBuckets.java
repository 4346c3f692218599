package dev.spillway.loss;

import java.util.Arrays;

/** Delays of single sends, gathered in narrow steps: a million of them take no more room than a thousand. */
final class DelayBuckets {
    private static final double WIDTH_SECONDS = 0.02;
    private static final int FIRST_ROOM = 1 << 12;

    private double[] events = new double[FIRST_ROOM];
    private double longestSeconds;
    private int most;

    void add(double volume, double seconds) {
        int bucket = (int) (seconds / WIDTH_SECONDS);
        if (bucket >= events.length) {
            events = Arrays.copyOf(events, 2 * bucket);
        }
        events[bucket] += volume;
        most = Math.max(most, bucket);
        longestSeconds = Math.max(longestSeconds, seconds);
    }

    /** Each step as a straight line; the first one counts as no delay, the last one ends at the longest. */
    void addTo(DelayDistribution delays) {
        for (int i = 0; i <= most; i++) {
            if (events[i] > 0) {
                double low = i * WIDTH_SECONDS;
                double high = Math.min(longestSeconds, low + WIDTH_SECONDS);
                delays.add(events[i], i == 0 ? 0 : low, i == 0 ? 0 : Math.max(low, high));
            }
        }
    }
}
