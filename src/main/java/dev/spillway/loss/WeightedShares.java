package dev.spillway.loss;

import java.util.Arrays;

/** Max-min filling: all shares rise together in proportion to their weights until a demand is met or nothing is left. */
final class WeightedShares {
    private static final double ROUNDING = 1e-12;

    private WeightedShares() {}

    /** The share of each; together they are the smaller of the capacity and all demands. */
    static double[] of(double capacity, double[] demands, double[] weights) {
        if (demands.length == 1) {
            return new double[] {Math.min(capacity, demands[0])};
        }
        double level = level(capacity, demands, weights, weights);
        double[] shares = new double[demands.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = isMet(demands[i], level, weights[i]) ? demands[i] : level * weights[i];
        }
        return shares;
    }

    /** How high each of some equal takers may rise; infinity where the capacity meets all demands. */
    static double evenLevel(double capacity, double[] demands, double[] takers) {
        double[] ones = new double[demands.length];
        Arrays.fill(ones, 1);
        return level(capacity, demands, ones, takers);
    }

    /**
     * The level at which what is taken meets the capacity.
     *
     * @param weights how fast one taker rises with the level
     * @param volumes how much the capacity gives for each step of the level: the weights, or the number of equal takers
     */
    private static double level(double capacity, double[] demands, double[] weights, double[] volumes) {
        boolean[] met = new boolean[demands.length];
        double level = Double.POSITIVE_INFINITY;
        boolean progress = true;
        while (progress) {
            progress = false;
            double left = capacity;
            double open = 0;
            for (int i = 0; i < met.length; i++) {
                if (met[i] && demands[i] > 0) {
                    left -= demands[i] * volumes[i] / weights[i];
                } else if (!met[i]) {
                    open += volumes[i];
                }
            }
            level = open == 0 ? Double.POSITIVE_INFINITY : Math.max(0, left) / open;
            for (int i = 0; i < met.length; i++) {
                if (!met[i] && isMet(demands[i], level, weights[i])) {
                    met[i] = true;
                    progress = true;
                }
            }
        }
        return level;
    }

    private static boolean isMet(double demand, double level, double weight) {
        return demand == 0 || demand <= level * weight * (1 + ROUNDING);
    }
}
