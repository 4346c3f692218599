package dev.spillway.loss;

import java.util.List;

/**
 * Partitions that get the same share of the traffic.
 *
 * @param first the lowest of them; the others follow without a gap
 * @param trafficShare of all of them together
 */
record PartitionKind(int first, int count, double trafficShare) {
    /** All partitions alike, or the hot one and the others. */
    static List<PartitionKind> of(Admission admission) {
        int partitions = admission.partitionCount();
        if (admission.hotPartitionShare().isEmpty() || partitions == 1) {
            return List.of(new PartitionKind(0, partitions, 1));
        }
        double hot = admission.hotPartitionShare().getAsDouble();
        return List.of(new PartitionKind(0, 1, hot), new PartitionKind(1, partitions - 1, 1 - hot));
    }
}
