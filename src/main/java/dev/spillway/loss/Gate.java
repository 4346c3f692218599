package dev.spillway.loss;

import java.util.List;
import java.util.random.RandomGenerator;

/** The broker's admission of single sends: the namespace's bucket, and one for each kind of partitions that has a limit. */
final class Gate {
    private static final double ROUNDING = 1e-9;

    private final TokenBucket namespace;
    private final TokenBucket[] partitions;
    private final double[] shares;

    /**
     * All buckets are full at first.
     *
     * @param partitionEventsPerSecond limit of one partition; infinity for none
     */
    Gate(StepCurve capacity, List<PartitionKind> kinds, double partitionEventsPerSecond, double depthSeconds) {
        this.namespace = new TokenBucket(capacity, depthSeconds);
        this.shares = kinds.stream().mapToDouble(PartitionKind::trafficShare).toArray();
        this.partitions = kinds.stream()
                .filter(kind -> Double.isFinite(partitionEventsPerSecond))
                .map(kind -> new TokenBucket(StepCurve.of(kind.count() * partitionEventsPerSecond), depthSeconds))
                .toArray(TokenBucket[]::new);
    }

    /** Which kind of partitions a send goes to. */
    int drawKind(RandomGenerator random) {
        return shares.length == 1 || random.nextDouble() < shares[0] ? 0 : 1;
    }

    void advanceTo(double seconds) {
        namespace.advanceTo(seconds);
        for (TokenBucket partition : partitions) {
            partition.advanceTo(seconds);
        }
    }

    boolean admits(int kind, double events) {
        if (partitions.length == 0) {
            return namespace.admits(events);
        }
        if (!partitions[kind].has(events) || !namespace.admits(events)) {
            return false;
        }
        partitions[kind].take(events);
        return true;
    }

    /** Whether a steady flow of so many events per second is more than is let in for ever. */
    boolean overflows(double eventsPerSecond) {
        if (eventsPerSecond > namespace.eventsPerSecond() * (1 + ROUNDING)) {
            return true;
        }
        for (int i = 0; i < partitions.length; i++) {
            if (eventsPerSecond * shares[i] > partitions[i].eventsPerSecond() * (1 + ROUNDING)) {
                return true;
            }
        }
        return false;
    }

    /** How long a flow that overflows may go on until something is refused. */
    double secondsOfFlow(double eventsPerSecond) {
        double seconds = namespace.secondsOfFlow(eventsPerSecond);
        for (int i = 0; i < partitions.length; i++) {
            seconds = Math.min(seconds, partitions[i].secondsOfFlow(eventsPerSecond * shares[i]));
        }
        return seconds;
    }

    void flow(double eventsPerSecond, double untilSeconds) {
        namespace.flow(eventsPerSecond, untilSeconds);
        for (int i = 0; i < partitions.length; i++) {
            partitions[i].flow(eventsPerSecond * shares[i], untilSeconds);
        }
    }

    double nextChangeSeconds() {
        return namespace.nextChangeSeconds();
    }
}
