package dev.spillway.loss;

import java.util.Arrays;

/** What each of some equal pods reads: so many partitions of this group, so many of that. */
final class PodLoad {
    private final LogGroup[] groups;
    private final double[] partitions;

    private PodLoad(LogGroup[] groups, double[] partitions) {
        this.groups = groups;
        this.partitions = partitions;
    }

    /** Leaves out the groups that are not read. */
    static PodLoad of(LogGroup[] groups, int[] partitions) {
        LogGroup[] read = new LogGroup[groups.length];
        double[] counts = new double[groups.length];
        int size = 0;
        for (int i = 0; i < groups.length; i++) {
            if (partitions[i] > 0) {
                read[size] = groups[i];
                counts[size++] = partitions[i];
            }
        }
        return new PodLoad(Arrays.copyOf(read, size), Arrays.copyOf(counts, size));
    }

    /** The partitions of a pod rise together until their demand, the pump or the pod stops them. */
    void share(double podEventsPerSecond, double partitionEventsPerSecond) {
        double[] demands = new double[groups.length];
        double wanted = 0;
        for (int i = 0; i < demands.length; i++) {
            demands[i] = Math.min(partitionEventsPerSecond, groups[i].demand());
            wanted += partitions[i] * demands[i];
        }
        double level = wanted <= podEventsPerSecond
                ? Double.POSITIVE_INFINITY
                : WeightedShares.evenLevel(podEventsPerSecond, demands, partitions);
        for (int i = 0; i < demands.length; i++) {
            groups[i].limitTo(Math.min(demands[i], level));
        }
    }
}
