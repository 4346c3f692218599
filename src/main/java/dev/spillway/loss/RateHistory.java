package dev.spillway.loss;

import java.util.Arrays;

/** A rate over time, and what it has summed up to: a piecewise-linear cumulative curve. */
final class RateHistory {
    private static final int FIRST_ROOM = 64;

    private double[] fromSeconds = new double[FIRST_ROOM];
    private double[] rate = new double[FIRST_ROOM];
    private double[] sum = new double[FIRST_ROOM];
    private int size;

    /** Notes the rate from now on, and answers whether it is another one. */
    boolean changesTo(double newRate, double nowSeconds) {
        if (size > 0 && rate[size - 1] == newRate) {
            return false;
        }
        if (size == rate.length) {
            grow();
        }
        sum[size] = size == 0 ? 0 : sumAt(nowSeconds);
        fromSeconds[size] = nowSeconds;
        rate[size] = newRate;
        size++;
        return true;
    }

    double over(double startSeconds, double endSeconds) {
        return sumAt(endSeconds) - sumAt(startSeconds);
    }

    /** Looked up from the newest entry backwards: the questions are always about the last seconds. */
    private double sumAt(double atSeconds) {
        int i = size - 1;
        while (i > 0 && fromSeconds[i] > atSeconds) {
            i--;
        }
        return sum[i] + rate[i] * (atSeconds - fromSeconds[i]);
    }

    private void grow() {
        fromSeconds = Arrays.copyOf(fromSeconds, 2 * size);
        rate = Arrays.copyOf(rate, 2 * size);
        sum = Arrays.copyOf(sum, 2 * size);
    }
}
