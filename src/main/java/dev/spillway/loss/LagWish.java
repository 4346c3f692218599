package dev.spillway.loss;

/** How many pods the waiting events ask for: the external-metric rule of {@code replica_calculator.go}. */
final class LagWish {
    private LagWish() {}

    static int of(double lagEvents, double thresholdEvents, int replicas, double tolerance) {
        boolean content = replicas > 0 && CpuWish.isWithin(tolerance, lagEvents / (thresholdEvents * replicas));
        return content ? replicas : CpuWish.ceil(lagEvents / thresholdEvents);
    }
}
