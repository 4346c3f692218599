package dev.spillway.loss;

/** Weighted max-min filling: all shares rise together in proportion to their weights until a demand is met or nothing is left. */
final class WeightedShares {
    private static final double ROUNDING = 1e-12;

    private WeightedShares() {}

    /** The share of each; together they are the smaller of the capacity and all demands. */
    static double[] of(double capacity, double[] demands, double[] weights) {
        if (demands.length == 1) {
            return new double[] {Math.min(capacity, demands[0])};
        }
        double[] shares = new double[demands.length];
        boolean[] met = new boolean[demands.length];
        double left = capacity;
        boolean progress = true;
        while (progress) {
            progress = false;
            double level = left / openWeight(weights, met);
            for (int i = 0; i < demands.length; i++) {
                if (!met[i] && demands[i] <= level * weights[i] * (1 + ROUNDING)) {
                    met[i] = true;
                    shares[i] = demands[i];
                    progress = true;
                }
            }
            left = Math.max(0, capacity - sum(shares));
        }
        double level = left / openWeight(weights, met);
        for (int i = 0; i < demands.length; i++) {
            if (!met[i]) {
                shares[i] = level * weights[i];
            }
        }
        return shares;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double openWeight(double[] weights, boolean[] met) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!met[i]) {
                sum += weights[i];
            }
        }
        return sum;
    }
}
