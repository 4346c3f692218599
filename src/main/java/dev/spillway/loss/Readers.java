package dev.spillway.loss;

import java.util.List;

/** The consumers' side of a run: the pods, the partitions they own, and the logs they read. */
final class Readers {
    private final Reading reading;
    private final Consumers consumers;
    private final ScaledPods pods;
    private final Ownership ownership;
    private final PartitionLogs logs;
    private final AdmittedEvents[] admitted;
    private boolean ownershipChanged;
    private boolean balanced;
    private double nextReadSeconds = Double.POSITIVE_INFINITY;
    private double busyUntilSeconds = Double.NEGATIVE_INFINITY;
    private boolean alike = true;
    private double expiredEvents;
    private double unreachableEvents;
    private double handoverEvents;
    private double shutdownEvents;
    private double peakEvents;
    private double longestUnreadSeconds;

    Readers(Reading reading, List<PartitionKind> kinds, int senders, double hpaSyncPeriodSeconds) {
        this.reading = reading;
        this.consumers = reading.consumers();
        this.pods = new ScaledPods(consumers.scaling(), consumers.start(), hpaSyncPeriodSeconds);
        pods.countReady(0);
        int partitions = kinds.stream().mapToInt(PartitionKind::count).sum();
        this.ownership = new Ownership(partitions, pods.readyIds(0), consumers.balancing());
        this.balanced = ownership.isBalanced(pods.readyIds(0));
        this.logs = new PartitionLogs(kinds, reading, ownership);
        this.admitted = new AdmittedEvents[kinds.size()];
        for (int kind = 0; kind < admitted.length; kind++) {
            admitted[kind] = new AdmittedEvents(senders);
        }
    }

    void take(int kind, int sender, Parcel events) {
        admitted[kind].take(sender, events);
    }

    void applyReadyPods(double nowSeconds) {
        if (pods.countReady(nowSeconds)) {
            balanced = ownership.isBalanced(pods.readyIds(nowSeconds));
        }
    }

    void applyHandovers(double nowSeconds) {
        ownershipChanged |= nextReadSeconds <= nowSeconds + Simulation.INSTANT_SECONDS;
    }

    /** Whether their autoscaler, if it is due then, wants other pods; all rates hold until then. */
    boolean wantsOtherPods(double nowSeconds, double atSeconds) {
        return pods.wantsOtherPods(atSeconds, logs.waitingEvents() + logs.growthPerSecond() * (atSeconds - nowSeconds));
    }

    void applyScaling(double nowSeconds) {
        if (pods.scaleIfDue(nowSeconds, logs.waitingEvents())) {
            int[] ready = pods.readyIds(nowSeconds);
            ownership.keepOnly(ready, partition -> {
                ownershipChanged = true;
                if (!consumers.checkpoints().onShutdown()) {
                    shutdownEvents += logs.of(partition).sinceCheckpoint(nowSeconds);
                }
            });
            balanced = ownership.isBalanced(ready);
        }
    }

    void applyBalancing(double nowSeconds) {
        if (balanced || !isCycle(nowSeconds)) {
            return;
        }
        int[] ready = pods.readyIds(nowSeconds);
        ownership.rebalance(
                nowSeconds,
                ready,
                partition -> handoverEvents += logs.of(partition).sinceCheckpoint(nowSeconds));
        ownershipChanged = true;
        balanced = ownership.isBalanced(ready);
    }

    /**
     * Fixes all rates.
     *
     * @param arrivingPerSecond by kind of partition
     * @param egressPerSecond of the namespace for all groups; zero while nothing can be read
     */
    void settle(double nowSeconds, double[] arrivingPerSecond, double egressPerSecond) {
        if (ownershipChanged || mayMerge(nowSeconds)) {
            logs.regroup(nowSeconds, ownership);
            nextReadSeconds = ownership.nextReadAfter(nowSeconds);
            alike = !ownershipChanged;
            ownershipChanged = false;
        }
        var limits =
                new ReadLimits(consumers.partitionEventsPerSecond(), egressPerSecond / reading.consumerGroupCount());
        logs.settle(nowSeconds, arrivingPerSecond, consumers.podEventsPerSecond(), limits);
        pods.work(logs.servedPerSecond(), pods.readyPods() * consumers.podEventsPerSecond(), nowSeconds);
        if (!logs.isEmpty() || logs.servedPerSecond() < sum(arrivingPerSecond)) {
            pods.wake(nowSeconds);
        }
    }

    double nextChangeSeconds(double nowSeconds) {
        double next = Math.min(pods.nextChangeSeconds(), nextReadSeconds);
        if (!balanced) {
            double interval = consumers.balancing().intervalSeconds();
            next = Math.min(next, (Math.floor(nowSeconds / interval + Simulation.INSTANT_SECONDS) + 1) * interval);
        }
        return Math.min(next, logs.nextChangeSeconds(nowSeconds));
    }

    void advance(double fromSeconds, double toSeconds, DelayDistribution delays) {
        expiredEvents += logs.expiredPerSecond() * (toSeconds - fromSeconds);
        logs.advance(fromSeconds, toSeconds, admitted, delays);
        double waiting = logs.waitingEvents();
        longestUnreadSeconds = Math.max(longestUnreadSeconds, logs.longestWaitSeconds(toSeconds));
        if (waiting > 0) {
            busyUntilSeconds = toSeconds;
        }
        peakEvents = Math.max(peakEvents, waiting);
    }

    /** What was accepted after that moment and is not read yet stays in a region that is gone. */
    void loseAcceptedAfter(double seconds) {
        unreachableEvents += logs.loseAcceptedAfter(seconds);
    }

    ScaledPods pods() {
        return pods;
    }

    boolean isEmpty() {
        return logs.isEmpty();
    }

    double waitingEvents() {
        return logs.waitingEvents();
    }

    double expiredPerSecond() {
        return logs.expiredPerSecond();
    }

    double servedPerSecond() {
        return logs.servedPerSecond();
    }

    double expiredEvents() {
        return expiredEvents;
    }

    double unreachableEvents() {
        return unreachableEvents;
    }

    double handoverEvents() {
        return handoverEvents;
    }

    double shutdownEvents() {
        return shutdownEvents;
    }

    double longestUnreadSeconds() {
        return longestUnreadSeconds;
    }

    double peakEvents() {
        return peakEvents;
    }

    private boolean isCycle(double nowSeconds) {
        double interval = consumers.balancing().intervalSeconds();
        double cycle = Math.rint(nowSeconds / interval);
        return cycle >= 1 && Math.abs(cycle * interval - nowSeconds) <= Simulation.INSTANT_SECONDS;
    }

    /** After a while without any backlog, partitions that went separate ways are alike again. */
    private boolean mayMerge(double nowSeconds) {
        double calmFrom = busyUntilSeconds + consumers.checkpoints().intervalSeconds();
        return !alike && nowSeconds > calmFrom + Simulation.INSTANT_SECONDS;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
