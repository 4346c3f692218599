package dev.spillway.plan;

import dev.spillway.facts.GridFailover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The Event Grid part of the sizing table. */
final class GridSettings {
    private final List<Setting> settings = new ArrayList<>();

    private GridSettings() {}

    static List<Setting> of(GridSourcePlan plan) {
        GridSettings table = new GridSettings();
        table.source(plan);
        return List.copyOf(table.settings);
    }

    static List<Setting> of(GridNamespacePlan plan) {
        GridSettings table = new GridSettings();
        table.namespace(plan);
        return List.copyOf(table.settings);
    }

    /** Both of a pair are planned alike, so that the first speaks for both. */
    static List<Setting> of(GridPairPlan plan) {
        GridSettings table = new GridSettings();
        plan.sources().stream().limit(1).forEach(table::source);
        plan.namespaces().stream().limit(1).forEach(table::namespace);
        String at = table.settings.get(0).key();
        table.timing(at.substring(0, at.indexOf('.' + plan.name() + '.')) + "." + plan.name() + ".", plan);
        return List.copyOf(table.settings);
    }

    private void source(GridSourcePlan plan) {
        String at = plan.spec().path() + ".";
        add(at + "geoDisasterRecovery", plan.failover(), "", GridFailover::key);
        plan.subscriptions().forEach(one -> subscription(at + "subscriptions." + one.name() + ".", one));
        plan.domainTopics()
                .forEach((topic, all) -> all.forEach(
                        one -> subscription(at + "topics." + topic + ".subscriptions." + one.name() + ".", one)));
        store(at, plan.store());
    }

    private void subscription(String at, GridSubscriptionPlan plan) {
        add(at + "maxDeliveryAttempts", plan.maxDeliveryAttempts(), "", String::valueOf);
        add(at + "eventTimeToLiveMinutes", plan.timeToLive(), "min", time -> String.valueOf(time.toMinutes()));
    }

    private void namespace(GridNamespacePlan plan) {
        String at = plan.spec().path() + ".";
        add(at + "capacityUnits", plan.capacityUnits(), "TU", String::valueOf);
        add(at + "zoneRedundant", plan.zoneRedundant(), "", String::valueOf);
        plan.topics().forEach(topic -> {
            String in = at + "topics." + topic.spec().name() + ".";
            add(in + "retentionDays", topic.retentionDays(), "d", String::valueOf);
            topic.subscriptions().forEach(one -> {
                String under = in + "subscriptions." + one.spec().name() + ".";
                add(under + "maxDeliveryCount", one.maxDeliveryCount(), "", String::valueOf);
                if (one.spec().pushTo().isEmpty()) {
                    add(under + "receiveLockSeconds", one.receiveLockSeconds(), "s", String::valueOf);
                }
                add(
                        under + "eventTimeToLiveMinutes",
                        one.timeToLive(),
                        "min",
                        time -> String.valueOf(time.toMinutes()));
            });
        });
        store(at, plan.store());
    }

    private void store(String at, Optional<GridStorePlan> store) {
        store.ifPresent(plan -> {
            add(at + "deadLetter.replication", plan.sku(), "", Function.identity());
            add(at + "deadLetter.retentionDays", plan.retentionDays(), "d", String::valueOf);
            add(at + "deadLetter.softDeleteDays", plan.softDeleteDays(), "d", String::valueOf);
        });
    }

    private void timing(String at, GridPairPlan plan) {
        FailoverTiming timing = plan.timing();
        add(
                at + "failover.switchSeconds",
                Planned.derived(
                        timing.longestSwitch().toSeconds(),
                        timing.failuresToLeave() + " looks in a row, "
                                + timing.probeInterval().toSeconds() + " s apart, that fail or take more than "
                                + timing.probeTimeout().toSeconds() + " s"),
                "s",
                String::valueOf);
        add(
                at + "failover.returnSeconds",
                Planned.byDefault(
                        timing.healthyToReturn().toSeconds(), "healthy for so long: going to and fro doubles events"),
                "s",
                String::valueOf);
        add(
                at + "failover.publisherRetrySeconds",
                Planned.derived(
                        timing.publisherRetry().toSeconds(),
                        "longer than the switch takes, so that no event is given up"),
                "s",
                String::valueOf);
    }

    private <T> void add(String key, Planned<T> planned, String unit, Function<T, String> write) {
        settings.add(new Setting(key, write.apply(planned.value()), unit, planned.source(), planned.reason()));
    }
}
