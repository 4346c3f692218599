package dev.spillway.loss;

/** How many pods the CPU asks for, before anything holds the wish back ({@code replica_calculator.go}). */
final class CpuWish {
    private static final double ROUNDING = 1e-9;

    private CpuWish() {}

    /**
     * The wish.
     *
     * @param usageRatio usage of the measured pods over the target
     * @param replicas pods there should be now
     * @param measured those among them that were ready for at least one whole metric window; the others count as idle when
     *     more pods are wanted
     */
    static int of(double usageRatio, int replicas, int measured, double tolerance) {
        if (isWithin(tolerance, usageRatio)) {
            return replicas;
        }
        if (measured == replicas || usageRatio <= 1) {
            return ceil(usageRatio * measured);
        }
        double dilutedRatio = usageRatio * measured / replicas;
        return dilutedRatio < 1 || isWithin(tolerance, dilutedRatio)
                ? replicas
                : Math.max(replicas, ceil(dilutedRatio * replicas));
    }

    /** Inclusive: at exactly 10 % nothing happens. */
    static boolean isWithin(double tolerance, double ratio) {
        return Math.abs(1 - ratio) <= tolerance + ROUNDING;
    }

    static int ceil(double pods) {
        return (int) Math.ceil(pods - ROUNDING);
    }
}
