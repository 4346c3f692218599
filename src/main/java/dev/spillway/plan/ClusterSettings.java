package dev.spillway.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sizing table of a cluster. */
final class ClusterSettings {
    private static final String NEW = "cluster.new.";

    private final List<Setting> settings = new ArrayList<>();

    private ClusterSettings() {}

    static List<Setting> of(ClusterPlan plan) {
        ClusterSettings table = new ClusterSettings();
        plan.declared().ifPresent(table::declared);
        table.add("cluster.placeholderPods", plan.placeholders().pods(), "pods", String::valueOf);
        return List.copyOf(table.settings);
    }

    private void declared(ClusterPlan.Declared plan) {
        pool(NEW + "systemPool.", plan.systemPool());
        pool(NEW + "workloadPool.", plan.workloadPool());
        add(NEW + "upgradeSurgePercent", plan.upgradeSurge(), "", value -> value);
        add(NEW + "longestStopSeconds", plan.longestStopSeconds(), "s", String::valueOf);
        add(NEW + "protect", plan.protect(), "", String::valueOf);
    }

    private void pool(String at, ClusterPlan.Pool pool) {
        add(at + "vmSize", pool.vmSize(), "", value -> value);
        add(at + "minNodes", pool.minNodes(), "nodes", String::valueOf);
        add(at + "maxNodes", pool.maxNodes(), "nodes", String::valueOf);
    }

    private <T> void add(String key, Planned<T> planned, String unit, Function<T, String> write) {
        settings.add(new Setting(key, write.apply(planned.value()), unit, planned.source(), planned.reason()));
    }
}
