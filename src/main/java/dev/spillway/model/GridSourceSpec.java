package dev.spillway.model;

import dev.spillway.facts.GridFailover;
import dev.spillway.facts.GridKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A topic, a domain or a system topic of Event Grid as asked for; what is empty is derived.
 *
 * @param azureName 3 to 50 letters, digits and hyphens; derived from stack and name where empty
 * @param failover who fails it over; empty is the pair of the region where there is one
 * @param mode how a publisher uses a pair; given with {@link GridFailover#CLIENT_SIDE} alone
 * @param cloudEvents whether events are CloudEvents; else they are of Event Grid's older schema
 * @param publisherPrincipalIds object ids of the identities that may publish
 * @param domainTopics the topics of a domain; empty for everything else
 * @param systemSource what a system topic tells of; present for a system topic alone
 */
public record GridSourceSpec(
        String name,
        GridKind kind,
        Optional<String> azureName,
        Optional<LoadProfile> load,
        Optional<GridFailover> failover,
        Optional<FailoverMode> mode,
        boolean cloudEvents,
        GridNetworkSpec network,
        GridWatchSpec watch,
        List<String> publisherPrincipalIds,
        List<GridSubscriptionSpec> subscriptions,
        List<DomainTopic> domainTopics,
        Optional<SystemSource> systemSource) {
    public GridSourceSpec {
        publisherPrincipalIds = List.copyOf(publisherPrincipalIds);
        subscriptions = List.copyOf(subscriptions);
        domainTopics = List.copyOf(domainTopics);
    }

    /** A topic of a domain, with subscriptions of its own. */
    public record DomainTopic(String name, List<GridSubscriptionSpec> subscriptions) {
        public DomainTopic {
            subscriptions = List.copyOf(subscriptions);
        }
    }

    /**
     * Where the events of a system topic come from.
     *
     * @param sourceId the Azure resource, by its id
     * @param topicType such as {@code Microsoft.Storage.StorageAccounts}
     * @param location the region of the source; empty is that of the stack, {@code global} has no identity
     */
    public record SystemSource(String sourceId, String topicType, Optional<String> location) {
        public boolean isGlobal() {
            return location.filter("global"::equals).isPresent();
        }
    }

    /** A topic or a domain with everything left to be derived, for a Java program to go on from. */
    public static GridSourceSpec of(GridKind kind, String name) {
        return new GridSourceSpec(
                name,
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                GridNetworkSpec.PUBLIC,
                GridWatchSpec.NOBODY,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A system topic with everything left to be derived. */
    public static GridSourceSpec ofSystem(String name, SystemSource source) {
        return new GridSourceSpec(
                name,
                GridKind.SYSTEM_TOPIC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                GridNetworkSpec.PUBLIC,
                GridWatchSpec.NOBODY,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(source));
    }

    /** The same with one more subscription. */
    public GridSourceSpec with(GridSubscriptionSpec subscription) {
        List<GridSubscriptionSpec> more = new ArrayList<>(subscriptions);
        more.add(subscription);
        return copy(load, failover, mode, more, domainTopics);
    }

    /** The same with one more topic of a domain. */
    public GridSourceSpec with(DomainTopic topic) {
        List<DomainTopic> more = new ArrayList<>(domainTopics);
        more.add(topic);
        return copy(load, failover, mode, subscriptions, more);
    }

    /** The same with a load. */
    public GridSourceSpec with(LoadProfile declared) {
        return copy(Optional.of(declared), failover, mode, subscriptions, domainTopics);
    }

    /** The same, failed over by Microsoft or by nobody. */
    public GridSourceSpec with(GridFailover by) {
        return copy(load, Optional.of(by), Optional.empty(), subscriptions, domainTopics);
    }

    /** The same, failed over by its publishers. */
    public GridSourceSpec with(FailoverMode byClients) {
        return copy(load, Optional.of(GridFailover.CLIENT_SIDE), Optional.of(byClients), subscriptions, domainTopics);
    }

    public boolean isPair() {
        return failover.filter(GridFailover.CLIENT_SIDE::equals).isPresent();
    }

    /** The name in Azure as it was given or as it is derived. */
    public String azureNameIn(String stack) {
        return azureName.orElseGet(() -> stack.isEmpty() ? name : stack + "-" + name);
    }

    /** Its section in {@code stack.yaml}. */
    public String path() {
        return "eventGrid."
                + switch (kind) {
                    case DOMAIN -> "domains.";
                    case SYSTEM_TOPIC -> "systemTopics.";
                    default -> "topics.";
                }
                + name;
    }

    private GridSourceSpec copy(
            Optional<LoadProfile> otherLoad,
            Optional<GridFailover> otherFailover,
            Optional<FailoverMode> otherMode,
            List<GridSubscriptionSpec> otherSubscriptions,
            List<DomainTopic> otherTopics) {
        return new GridSourceSpec(
                name,
                kind,
                azureName,
                otherLoad,
                otherFailover,
                otherMode,
                cloudEvents,
                network,
                watch,
                publisherPrincipalIds,
                otherSubscriptions,
                otherTopics,
                systemSource);
    }
}
