package dev.spillway.loss;

import dev.spillway.units.InvalidValue;

/** How many pods of a workload there are. */
public sealed interface Scaling {
    /** Replicas when the run begins; all of them are ready. */
    int initialReplicas();

    /** The same, beginning with that many pods; an autoscaler may still go as far as it could. */
    default Scaling from(int replicas) {
        return new Fixed(replicas);
    }

    /** The most pods that there may be. */
    default int mostReplicas() {
        return initialReplicas();
    }

    /** Always the same number. */
    record Fixed(int replicas) implements Scaling {
        public Fixed {
            Require.atLeast(1, "replicas", replicas);
        }

        @Override
        public int initialReplicas() {
            return replicas;
        }
    }

    /** A HorizontalPodAutoscaler, whatever it measures. */
    sealed interface Autoscaling extends Scaling {
        int minReplicas();

        int maxReplicas();

        /** Share by which the metric may differ from its target without any change; Kubernetes has 0.1. */
        double tolerance();

        Behavior behavior();

        @Override
        default int initialReplicas() {
            return minReplicas();
        }

        @Override
        default int mostReplicas() {
            return maxReplicas();
        }
    }

    /**
     * A HorizontalPodAutoscaler on CPU.
     *
     * @param targetAverageUtilization percent of the CPU request
     * @param utilizationAtCapacityPercent CPU as percent of the request when a pod works at its full rate
     * @param tolerance share by which usage may differ from the target without any change; Kubernetes has 0.1
     * @param metricsDelaySeconds age of the newest sample
     * @param metricsWindowSeconds stretch of time that one sample averages
     */
    record CpuAutoscaling(
            int minReplicas,
            int maxReplicas,
            double targetAverageUtilization,
            double utilizationAtCapacityPercent,
            double tolerance,
            double metricsDelaySeconds,
            double metricsWindowSeconds,
            Behavior behavior)
            implements Autoscaling {
        private static final double FULL_PERCENT = 100;
        private static final double DEFAULT_TOLERANCE = 0.1;
        private static final double DEFAULT_METRICS_SECONDS = 15;

        public CpuAutoscaling {
            Require.atLeast(1, "minReplicas", minReplicas);
            requireRoom(minReplicas, maxReplicas);
            Require.positive("targetAverageUtilization", targetAverageUtilization);
            Require.positive("utilizationAtCapacityPercent", utilizationAtCapacityPercent);
            Require.zeroOrMore("tolerance", tolerance);
            Require.zeroOrMore("metricsDelaySeconds", metricsDelaySeconds);
            Require.positive("metricsWindowSeconds", metricsWindowSeconds);
        }

        /** With the documented behavior, and everything else as Kubernetes and its metrics server have it. */
        public static CpuAutoscaling of(int minReplicas, int maxReplicas, double targetAverageUtilization) {
            return new CpuAutoscaling(
                    minReplicas,
                    maxReplicas,
                    targetAverageUtilization,
                    FULL_PERCENT,
                    DEFAULT_TOLERANCE,
                    DEFAULT_METRICS_SECONDS,
                    DEFAULT_METRICS_SECONDS,
                    Behavior.documented());
        }

        @Override
        public CpuAutoscaling from(int replicas) {
            return new CpuAutoscaling(
                    replicas,
                    Math.max(replicas, maxReplicas),
                    targetAverageUtilization,
                    utilizationAtCapacityPercent,
                    tolerance,
                    metricsDelaySeconds,
                    metricsWindowSeconds,
                    behavior);
        }

        /** The same autoscaler with another behavior block. */
        public CpuAutoscaling withBehavior(Behavior other) {
            return new CpuAutoscaling(
                    minReplicas,
                    maxReplicas,
                    targetAverageUtilization,
                    utilizationAtCapacityPercent,
                    tolerance,
                    metricsDelaySeconds,
                    metricsWindowSeconds,
                    other);
        }
    }

    /**
     * A HorizontalPodAutoscaler on the events that wait to be read, as KEDA declares it.
     *
     * @param minReplicas zero is possible here
     * @param unprocessedEventThreshold waiting events that one pod is worth
     */
    record LagAutoscaling(
            int minReplicas, int maxReplicas, double unprocessedEventThreshold, double tolerance, Behavior behavior)
            implements Autoscaling {
        /** What Kubernetes has. */
        public static final double KUBERNETES_TOLERANCE = 0.1;
        /** What KEDA's Event Hubs scaler has. */
        public static final double DEFAULT_THRESHOLD = 64;

        public LagAutoscaling {
            Require.atLeast(0, "minReplicas", minReplicas);
            requireRoom(minReplicas, maxReplicas);
            Require.positive("unprocessedEventThreshold", unprocessedEventThreshold);
            Require.zeroOrMore("tolerance", tolerance);
        }

        @Override
        public LagAutoscaling from(int replicas) {
            return new LagAutoscaling(
                    replicas, Math.max(replicas, maxReplicas), unprocessedEventThreshold, tolerance, behavior);
        }
    }

    private static void requireRoom(int minReplicas, int maxReplicas) {
        if (maxReplicas < Math.max(1, minReplicas)) {
            throw new InvalidValue("maxReplicas", maxReplicas, "minReplicas (" + minReplicas + ") or more, at least 1");
        }
    }
}
