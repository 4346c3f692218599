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
    private int wantedPods;
    private double nextReadySeconds;

    ScaledPods(Scaling scaling, PodStart start, double hpaSyncPeriodSeconds) {
        this.fleet = new PodFleet(scaling.initialReplicas(), start);
        this.hpa = scaling instanceof Scaling.Autoscaling settings
                ? Optional.of(new Hpa(settings, hpaSyncPeriodSeconds))
                : Optional.empty();
        this.mostPods = fleet.replicas();
        this.wantedPods = fleet.replicas();
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
        if (nowSeconds < nextReadySeconds - Simulation.INSTANT_SECONDS) {
            return false;
        }
        int before = readyPods;
        readyPods = fleet.readyBy(nowSeconds);
        nextReadySeconds = fleet.nextReadyAfter(nowSeconds);
        return readyPods != before;
    }

    /** When the autoscaler looks next; infinity where there is none, or none of its looks can change anything. */
    double nextSyncSeconds() {
        return hpa.isEmpty() ? Double.POSITIVE_INFINITY : hpa.get().nextSyncSeconds();
    }

    /** Lets the autoscaler look, if it is due, and answers whether it wants other pods than there are. */
    boolean wantsOtherPods(double atSeconds, double lagEvents) {
        if (hpa.isPresent() && hpa.get().nextSyncSeconds() <= atSeconds + Simulation.INSTANT_SECONDS) {
            wantedPods = hpa.get().sync(atSeconds, fleet, usage, lagEvents);
        }
        return wantedPods != fleet.replicas();
    }

    /** Applies a decision of the autoscaler that is due, and answers whether pods went or came. */
    boolean scaleIfDue(double nowSeconds, double lagEvents) {
        if (!wantsOtherPods(nowSeconds, lagEvents)) {
            return false;
        }
        steps.add(new LossForecast.ScalingStep(nowSeconds, fleet.replicas(), wantedPods));
        fleet.scaleTo(wantedPods, nowSeconds);
        mostPods = Math.max(mostPods, wantedPods);
        nextReadySeconds = nowSeconds;
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

    /** When a pod becomes ready next. */
    double nextChangeSeconds() {
        return hpa.isEmpty() ? Double.POSITIVE_INFINITY : nextReadySeconds;
    }
}
