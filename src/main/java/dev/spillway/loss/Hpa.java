package dev.spillway.loss;

/** A HorizontalPodAutoscaler: one decision at every sync, skipped while none of them could change anything. */
final class Hpa {
    private final Scaling.Autoscaling settings;
    private final double syncPeriodSeconds;
    private final WishHistory wishes;
    private final ScaleLimits limits;
    private double nextSyncSeconds;
    private boolean sleeping;

    Hpa(Scaling.Autoscaling settings, double syncPeriodSeconds) {
        this.settings = settings;
        this.syncPeriodSeconds = syncPeriodSeconds;
        this.wishes = new WishHistory(settings.behavior());
        this.limits = new ScaleLimits(settings.behavior());
        this.nextSyncSeconds = syncPeriodSeconds;
    }

    double nextSyncSeconds() {
        return sleeping ? Double.POSITIVE_INFINITY : nextSyncSeconds;
    }

    /**
     * Decides how many replicas there should be.
     *
     * @param lagEvents events that wait to be read right now
     */
    int sync(double nowSeconds, PodFleet fleet, PodUsage usage, double lagEvents) {
        nextSyncSeconds = (Math.round(nowSeconds / syncPeriodSeconds) + 1) * syncPeriodSeconds;
        if (settings instanceof Scaling.CpuAutoscaling cpu) {
            return syncCpu(cpu, nowSeconds, fleet, usage);
        }
        var lag = (Scaling.LagAutoscaling) settings;
        int wish = LagWish.of(lagEvents, lag.unprocessedEventThreshold(), fleet.replicas(), lag.tolerance());
        return decide(wish, nowSeconds, fleet.replicas(), lagEvents == 0);
    }

    /** The metric has changed, so decisions count again from the next sync on. */
    void wake(double nowSeconds) {
        if (!sleeping) {
            return;
        }
        sleeping = false;
        double lastSync = Math.floor(nowSeconds / syncPeriodSeconds + Simulation.INSTANT_SECONDS) * syncPeriodSeconds;
        wishes.repeatLastAt(lastSync);
        nextSyncSeconds = lastSync + syncPeriodSeconds;
    }

    private int syncCpu(Scaling.CpuAutoscaling cpu, double nowSeconds, PodFleet fleet, PodUsage usage) {
        double windowEnd = nowSeconds - cpu.metricsDelaySeconds();
        double windowStart = windowEnd - cpu.metricsWindowSeconds();
        int measured = fleet.readyBy(windowStart);
        if (windowStart < -Simulation.INSTANT_SECONDS || measured == 0) {
            return fleet.replicas();
        }
        double utilization = usage.share(windowStart, windowEnd) * cpu.utilizationAtCapacityPercent();
        int wish =
                CpuWish.of(utilization / cpu.targetAverageUtilization(), fleet.replicas(), measured, cpu.tolerance());
        boolean steady = measured == fleet.replicas() && usage.steadySinceSeconds() <= windowStart;
        return decide(wish, nowSeconds, fleet.replicas(), steady);
    }

    private int decide(int wish, double nowSeconds, int current, boolean metricIsSteady) {
        wishes.note(nowSeconds, wish);
        int stabilized = wishes.stabilized(nowSeconds, current);
        int limited = limits.limited(nowSeconds, current, stabilized);
        int wanted = Math.max(settings.minReplicas(), Math.min(settings.maxReplicas(), limited));
        if (wanted != current) {
            limits.note(nowSeconds, current, wanted);
        }
        sleeping = metricIsSteady && wanted == current && wishes.isUnanimous() && !limits.remembersChanges();
        return wanted;
    }
}
