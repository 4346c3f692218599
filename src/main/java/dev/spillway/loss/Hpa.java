package dev.spillway.loss;

/** A HorizontalPodAutoscaler: one decision at every sync, skipped while none of them could change anything. */
final class Hpa {
    private final Scaling.CpuAutoscaling settings;
    private final double syncPeriodSeconds;
    private final WishHistory wishes;
    private final ScaleLimits limits;
    private double nextSyncSeconds;
    private boolean sleeping;

    Hpa(Scaling.CpuAutoscaling settings, double syncPeriodSeconds) {
        this.settings = settings;
        this.syncPeriodSeconds = syncPeriodSeconds;
        this.wishes = new WishHistory(settings.behavior());
        this.limits = new ScaleLimits(settings.behavior());
        this.nextSyncSeconds = syncPeriodSeconds;
    }

    double nextSyncSeconds() {
        return sleeping ? Double.POSITIVE_INFINITY : nextSyncSeconds;
    }

    /** Decides how many replicas there should be. */
    int sync(double nowSeconds, PodFleet fleet, PodUsage usage) {
        nextSyncSeconds += syncPeriodSeconds;
        int current = fleet.replicas();
        double windowEnd = nowSeconds - settings.metricsDelaySeconds();
        double windowStart = windowEnd - settings.metricsWindowSeconds();
        int measured = fleet.readyBy(windowStart);
        if (windowStart < -Simulation.INSTANT_SECONDS || measured == 0) {
            return current;
        }
        wishes.note(nowSeconds, wish(usage.share(windowStart, windowEnd), current, measured));
        int wanted = decide(nowSeconds, current);
        sleeping = wanted == current
                && measured == current
                && usage.steadySinceSeconds() <= windowStart
                && wishes.isUnanimous()
                && !limits.remembersChanges();
        return wanted;
    }

    /** The usage has changed, so decisions count again from the next sync on. */
    void wake(double nowSeconds) {
        if (!sleeping) {
            return;
        }
        sleeping = false;
        double lastSync = Math.floor(nowSeconds / syncPeriodSeconds + Simulation.INSTANT_SECONDS) * syncPeriodSeconds;
        wishes.repeatLastAt(lastSync);
        nextSyncSeconds = lastSync + syncPeriodSeconds;
    }

    private int wish(double usageShare, int current, int measured) {
        double utilization = usageShare * settings.utilizationAtCapacityPercent();
        return CpuWish.of(utilization / settings.targetAverageUtilization(), current, measured, settings.tolerance());
    }

    private int decide(double nowSeconds, int current) {
        int stabilized = wishes.stabilized(nowSeconds, current);
        int limited = limits.limited(nowSeconds, current, stabilized);
        int wanted = Math.max(settings.minReplicas(), Math.min(settings.maxReplicas(), limited));
        if (wanted != current) {
            limits.note(nowSeconds, current, wanted);
        }
        return wanted;
    }
}
