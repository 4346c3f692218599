package dev.spillway.loss;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A second method that shares no solver code: fixed small steps with dated cohorts, levels found by bisection, autoscalers and
 * owners worked out anew. One sender; all durations of a pipeline should be multiples of the step.
 */
final class SteppedPipeline {
    private static final double NEAR = 1e-6;

    private final PipelineFigures figures;
    private final double dt;
    private final Sender sender;
    private final Admission admission;
    private final Reading reading;
    private final double bytes;
    private final int partitions;
    private final double[] weights;
    private final SteppedQueue tier;
    private final SteppedPods senderPods;
    private final SteppedQueue[] rooms;
    private final SteppedQueue[] logs;
    private final SteppedPods readers;
    private final SteppedOwners owners;
    private final List<ArrayDeque<double[]>> servedLately = new ArrayList<>();
    private final List<double[]> steps;
    private double boundFor;
    private int units;
    private boolean movedOver;
    private int unitsOfTheOther;
    private boolean lostRegion;

    double offered;
    double onTime;
    double delayed;
    double unavailable;
    double duplicates;
    double end;

    SteppedPipeline(PipelineFigures figures, double dt) {
        this.figures = figures;
        this.dt = dt;
        this.sender = figures.senders().get(0);
        this.admission = figures.admission();
        this.reading = figures.reading().orElseThrow();
        this.bytes = sender.load().averageEventBytes();
        this.partitions = admission.partitionCount();
        this.weights = new double[partitions];
        this.units = admission.throughputUnits();
        double hot = admission.hotPartitionShare().orElse(1.0 / partitions);
        for (int i = 0; i < partitions; i++) {
            weights[i] = i == 0 ? hot : (1 - hot) / (partitions - 1);
        }
        this.tier = new SteppedQueue(
                sender.pods().map(SenderPods::upstreamTimeoutSeconds).orElse(0.0));
        this.senderPods = sender.pods()
                .map(pods -> new SteppedPods(pods.scaling(), pods.start(), pods.podEventsPerSecond()))
                .orElseGet(() -> new SteppedPods(new Scaling.Fixed(1), PodStart.after(0), 1e9));
        Consumers consumers = reading.consumers();
        this.readers = new SteppedPods(consumers.scaling(), consumers.start(), consumers.podEventsPerSecond());
        this.owners = new SteppedOwners(partitions, readers.ready(0).size(), consumers.balancing());
        this.rooms = new SteppedQueue[partitions];
        this.logs = new SteppedQueue[partitions];
        for (int i = 0; i < partitions; i++) {
            rooms[i] = new SteppedQueue(sender.window().simulatedSeconds());
            logs[i] = new SteppedQueue(reading.retentionSeconds());
            servedLately.add(new ArrayDeque<>());
        }
        this.steps = new ArrayList<>();
        double from = 0;
        for (Segment segment : sender.load().segments()) {
            double to = from + segment.durationSeconds();
            steps.add(new double[] {from, to, ((Segment.Constant) segment).eventsPerSecond()});
            from = to;
        }
    }

    SteppedPipeline run() {
        double loadEnd = sender.load().durationSeconds();
        double last = loadEnd + figures.drainLimitSeconds();
        for (int step = 0; ; step++) {
            double now = step * dt;
            if (now >= loadEnd - NEAR && (waiting() < 1e-6 || now >= last - NEAR)) {
                end = now;
                return this;
            }
            step(now);
        }
    }

    double lostInPods() {
        return tier.expired() + tier.overflow();
    }

    double lostAtDoor() {
        double lost = 0;
        for (SteppedQueue room : rooms) {
            lost += room.expired() + room.overflow();
        }
        return lost;
    }

    double expired() {
        double expired = 0;
        for (SteppedQueue log : logs) {
            expired += log.expired();
        }
        return expired;
    }

    double waiting() {
        return tier.content() + content(rooms) + content(logs);
    }

    private static double content(SteppedQueue[] queues) {
        double content = 0;
        for (SteppedQueue queue : queues) {
            content += queue.content();
        }
        return content;
    }

    private void step(double now) {
        boolean regionDown = applyFaults(now);
        inflate();
        senderPods.sync(now, 0);
        if (readers.sync(now, content(logs))) {
            for (int partition : owners.leave(readers.ready(now))) {
                duplicates += reading.consumers().checkpoints().onShutdown() ? 0 : lately(partition, now);
            }
        }
        for (int partition : owners.cycle(now, readers.ready(now))) {
            duplicates += lately(partition, now);
        }
        send(now);
        boolean namespaceBinds = admit(now, regionDown);
        boundFor = namespaceBinds && !regionDown ? boundFor + dt : 0;
        read(now, regionDown || isDown(now, Fault.ConsumerOutage.class));
    }

    private boolean isDown(double now, Class<? extends Fault> kind) {
        return figures.faults().stream()
                .filter(kind::isInstance)
                .anyMatch(fault -> now >= fault.startSeconds() - NEAR && now < fault.endSeconds() - NEAR);
    }

    private boolean applyFaults(double now) {
        var recovery = figures.recovery();
        boolean down = isDown(now, Fault.RegionOutage.class);
        if (!down && !lostRegion) {
            return false;
        }
        var outage = figures.faults().stream()
                .filter(Fault.RegionOutage.class::isInstance)
                .findFirst()
                .orElseThrow();
        double failover = recovery.detectionSeconds() + recovery.failoverSeconds();
        boolean leaves = recovery.strategy() != DisasterRecovery.Strategy.NONE && failover < outage.durationSeconds();
        if (recovery.strategy() == DisasterRecovery.Strategy.DUAL_PUBLISH) {
            unitsOfTheOther = down ? recovery.secondaryThroughputUnits().orElse(0) : 0;
            lostRegion = true;
            return false;
        }
        if (!lostRegion) {
            lostRegion = true;
            boolean forEver = recovery.strategy() == DisasterRecovery.Strategy.NONE
                    && Double.isInfinite(outage.durationSeconds());
            double from = recovery.strategy() == DisasterRecovery.Strategy.GEO_REPLICATION
                    ? now - recovery.replicationLagSeconds()
                    : -1;
            for (SteppedQueue log : logs) {
                unavailable += leaves || forEver ? log.removeEnteredFrom(from) : 0;
            }
        }
        if (leaves && now >= outage.startSeconds() + failover - NEAR) {
            if (!movedOver) {
                movedOver = true;
                units = recovery.secondaryThroughputUnits().orElse(units);
                boundFor = 0;
            }
            return false;
        }
        return down;
    }

    private void inflate() {
        if (admission.autoInflate()
                && boundFor >= admission.autoInflateReactionSeconds() - NEAR
                && units < admission.maximumThroughputUnits()) {
            units = Math.min(admission.maximumThroughputUnits(), units + admission.autoInflateStepUnits());
            boundFor = 0;
        }
    }

    private void send(double now) {
        double volume = rate(now) * dt;
        offered += volume;
        if (sender.pods().isEmpty()) {
            spread(now, now, volume);
            return;
        }
        SenderPods pods = sender.pods().get();
        tier.enter(now, now, volume);
        double capacity = senderPods.capacity(now) * dt;
        double served = tier.serve(capacity, cohort -> spread(now, cohort[1], cohort[2]));
        senderPods.record(now, served, capacity);
        tier.expire(now);
        tier.overflow(senderPods.ready(now).size() * pods.bufferedEventsPerPod());
    }

    private void spread(double now, double offeredAt, double volume) {
        for (int i = 0; i < partitions; i++) {
            rooms[i].enter(now, offeredAt, volume * weights[i]);
        }
    }

    private boolean admit(double now, boolean regionDown) {
        double[] wanted = new double[partitions];
        double cap = Math.min(
                        admission.partitionIngressEventsPerSecond(),
                        admission.partitionIngressMegabytesPerSecond() * 1e6 / bytes)
                * dt;
        for (int i = 0; i < partitions; i++) {
            wanted[i] = Math.min(cap, rooms[i].content());
        }
        double capacity = regionDown ? 0 : capacity() * dt;
        double level = level(capacity, sum(wanted), at -> {
            double taken = 0;
            for (int i = 0; i < partitions; i++) {
                taken += Math.min(wanted[i], at * weights[i]);
            }
            return taken;
        });
        for (int i = 0; i < partitions; i++) {
            int partition = i;
            rooms[i].serve(
                    Math.min(wanted[i], level * weights[i]),
                    cohort -> logs[partition].enter(now, cohort[1], cohort[2]));
            rooms[i].expire(now);
            rooms[i].overflow(sender.bufferedEventsLimit() * weights[i]);
        }
        return sum(wanted) > capacity + 1e-9;
    }

    private double capacity() {
        double perUnit = admission.ingressMegabytesPerSecondPerUnit().isPresent()
                ? admission.ingressMegabytesPerSecondPerUnit().getAsDouble() * 1e6 / bytes
                : Math.min(1000, 1e6 / bytes);
        return Math.max(0, unitsInUse() * perUnit - admission.otherIngressEventsPerSecond());
    }

    private int unitsInUse() {
        return unitsOfTheOther > 0 ? unitsOfTheOther : units;
    }

    private void read(double now, boolean stopped) {
        Consumers consumers = reading.consumers();
        List<Integer> ready = readers.ready(now);
        double[] limit = new double[partitions];
        for (int pod : ready) {
            double[] wanted = new double[partitions];
            for (int i = 0; i < partitions && !stopped; i++) {
                boolean reads = owners.owner[i] == pod && now >= owners.readFrom[i] - NEAR;
                wanted[i] = reads ? Math.min(logs[i].content(), consumers.partitionEventsPerSecond() * dt) : 0;
            }
            double level = evenLevel(consumers.podEventsPerSecond() * dt, wanted);
            for (int i = 0; i < partitions; i++) {
                limit[i] += Math.min(wanted[i], level);
            }
        }
        double perUnit = admission.ingressMegabytesPerSecondPerUnit().isPresent()
                ? Double.POSITIVE_INFINITY
                : Math.min(4096, 2e6 / bytes);
        double level = evenLevel(unitsInUse() * perUnit / reading.consumerGroupCount() * dt, limit);
        double served = 0;
        for (int i = 0; i < partitions; i++) {
            double volume = logs[i].serve(Math.min(limit[i], level), cohort -> deliver(now, cohort));
            servedLately.get(i).addLast(new double[] {now, volume});
            while (servedLately.get(i).getFirst()[0]
                    < now - consumers.checkpoints().intervalSeconds() - NEAR) {
                servedLately.get(i).removeFirst();
            }
            logs[i].expire(now);
            served += volume;
        }
        readers.record(now, served, ready.size() * consumers.podEventsPerSecond() * dt);
    }

    private double lately(int partition, double now) {
        double from = now - reading.consumers().checkpoints().intervalSeconds();
        return servedLately.get(partition).stream()
                .filter(served -> served[0] > from - NEAR)
                .mapToDouble(served -> served[1])
                .sum();
    }

    private void deliver(double now, double[] cohort) {
        if (now - cohort[1] <= figures.delayedThresholdSeconds() + NEAR) {
            onTime += cohort[2];
        } else {
            delayed += cohort[2];
        }
    }

    private static double evenLevel(double capacity, double[] wanted) {
        return level(capacity, sum(wanted), at -> {
            double taken = 0;
            for (double one : wanted) {
                taken += Math.min(one, at);
            }
            return taken;
        });
    }

    private static double level(double capacity, double wanted, DoubleUnaryOperator taken) {
        if (wanted <= capacity) {
            return Double.POSITIVE_INFINITY;
        }
        double low = 0;
        double high = 1;
        while (taken.applyAsDouble(high) < capacity) {
            high *= 2;
        }
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (taken.applyAsDouble(middle) < capacity) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double rate(double now) {
        for (double[] step : steps) {
            if (now < step[1] - NEAR) {
                return step[2];
            }
        }
        return 0;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
