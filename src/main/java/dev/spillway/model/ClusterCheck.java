package dev.spillway.model;

import java.util.ArrayList;
import java.util.List;

/** Finds everything wrong with the arguments of a cluster before anything is declared. */
public final class ClusterCheck {
    private final String component;
    private final List<Problem> problems = new ArrayList<>();

    private ClusterCheck(String component) {
        this.component = component;
    }

    /**
     * Throws {@link Problems} that name every argument that is missing or impossible.
     *
     * @param withoutGroup whether no resource group was given
     * @param location empty where none was given
     */
    public static void check(String componentName, boolean withoutGroup, String location, ClusterSpec spec) {
        ClusterCheck check = new ClusterCheck("AksCluster " + componentName);
        if (spec instanceof ClusterSpec.New declared) {
            check.missing("resourceGroupName", withoutGroup);
            check.missing("location", location.isEmpty());
            check.declared(declared);
        }
        check.range("placeholderPods", spec.placeholderPods().orElse(0), 0, 1000, "pods");
        if (!check.problems.isEmpty()) {
            throw new Problems(check.problems);
        }
    }

    private void declared(ClusterSpec.New spec) {
        pool("systemPool", spec.systemPool(), 2);
        pool("workloadPool", spec.workloadPool(), 1);
        range("upgradeSurgePercent", spec.upgradeSurgePercent().orElse(33), 1, 100, "percent");
        range("maintenance.startHour", spec.maintenance().startHour(), 0, 23, "o'clock");
        range("maintenance.hours", spec.maintenance().hours(), 1, 24, "hours");
        for (int zone : spec.zones()) {
            range("zones", zone, 1, 3, "as a zone");
        }
    }

    private void pool(String at, NodePoolSpec pool, int fewest) {
        range(at + ".minNodes", pool.minNodes().orElse(fewest), fewest, 1000, "nodes");
        range(
                at + ".maxNodes",
                pool.maxNodes().orElse(1000),
                Math.max(fewest, pool.minNodes().orElse(fewest)),
                1000,
                "nodes");
    }

    private void missing(String argument, boolean isMissing) {
        if (isMissing) {
            add(argument, "missing, a new AksCluster needs it");
        }
    }

    private void range(String argument, int value, int least, int most, String unit) {
        if (value < least || value > most) {
            add(argument, value + " is not possible, give " + least + " to " + most + " " + unit);
        }
    }

    private void add(String argument, String message) {
        problems.add(new Problem(component, 0, 0, argument, message));
    }
}
