package dev.spillway.rules.eventgrid;

import dev.spillway.view.ArmTarget;
import dev.spillway.view.BusView;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;
import dev.spillway.view.InputPath;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.Search;
import dev.spillway.view.StorageAccountView;
import dev.spillway.view.SubscriptionView;
import java.util.List;

/**
 * Where a subscription delivers to.
 *
 * @param refusesKeys whether a sender without identity is turned away there
 */
record DeliveryTarget(String name, ArmTarget target, Search refusesKeys) {
    static Fact<DeliveryTarget> of(
            SubscriptionView subscription, String path, Endpoint endpoint, EventTopology topology) {
        Fact<String> id = subscription.resource().text(path + ".resourceId");
        String property = InputPath.of(path).steps().get(0);
        Fact<DeliveryTarget> found = switch (endpoint) {
            case HUB -> topology.hubById(id, subscription.resource(), property).then(hub -> hub(hub, topology));
            case QUEUE ->
                topology.storage()
                        .account(id, subscription.resource(), property)
                        .map(DeliveryTarget::queue);
            case BUS_QUEUE, BUS_TOPIC ->
                topology.busById(id, subscription.resource(), property).map(DeliveryTarget::bus);
        };
        return found.isAbsent() ? Fact.unknown(id.path(), "the destination is not in the stack") : found;
    }

    private static Fact<DeliveryTarget> hub(HubView hub, EventTopology topology) {
        return hub.namespace()
                .map(namespace -> new DeliveryTarget(
                        hub.name(),
                        hub.target(),
                        Search.among(List.of(namespace), NamespaceView::refusesKeys)
                                .or(Search.among(List.of(namespace), NamespaceView::isClosed))
                                .or(topology.deniedByRules(namespace))));
    }

    private static DeliveryTarget queue(StorageAccountView account) {
        return new DeliveryTarget(
                account.name(),
                account.target(),
                Search.among(List.of(account), one -> one.takesSharedKeys().map(taken -> !taken))
                        .or(Search.among(List.of(account), StorageAccountView::hasFirewall)));
    }

    private static DeliveryTarget bus(BusView bus) {
        return new DeliveryTarget(bus.name(), bus.target(), Search.among(List.of(bus), BusView::refusesKeys));
    }
}
