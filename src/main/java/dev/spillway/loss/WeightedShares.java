package dev.spillway.loss;

/** Max-min filling: all shares rise together in proportion to their weights until a demand is met or nothing is left. */
final class WeightedShares {
    private static final double ROUNDING = 1e-12;

    private WeightedShares() {}

    /** The share of each; together they are the smaller of the capacity and all demands. */
    static double[] of(double capacity, double[] demands, double[] weights) {
        double[] shares = new double[demands.length];
        share(capacity, demands, weights, shares);
        return shares;
    }

    /** The same, written to where there is room for it. */
    static void share(double capacity, double[] demands, double[] weights, double[] shares) {
        if (demands.length == 1) {
            shares[0] = Math.min(capacity, demands[0]);
            return;
        }
        double level = Double.isInfinite(capacity) ? capacity : level(capacity, demands, weights);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = isMet(demands[i], level, weights[i]) ? demands[i] : level * weights[i];
        }
    }

    /** How high each of some equal takers may rise; infinity where the capacity meets all demands. */
    static double evenLevel(double capacity, double[] demands, double[] takers) {
        double level = 0;
        double before;
        do {
            before = level;
            double left = capacity;
            double open = 0;
            for (int i = 0; i < demands.length; i++) {
                if (isMet(demands[i], before, 1)) {
                    left -= demands[i] * takers[i];
                } else {
                    open += takers[i];
                }
            }
            level = open == 0 ? Double.POSITIVE_INFINITY : Math.max(0, left) / open;
        } while (level > before && level < Double.POSITIVE_INFINITY);
        return level;
    }

    /** The level at which what is taken meets the capacity; it only rises while one demand after the other is met. */
    private static double level(double capacity, double[] demands, double[] weights) {
        double level = 0;
        double before;
        do {
            before = level;
            double left = capacity;
            double open = 0;
            for (int i = 0; i < demands.length; i++) {
                if (isMet(demands[i], before, weights[i])) {
                    left -= demands[i];
                } else {
                    open += weights[i];
                }
            }
            level = open == 0 ? Double.POSITIVE_INFINITY : Math.max(0, left) / open;
        } while (level > before && level < Double.POSITIVE_INFINITY);
        return level;
    }

    private static boolean isMet(double demand, double level, double weight) {
        return demand == 0 || demand <= level * weight * (1 + ROUNDING);
    }
}
