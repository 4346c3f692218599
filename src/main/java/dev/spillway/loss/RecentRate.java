package dev.spillway.loss;

import java.util.Arrays;

/** A rate over the last seconds; what is older is forgotten. */
final class RecentRate {
    private static final int FIRST_ROOM = 8;

    private final double windowSeconds;
    private double[] fromSeconds;
    private double[] rate;
    private int size;

    RecentRate(double windowSeconds) {
        this(windowSeconds, new double[FIRST_ROOM], new double[FIRST_ROOM], 0);
    }

    private RecentRate(double windowSeconds, double[] fromSeconds, double[] rate, int size) {
        this.windowSeconds = windowSeconds;
        this.fromSeconds = fromSeconds;
        this.rate = rate;
        this.size = size;
    }

    RecentRate copy() {
        return new RecentRate(windowSeconds, fromSeconds.clone(), rate.clone(), size);
    }

    /** Notes the rate from now on. */
    void change(double newRate, double nowSeconds) {
        if (size > 0 && rate[size - 1] == newRate) {
            return;
        }
        if (size == rate.length) {
            forgetBefore(nowSeconds - windowSeconds);
        }
        fromSeconds[size] = nowSeconds;
        rate[size] = newRate;
        size++;
    }

    /** What it has summed up to over the whole window until now. */
    double volume(double nowSeconds) {
        double start = Math.max(0, nowSeconds - windowSeconds);
        double end = nowSeconds;
        double sum = 0;
        for (int i = size - 1; i >= 0 && end > start; i--) {
            double from = Math.max(start, fromSeconds[i]);
            if (end > from) {
                sum += rate[i] * (end - from);
            }
            end = Math.min(end, from);
        }
        return sum;
    }

    private void forgetBefore(double seconds) {
        int old = 0;
        while (old + 1 < size && fromSeconds[old + 1] <= seconds) {
            old++;
        }
        System.arraycopy(fromSeconds, old, fromSeconds, 0, size - old);
        System.arraycopy(rate, old, rate, 0, size - old);
        size -= old;
        if (size > rate.length / 2) {
            fromSeconds = Arrays.copyOf(fromSeconds, 2 * rate.length);
            rate = Arrays.copyOf(rate, 2 * rate.length);
        }
    }
}
