package dev.spillway.loss;

/** STUB: how many sender pods there are. */
public sealed interface Scaling {
    /** Always the same number. */
    record Fixed(int replicas) implements Scaling {}

    /** A HorizontalPodAutoscaler on CPU. */
    record CpuAutoscaling(int minReplicas, int maxReplicas, double targetAverageUtilization) implements Scaling {
        public static CpuAutoscaling of(int minReplicas, int maxReplicas, double targetAverageUtilization) {
            return new CpuAutoscaling(minReplicas, maxReplicas, targetAverageUtilization);
        }
    }
}
