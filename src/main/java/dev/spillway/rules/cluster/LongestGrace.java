package dev.spillway.rules.cluster;

import dev.spillway.units.Seconds;
import dev.spillway.view.ClusterTopology;
import dev.spillway.view.ClusterView;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.PoolView;
import dev.spillway.view.WorkloadView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The workload that takes longest to stop.
 *
 * @param workload its name; empty where there is none
 * @param seconds its grace period; zero where there is none
 * @param gaps what may make it longer
 */
record LongestGrace(String workload, double seconds, List<Gap> gaps) {
    static LongestGrace on(PoolView pool, ClusterTopology clusters) {
        Fact<ClusterView> cluster = pool.cluster();
        return cluster.isKnown()
                ? of(clusters.workloads(cluster.value()), workload -> clusters.mayRunOn(workload, pool))
                : new LongestGrace("", 0, cluster.isUnknown() ? Gap.in(pool, cluster) : List.of());
    }

    static LongestGrace on(ClusterView cluster, ClusterTopology clusters) {
        return of(clusters.workloads(cluster), workload -> Fact.known("spec", true));
    }

    private static LongestGrace of(List<WorkloadView> workloads, Function<WorkloadView, Fact<Boolean>> runsThere) {
        String name = "";
        double longest = 0;
        List<Gap> gaps = new ArrayList<>();
        for (WorkloadView workload : workloads) {
            Fact<Boolean> there = runsThere.apply(workload);
            Fact<Duration> grace = workload.terminationGrace();
            if (!there.whenKnown().orElse(true)) {
                continue;
            }
            if (!there.isKnown() || !grace.isKnown()) {
                gaps.addAll(Gap.in(workload, there, grace));
            } else if (Seconds.of(grace.value()) > longest) {
                longest = Seconds.of(grace.value());
                name = workload.name();
            }
        }
        return new LongestGrace(name, longest, gaps);
    }
}
