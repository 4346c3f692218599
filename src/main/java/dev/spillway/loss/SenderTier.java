package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods of one sender: a patient queue, as many servers as pods are ready, and perhaps an autoscaler. */
final class SenderTier {
    private final SenderPods pods;
    private final FifoRoom room;
    private final PodFleet fleet;
    private final Optional<Hpa> hpa;
    private final PodUsage usage = new PodUsage();
    private final List<LossForecast.ScalingStep> scaling = new ArrayList<>();
    private int readyPods;
    private int mostPods;

    SenderTier(SenderPods pods, double hpaSyncPeriodSeconds) {
        this.pods = pods;
        this.room = new FifoRoom(pods.upstreamTimeoutSeconds(), 0);
        this.fleet = new PodFleet(pods.scaling().initialReplicas(), pods.podStartSeconds());
        this.hpa = pods.scaling() instanceof Scaling.CpuAutoscaling settings
                ? Optional.of(new Hpa(settings, hpaSyncPeriodSeconds))
                : Optional.empty();
        this.mostPods = fleet.replicas();
    }

    FifoRoom room() {
        return room;
    }

    List<LossForecast.ScalingStep> scaling() {
        return scaling;
    }

    int readyPods() {
        return readyPods;
    }

    /** The most pods there were, ready or not. */
    int mostPods() {
        return mostPods;
    }

    /** Applies an autoscaler sync that is due, then counts the pods that are ready. */
    void applyDue(double nowSeconds) {
        hpa.filter(scaler -> scaler.nextSyncSeconds() <= nowSeconds + Simulation.INSTANT_SECONDS)
                .ifPresent(scaler -> scale(scaler.sync(nowSeconds, fleet, usage), nowSeconds));
        readyPods = fleet.readyBy(nowSeconds);
        room.limitTo(readyPods * pods.bufferedEventsPerPod());
    }

    void settle(double nowSeconds, double offeredEventsPerSecond) {
        double capacity = readyPods * pods.podEventsPerSecond();
        room.settle(nowSeconds, offeredEventsPerSecond, capacity);
        if (usage.changesTo(room.rates().served(), capacity, nowSeconds)) {
            hpa.ifPresent(scaler -> scaler.wake(nowSeconds));
        }
    }

    double nextChangeSeconds(double nowSeconds) {
        double decision = hpa.map(Hpa::nextSyncSeconds).orElse(Double.POSITIVE_INFINITY);
        double own = Math.min(decision, fleet.nextReadyAfter(nowSeconds));
        return Math.min(own, nowSeconds + room.secondsToChange(nowSeconds));
    }

    private void scale(int replicas, double nowSeconds) {
        if (replicas == fleet.replicas()) {
            return;
        }
        scaling.add(new LossForecast.ScalingStep(nowSeconds, fleet.replicas(), replicas));
        fleet.scaleTo(replicas, nowSeconds);
        mostPods = Math.max(mostPods, replicas);
    }
}
