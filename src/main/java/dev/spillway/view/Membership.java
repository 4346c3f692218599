package dev.spillway.view;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in an Event Hubs namespace and who connects to it, each list sorted by URN. */
final class Membership {
    private final Map<String, List<HubView>> hubs;
    private final Map<String, List<ConsumerGroupView>> groups;
    private final Map<String, List<WorkloadView>> clients;
    private final Map<String, List<WorkloadView>> producers;
    private final Map<String, List<WorkloadView>> users;
    private final KeyIndex<HubView> hubsNear;
    private final KeyIndex<WorkloadView> sendersNear;
    private final Map<String, Long> hubsTogether;
    private final List<Gap> strayHubs;
    private final List<Gap> strayProducers;
    private final List<Gap> strayClients;

    Membership(List<HubView> hubs, List<ConsumerGroupView> groups, List<WorkloadView> workloads) {
        this.hubs = by(hubs, HubView::namespace);
        this.groups = by(groups, ConsumerGroupView::hub);
        this.clients = by(workloads, WorkloadView::namespace);
        this.producers = by(
                workloads.stream()
                        .filter(workload -> workload.is(Role.PRODUCER))
                        .toList(),
                WorkloadView::namespace);
        this.users = by(workloads, WorkloadView::hub);
        this.hubsNear = new KeyIndex<>(hubs, hub -> KeyIndex.Keys.in(hub.namespace()));
        this.sendersNear = new KeyIndex<>(
                workloads.stream()
                        .filter(workload ->
                                workload.is(Role.PRODUCER) || workload.role().isUnknown())
                        .toList(),
                sender -> KeyIndex.Keys.in(sender.hub()));
        this.hubsTogether = hubs.stream().collect(Collectors.groupingBy(Membership::place, Collectors.counting()));
        this.strayHubs = hubs.stream()
                .filter(hub -> hub.namespace().isUnknown())
                .flatMap(hub -> Gap.in(hub, hub.namespace()).stream())
                .toList();
        this.strayClients = workloads.stream()
                .filter(workload ->
                        !workload.role().isAbsent() && workload.namespace().isUnknown())
                .flatMap(workload -> Gap.in(workload, workload.namespace()).stream())
                .toList();
        this.strayProducers = workloads.stream().flatMap(Membership::stray).toList();
    }

    List<HubView> hubs(NamespaceView namespace) {
        return hubs.getOrDefault(namespace.urn(), List.of());
    }

    List<HubView> hubsNear(NamespaceView namespace) {
        return hubsNear.sharing(KeyIndex.Keys.of(namespace.urn()));
    }

    List<WorkloadView> sendersNear(HubView hub) {
        return sendersNear.sharing(KeyIndex.Keys.of(hub.urn()));
    }

    boolean isAlone(HubView hub) {
        return hubsTogether.getOrDefault(place(hub), 0L) <= 1;
    }

    List<ConsumerGroupView> groups(HubView hub) {
        return groups.getOrDefault(hub.urn(), List.of());
    }

    List<WorkloadView> clients(NamespaceView namespace) {
        return clients.getOrDefault(namespace.urn(), List.of());
    }

    List<WorkloadView> producers(NamespaceView namespace) {
        return producers.getOrDefault(namespace.urn(), List.of());
    }

    List<WorkloadView> users(HubView hub) {
        return users.getOrDefault(hub.urn(), List.of());
    }

    List<Gap> strayHubs() {
        return strayHubs;
    }

    List<Gap> strayClients() {
        return strayClients;
    }

    List<Gap> strayProducers() {
        return strayProducers;
    }

    private static <T, S extends Subject> Map<String, List<T>> by(List<T> members, Function<T, Fact<S>> whole) {
        return members.stream()
                .filter(member -> whole.apply(member).isKnown())
                .collect(Collectors.groupingBy(
                        member -> whole.apply(member).value().urn()));
    }

    /** The namespace of a hub, or why it is not known. */
    private static String place(HubView hub) {
        return hub.namespace()
                .whenKnown()
                .map(NamespaceView::urn)
                .orElseGet(() -> hub.namespace().toString());
    }

    private static Stream<Gap> stray(WorkloadView workload) {
        Fact<Role> role = workload.role();
        if (role.isUnknown()) {
            return Gap.in(workload, role).stream();
        }
        boolean sendsSomewhere = workload.is(Role.PRODUCER)
                && (workload.hubName().isAbsent() || workload.namespace().isUnknown());
        return sendsSomewhere ? Gap.in(workload, workload.namespace()).stream() : Stream.empty();
    }
}
