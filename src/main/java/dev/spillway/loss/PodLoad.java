package dev.spillway.loss;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What each of some equal pods reads: so many partitions of this group, so many of that. */
final class PodLoad {
    private final LogGroup[] groups;
    private final double[] partitions;

    private PodLoad(LogGroup[] groups, double[] partitions) {
        this.groups = groups;
        this.partitions = partitions;
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

    /** Counts what equal pods read. */
    static final class Builder {
        private final Set<Integer> pods = new HashSet<>();
        private final Map<LogGroup, Integer> counts = new LinkedHashMap<>();

        void add(int pod, LogGroup group) {
            pods.add(pod);
            counts.merge(group, 1, Integer::sum);
        }

        PodLoad build() {
            return new PodLoad(
                    counts.keySet().toArray(new LogGroup[0]),
                    counts.values().stream()
                            .mapToDouble(count -> (double) count / pods.size())
                            .toArray());
        }
    }
}
