package dev.spillway.model;

import dev.spillway.model.GridSubscriptionSpec.Destination;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An Event Grid namespace as asked for; what is empty is derived.
 *
 * @param isPair whether there is a second one in another region, which publishers fail over to
 * @param concierge the program that tells clients which of two namespaces to use
 */
public record GridNamespaceSpec(
        String name,
        Optional<String> azureName,
        Optional<LoadProfile> load,
        OptionalInt capacityUnits,
        boolean isPair,
        Optional<FailoverMode> mode,
        Optional<Concierge> concierge,
        GridNetworkSpec network,
        GridWatchSpec watch,
        List<String> publisherPrincipalIds,
        List<NamespaceTopic> topics,
        Optional<MqttSpec> mqtt) {
    public GridNamespaceSpec {
        publisherPrincipalIds = List.copyOf(publisherPrincipalIds);
        topics = List.copyOf(topics);
    }

    /** A namespace that is neither one of a pair nor reached by MQTT, for a Java program. */
    public static GridNamespaceSpec of(String name, List<NamespaceTopic> topics) {
        return new GridNamespaceSpec(
                name,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                GridNetworkSpec.PUBLIC,
                GridWatchSpec.NOBODY,
                List.of(),
                topics,
                Optional.empty());
    }

    /** The same as one of a pair. */
    public GridNamespaceSpec paired(FailoverMode how, Optional<Concierge> through) {
        return new GridNamespaceSpec(
                name,
                azureName,
                load,
                capacityUnits,
                true,
                Optional.of(how),
                through,
                network,
                watch,
                publisherPrincipalIds,
                topics,
                mqtt);
    }

    /** The same with MQTT clients. */
    public GridNamespaceSpec with(MqttSpec clients) {
        return new GridNamespaceSpec(
                name,
                azureName,
                load,
                capacityUnits,
                isPair,
                mode,
                concierge,
                network,
                watch,
                publisherPrincipalIds,
                topics,
                Optional.of(clients));
    }

    /** A topic of the namespace. */
    public record NamespaceTopic(String name, OptionalInt retentionDays, List<NamespaceSubscription> subscriptions) {
        public NamespaceTopic {
            subscriptions = List.copyOf(subscriptions);
        }
    }

    /**
     * A subscription of a namespace's topic.
     *
     * @param pushTo where events are pushed to; empty where they are pulled out of a queue
     * @param maxDeliveryCount 1 to 10
     */
    public record NamespaceSubscription(
            String name,
            Optional<Destination> pushTo,
            OptionalInt maxDeliveryCount,
            OptionalInt receiveLockSeconds,
            Optional<Duration> timeToLive,
            List<String> includedEventTypes,
            Optional<DeadLetterSpec> deadLetter) {
        public NamespaceSubscription {
            includedEventTypes = List.copyOf(includedEventTypes);
        }
    }

    /**
     * A program in both regions, behind one name that a Traffic Manager profile looks after.
     *
     * @param dnsName the label before {@code .trafficmanager.net}
     * @param primaryHost and {@code secondaryHost}: where the program runs
     */
    public record Concierge(String dnsName, String primaryHost, String secondaryHost) {}

    /** The name in Azure as it was given or as it is derived. */
    public String azureNameIn(String stack) {
        return azureName.orElseGet(() -> stack.isEmpty() ? name : stack + "-" + name);
    }

    /** Its section in {@code stack.yaml}. */
    public String path() {
        return "eventGrid.namespaces." + name;
    }
}
