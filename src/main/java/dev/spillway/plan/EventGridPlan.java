package dev.spillway.plan;

import dev.spillway.loss.EventGridFigures;
import dev.spillway.loss.EventGridModel;
import dev.spillway.loss.SubscriberOutage;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.units.Seconds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything of Event Grid that a stack will declare. */
public record EventGridPlan(
        List<GridSourcePlan> sources, List<GridNamespacePlan> namespaces, List<GridPairPlan> pairs) {
    public static final EventGridPlan NONE = new EventGridPlan(List.of(), List.of(), List.of());

    public EventGridPlan {
        sources = List.copyOf(sources);
        namespaces = List.copyOf(namespaces);
        pairs = List.copyOf(pairs);
    }

    public boolean isEmpty() {
        return sources.isEmpty() && namespaces.isEmpty() && pairs.isEmpty();
    }

    public GridSourcePlan source(String name) {
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic, domain or system topic " + name));
    }

    public GridNamespacePlan namespace(String name) {
        return namespaces.stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no Event Grid namespace " + name));
    }

    public GridPairPlan pair(String name) {
        return pairs.stream()
                .filter(pair -> pair.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pair " + name));
    }

    /** Every topic, domain and system topic, the secondaries of pairs included. */
    public List<GridSourcePlan> everySource() {
        return Stream.concat(sources.stream(), pairs.stream().flatMap(pair -> pair.sources().stream()))
                .toList();
    }

    /** Every namespace, the secondaries of pairs included. */
    public List<GridNamespacePlan> everyNamespace() {
        return Stream.concat(namespaces.stream(), pairs.stream().flatMap(pair -> pair.namespaces().stream()))
                .toList();
    }

    /** The sizing table. */
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        sources.forEach(source -> settings.addAll(GridSettings.of(source)));
        namespaces.forEach(namespace -> settings.addAll(GridSettings.of(namespace)));
        pairs.forEach(pair -> settings.addAll(GridSettings.of(pair)));
        return List.copyOf(settings);
    }

    /** The part of the sizing table that one resource has. */
    public static List<Setting> settingsOf(GridSourcePlan plan) {
        return GridSettings.of(plan);
    }

    public static List<Setting> settingsOf(GridNamespacePlan plan) {
        return GridSettings.of(plan);
    }

    public static List<Setting> settingsOf(GridPairPlan plan) {
        return GridSettings.of(plan);
    }

    /** What the declared load would lose at a subscription; empty where the load is not declared. */
    public static Optional<LossSummary> lossSummary(
            GridSourcePlan source, GridSubscriptionPlan subscription, RecoveryTarget recovery) {
        return figures(source, subscription, recovery)
                .map(EventGridModel::forecast)
                .map(loss -> new LossSummary(loss.lostEvents(), loss.lossPercent()));
    }

    /** What a forecast of a subscription is computed from; empty where the load is not declared. */
    public static Optional<EventGridFigures> figures(
            GridSourcePlan source, GridSubscriptionPlan subscription, RecoveryTarget recovery) {
        return source.spec()
                .load()
                .map(load -> outage(load, recovery)
                        .figures(
                                subscription.maxDeliveryAttempts().value(),
                                Seconds.of(subscription.timeToLive().value()),
                                subscription.deadLetterContainer().isPresent()));
    }

    private static SubscriberOutage outage(LoadProfile load, RecoveryTarget recovery) {
        return new SubscriberOutage(
                load.baseline().perSecond(),
                load.peak().perSecond(),
                Seconds.of(load.ramp()),
                Seconds.of(load.peakHold()),
                Seconds.of(load.window()),
                load.averageEvent().count(),
                Seconds.of(recovery.subscriberOutage()));
    }
}
