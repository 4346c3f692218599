package dev.spillway.plan;

import dev.spillway.facts.DeliverySchedule;
import dev.spillway.facts.GridFailover;
import dev.spillway.facts.GridKind;
import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.loss.SubscriberOutage;
import dev.spillway.model.DeadLetterSpec;
import dev.spillway.model.GridSourceSpec;
import dev.spillway.model.GridSubscriptionSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans a topic, a domain or a system topic with its subscriptions. */
final class GridSourcePlanner {
    private final StackSpec stack;

    GridSourcePlanner(StackSpec stack) {
        this.stack = stack;
    }

    /**
     * One resource in one region.
     *
     * @param tags beside those of the stack
     */
    GridSourcePlan plan(GridSourceSpec spec, String azureName, String stackLocation, Map<String, String> tags) {
        String location = spec.systemSource()
                .flatMap(GridSourceSpec.SystemSource::location)
                .orElse(stackLocation);
        boolean hasIdentity = spec.systemSource()
                .filter(GridSourceSpec.SystemSource::isGlobal)
                .isEmpty();
        Map<String, List<GridSubscriptionPlan>> topics = new TreeMap<>();
        spec.domainTopics().forEach(topic -> topics.put(topic.name(), all(topic.subscriptions())));
        return new GridSourcePlan(
                spec,
                azureName,
                location,
                failover(spec, location),
                all(spec.subscriptions()),
                topics,
                GridStores.of(
                        azureName,
                        location.equals("global") ? stackLocation : location,
                        deadLetters(spec),
                        hasIdentity,
                        stack.profile()),
                stack.profile() != SizingProfile.DEV,
                GridTags.of(stack, spec.load(), tags));
    }

    private static List<DeadLetterSpec> deadLetters(GridSourceSpec spec) {
        List<GridSubscriptionSpec> every = new ArrayList<>(spec.subscriptions());
        spec.domainTopics().forEach(topic -> every.addAll(topic.subscriptions()));
        return every.stream()
                .map(GridSubscriptionSpec::deadLetter)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Planned<GridFailover> failover(GridSourceSpec spec, String location) {
        if (spec.kind() == GridKind.SYSTEM_TOPIC) {
            return Planned.byDefault(
                    GridFailover.CROSS_GEO,
                    "Azure does it for every system topic, to the paired region if there is one");
        }
        Optional<String> pair = Regions.find(location).flatMap(Region::pair);
        return Planned.orElse(
                spec.failover(),
                () -> pair.map(other -> Planned.derived(
                                GridFailover.CROSS_GEO,
                                location + " is paired with " + other + "; Microsoft decides, and events stay behind"))
                        .orElseGet(() -> Planned.derived(GridFailover.REGIONAL, location + " has no pair")));
    }

    private List<GridSubscriptionPlan> all(List<GridSubscriptionSpec> subscriptions) {
        return subscriptions.stream().map(this::subscription).toList();
    }

    private GridSubscriptionPlan subscription(GridSubscriptionSpec spec) {
        return new GridSubscriptionPlan(
                spec,
                Planned.orElse(
                        spec.maxDeliveryAttempts(),
                        () -> attempts(stack.recovery().subscriberOutage())),
                Planned.orElse(
                        spec.timeToLive(), () -> timeToLive(stack.recovery().subscriberOutage())),
                spec.deadLetter().map(GridStores::container));
    }

    /** More attempts cost nothing while the receiver is well, and are all there is when it is not. */
    private static Planned<Integer> attempts(Duration outage) {
        return Planned.derived(
                DeliverySchedule.MOST_ATTEMPTS,
                "the most there is: " + reach(outage, "the last within a day is made after "));
    }

    private static Planned<Duration> timeToLive(Duration outage) {
        return Planned.derived(
                Duration.ofMinutes(DeliverySchedule.LONGEST_MINUTES),
                "the longest there is: " + reach(outage, "reaches "));
    }

    private static String reach(Duration outage, String how) {
        double reach = SubscriberOutage.longestReachSeconds();
        double away = Seconds.of(outage);
        String whether = away <= reach ? ", past an outage of " : ", short of an outage of ";
        String rest = away <= reach ? "" : ": the rest is for the dead letters";
        return how + NumberText.number(reach) + " s" + whether + NumberText.number(away) + " s" + rest;
    }
}
