package dev.spillway.model;

import dev.spillway.facts.GridDestination;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A subscription of a topic, a domain or a system topic as asked for; what is empty is derived.
 *
 * @param maxDeliveryAttempts 1 to 30
 * @param timeToLive at most a day
 * @param deadLetter where events go that cannot be delivered; without it they are dropped
 * @param acceptedLoss who says in writing that they may be dropped
 */
public record GridSubscriptionSpec(
        String name,
        Destination destination,
        Filter filter,
        OptionalInt maxDeliveryAttempts,
        Optional<Duration> timeToLive,
        Optional<DeadLetterSpec> deadLetter,
        Optional<AcceptedLoss> acceptedLoss) {
    /** A subscription to everything, with dead letters in a store that is made for them. */
    public static GridSubscriptionSpec of(String name, Destination destination) {
        return new GridSubscriptionSpec(
                name,
                destination,
                Filter.ALL,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(DeadLetterSpec.CREATED),
                Optional.empty());
    }

    /**
     * Where events are delivered to.
     *
     * @param resourceId of everything but a web hook
     * @param url of a web hook
     * @param queueName of a storage queue
     * @param entraTenantId and {@code entraApplication}: who a web hook wants Event Grid to be
     */
    public record Destination(
            GridDestination type,
            Optional<String> resourceId,
            Optional<String> url,
            Optional<String> queueName,
            Optional<String> entraTenantId,
            Optional<String> entraApplication,
            OptionalInt maxEventsPerBatch,
            OptionalInt preferredBatchKilobytes) {
        public static Destination webHook(String url) {
            return new Destination(
                    GridDestination.WEB_HOOK,
                    Optional.empty(),
                    Optional.of(url),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());
        }

        /** A resource of Azure by its id; a storage queue needs its name as well. */
        public static Destination resource(GridDestination type, String resourceId) {
            return new Destination(
                    type,
                    Optional.of(resourceId),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty());
        }
    }

    /** Which events are delivered. */
    public record Filter(
            List<String> includedEventTypes,
            Optional<String> subjectBeginsWith,
            Optional<String> subjectEndsWith,
            List<AdvancedFilter> advanced) {
        public static final Filter ALL = new Filter(List.of(), Optional.empty(), Optional.empty(), List.of());

        public Filter {
            includedEventTypes = List.copyOf(includedEventTypes);
            advanced = List.copyOf(advanced);
        }

        public boolean isEmpty() {
            return equals(ALL);
        }
    }

    /** One condition on a field of the event, such as {@code StringIn} on {@code data.country}. */
    public record AdvancedFilter(String key, String operator, List<String> values) {
        /** The conditions that compare texts. */
        public static final List<String> OPERATORS = List.of(
                "StringIn",
                "StringNotIn",
                "StringContains",
                "StringNotContains",
                "StringBeginsWith",
                "StringNotBeginsWith",
                "StringEndsWith",
                "StringNotEndsWith");

        public AdvancedFilter {
            values = List.copyOf(values);
        }
    }

    /** A loss that somebody has agreed to. */
    public record AcceptedLoss(String owner, String reason) {}
}
