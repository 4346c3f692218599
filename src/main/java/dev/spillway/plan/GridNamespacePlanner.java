package dev.spillway.plan;

import dev.spillway.facts.GridLimits;
import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.model.GridNamespaceSpec;
import dev.spillway.model.GridNamespaceSpec.NamespaceSubscription;
import dev.spillway.model.GridNamespaceSpec.NamespaceTopic;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.GridNamespacePlan.NamespaceSubscriptionPlan;
import dev.spillway.plan.GridNamespacePlan.TopicPlan;
import dev.spillway.units.NumberText;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Plans an Event Grid namespace with its topics and subscriptions. */
final class GridNamespacePlanner {
    private static final double HEADROOM = 1.2;

    private final StackSpec stack;

    GridNamespacePlanner(StackSpec stack) {
        this.stack = stack;
    }

    GridNamespacePlan plan(GridNamespaceSpec spec, String azureName, String location, Map<String, String> tags) {
        var deadLetters = spec.topics().stream()
                .flatMap(topic -> topic.subscriptions().stream())
                .map(NamespaceSubscription::deadLetter)
                .flatMap(Optional::stream)
                .toList();
        return new GridNamespacePlan(
                spec,
                azureName,
                location,
                Planned.orElse(spec.capacityUnits(), () -> capacity(spec.load())),
                zones(location),
                spec.topics().stream().map(GridNamespacePlanner::topic).toList(),
                GridStores.of(azureName, location, deadLetters, true, stack.profile()),
                stack.profile() != SizingProfile.DEV,
                GridTags.of(stack, spec.load(), tags));
    }

    private static Planned<Integer> capacity(Optional<LoadProfile> load) {
        if (load.isEmpty()) {
            return Planned.byDefault(1, "no load is declared");
        }
        LoadProfile known = load.get();
        double perUnit = Math.min(
                GridLimits.EVENTS_PER_SECOND_AND_UNIT,
                (double) GridLimits.BYTES_PER_SECOND_AND_UNIT
                        / known.averageEvent().count());
        int wanted = Math.max(1, Ceiling.of(HEADROOM * known.peak().perSecond() / perUnit));
        String reason = "peak " + NumberText.number(known.peak().perSecond()) + "/s x " + HEADROOM + " at "
                + NumberText.number(perUnit) + "/s a unit; units are not added by themselves";
        return wanted <= GridLimits.NAMESPACE_UNITS
                ? Planned.derived(wanted, reason)
                : Planned.derived(GridLimits.NAMESPACE_UNITS, "the limit; wanted " + wanted + ": " + reason);
    }

    private static Planned<Boolean> zones(String location) {
        return Regions.find(location).map(Region::hasZones).orElse(false)
                ? Planned.derived(true, location + " has zones; fixed at creation")
                : Planned.derived(false, location + " is not known to have zones");
    }

    private static TopicPlan topic(NamespaceTopic topic) {
        Planned<Integer> days = Planned.orElse(
                topic.retentionDays(),
                () -> Planned.byDefault(GridLimits.NAMESPACE_RETENTION_DAYS, "the longest there is"));
        return new TopicPlan(
                topic,
                days,
                topic.subscriptions().stream()
                        .map(one -> subscription(one, days.value()))
                        .toList());
    }

    private static NamespaceSubscriptionPlan subscription(NamespaceSubscription spec, int days) {
        return new NamespaceSubscriptionPlan(
                spec,
                Planned.orElse(
                        spec.maxDeliveryCount(),
                        () -> Planned.byDefault(GridLimits.QUEUE_DELIVERIES, "the most there is")),
                Planned.orElse(
                        spec.receiveLockSeconds(),
                        () -> Planned.byDefault(
                                GridLimits.SHORTEST_RECEIVE_LOCK_SECONDS,
                                "what a receiver that died holds back comes soon")),
                Planned.orElse(
                        spec.timeToLive(),
                        () -> Planned.derived(Duration.ofDays(days), "as long as the topic keeps events")),
                spec.deadLetter().map(GridStores::container));
    }
}
