package dev.spillway.loss;

import java.util.List;

/**
 * What the broker lets in from senders that are simulated send by send.
 *
 * @param capacity of the namespace in events per second, over time
 * @param partitionEventsPerSecond limit of one partition; infinity for none
 * @param lastSecond what is not decided then is in flight
 */
record DoorLimits(StepCurve capacity, List<PartitionKind> kinds, double partitionEventsPerSecond, double lastSecond) {
    DoorLimits {
        kinds = List.copyOf(kinds);
    }

    /** A namespace whose partitions have no limit of their own. */
    static DoorLimits of(StepCurve capacity, double lastSecond) {
        return new DoorLimits(capacity, List.of(new PartitionKind(0, 1, 1)), Double.POSITIVE_INFINITY, lastSecond);
    }
}
