package dev.spillway.components;

import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.PairCheck;
import java.util.List;

/** What an {@link EventHubsGeoDisasterRecoveryPair} is asked to be. */
public final class EventHubsGeoDisasterRecoveryPairArgs {
    private final NamespaceSite primary;
    private final NamespaceResource namespace;
    private final List<HubResources> hubs;
    private final PrivateDns dns;

    EventHubsGeoDisasterRecoveryPairArgs(
            NamespaceSite primary, NamespaceResource namespace, List<HubResources> hubs, PrivateDns dns) {
        this.primary = primary;
        this.namespace = namespace;
        this.hubs = List.copyOf(hubs);
        this.dns = dns;
    }

    /**
     * A second region for a namespace that was declared without one. A namespace that was given {@code disasterRecovery} is
     * paired already.
     *
     * @param recovery of kind {@code metadata}, with an alias and the other region
     */
    public static EventHubsGeoDisasterRecoveryPairArgs of(EventHubsNamespace primary, DisasterRecoverySpec recovery) {
        NamespaceSite site = primary.site();
        PairCheck.check(
                site.name(),
                site.plan().azureName(),
                site.plan().tier(),
                site.plan().options(),
                recovery,
                site.plan().location());
        return new EventHubsGeoDisasterRecoveryPairArgs(
                new NamespaceSite(
                        site.parent(), site.name(), site.group(), site.plan().with(recovery)),
                primary.namespace(),
                primary.hubs(),
                primary.dns());
    }

    NamespaceSite primary() {
        return primary;
    }

    NamespaceResource namespace() {
        return namespace;
    }

    List<HubResources> hubs() {
        return hubs;
    }

    PrivateDns dns() {
        return dns;
    }
}
