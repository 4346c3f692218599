package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods of one workload with whatever scales them. */
final class ScaledPods {
    private final PodFleet fleet;
    private final Optional<Hpa> hpa;
    private final PodUsage usage = new PodUsage();
    private final List<LossForecast.ScalingStep> steps = new ArrayList<>();
    private int readyPods;
    private int mostPods;

    ScaledPods(Scaling scaling, PodStart start, double hpaSyncPeriodSeconds) {
        this.fleet = new PodFleet(scaling.initialReplicas(), start);
        this.hpa = scaling instanceof Scaling.Autoscaling settings
                ? Optional.of(new Hpa(settings, hpaSyncPeriodSeconds))
                : Optional.empty();
        this.mostPods = fleet.replicas();
    }

    List<LossForecast.ScalingStep> steps() {
        return steps;
    }

    int readyPods() {
        return readyPods;
    }

    int[] readyIds(double nowSeconds) {
        return fleet.readyIds(nowSeconds);
    }

    /** The most pods there were, ready or not. */
    int mostPods() {
        return mostPods;
    }

    /** Counts the pods that are ready, and answers whether that changes anything. */
    boolean countReady(double nowSeconds) {
        int before = readyPods;
        readyPods = fleet.readyBy(nowSeconds);
        return readyPods != before;
    }

    /** Applies a decision of the autoscaler that is due, and answers whether pods went or came. */
    boolean scaleIfDue(double nowSeconds, double lagEvents) {
        if (hpa.isEmpty() || hpa.get().nextSyncSeconds() > nowSeconds + Simulation.INSTANT_SECONDS) {
            return false;
        }
        int before = fleet.replicas();
        int replicas = hpa.get().sync(nowSeconds, fleet, usage, lagEvents);
        if (replicas == before) {
            return false;
        }
        steps.add(new LossForecast.ScalingStep(nowSeconds, before, replicas));
        fleet.scaleTo(replicas, nowSeconds);
        mostPods = Math.max(mostPods, replicas);
        countReady(nowSeconds);
        return true;
    }

    /** What they do from now on: an autoscaler on CPU reads it. */
    void work(double servedPerSecond, double capacityPerSecond, double nowSeconds) {
        if (hpa.isPresent() && usage.changesTo(servedPerSecond, capacityPerSecond, nowSeconds)) {
            hpa.get().wake(nowSeconds);
        }
    }

    /** Something is waiting: an autoscaler on lag reads it. */
    void wake(double nowSeconds) {
        if (hpa.isPresent()) {
            hpa.get().wake(nowSeconds);
        }
    }

    double nextChangeSeconds(double nowSeconds) {
        return hpa.isEmpty()
                ? Double.POSITIVE_INFINITY
                : Math.min(hpa.get().nextSyncSeconds(), fleet.nextReadyAfter(nowSeconds));
    }
}
