package dev.spillway.config;

import dev.spillway.facts.GridFailover;
import dev.spillway.facts.GridKind;
import dev.spillway.facts.GridLimits;
import dev.spillway.model.FailoverMode;
import dev.spillway.model.GridNetworkSpec;
import dev.spillway.model.GridSourceSpec;
import dev.spillway.model.GridSubscriptionSpec;
import dev.spillway.model.GridWatchSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys that topics, domains, system topics and namespaces of Event Grid share, declared on the section of each. */
final class GridSourceKeys {
    private static final int MOST_PUBLISHERS = 100;

    private final Key<String> azureName;
    private final Key<Fields> load;
    private final Key<GridFailover> failover;
    private final Key<FailoverMode> mode;
    private final Key<GridNetworkSection> network;
    private final Key<GridDiagnosticsSection> diagnostics;
    private final Key<List<String>> actionGroups;
    private final Key<List<String>> publishers;
    private final Key<List<String>> workloads;

    /** The keys of something that clients publish to. */
    GridSourceKeys(Keys keys, String azureNameKey) {
        this(keys, azureNameKey, true);
    }

    /** @param isPublishedTo whether clients reach it; else who may and from where are keys that it does not have */
    GridSourceKeys(Keys keys, String azureNameKey, boolean isPublishedTo) {
        Keys ofClients = isPublishedTo ? keys : new Keys("what has no clients");
        azureName = keys.optional(azureNameKey, TextForm.of(GridNames.AZURE));
        load = keys.optional("load", LoadSection.FORM);
        failover = keys.optional(
                "geoDisasterRecovery",
                ChoiceForm.of("a way to fail over", GridFailover::key, List.of(GridFailover.values())));
        mode = keys.optional(
                "mode", ChoiceForm.of("a mode of a pair", FailoverMode::key, List.of(FailoverMode.values())));
        network = ofClients.optional("network", GridNetworkSection.FORM);
        diagnostics = keys.optional("diagnostics", GridDiagnosticsSection.FORM);
        actionGroups = keys.optional("alertActionGroupIds", texts("resource ids", GridNames.RESOURCE_ID, 5));
        publishers = ofClients.optional("publisherPrincipalIds", texts("object ids", GridNames.GUID, 100));
        workloads = ofClients.optional("publishers", texts("workloads", Names.WORKLOAD, MOST_PUBLISHERS));
    }

    static ListForm<String> texts(String things, Shape shape, int most) {
        return new ListForm<>(
                "a list of " + things,
                "a list of " + things + " in brackets",
                TextForm.of(shape),
                most,
                Function.identity());
    }

    static Key<Map<String, Answer<GridSubscriptionSection>>> subscriptions(Keys keys, int most) {
        return keys.optional(
                "subscriptions",
                new NamedForm<>(
                        "a mapping of subscriptions", GridNames.SUBSCRIPTION, most, GridSubscriptionSection.FORM));
    }

    static List<GridSubscriptionSpec> specs(Fields fields, Key<Map<String, Answer<GridSubscriptionSection>>> key) {
        return fields.get(key).orGiven(Map.of()).value().entrySet().stream()
                .map(entry -> entry.getValue().value().spec(entry.getKey()))
                .toList();
    }

    /** Reports what the kind, the regions and the service say against it. */
    void check(Fields fields, GridKind kind, String name, GridPlaces places, double mostPerSecond) {
        places.check(fields, kind, failover);
        places.checkName(fields, azureName, name, isPair(fields));
        GridLoad.check(fields.get(load), mostPerSecond);
    }

    boolean isPair(Fields fields) {
        return fields.get(failover).holds(GridFailover.CLIENT_SIDE::equals);
    }

    Optional<String> azureName(Fields fields) {
        return fields.get(azureName).held();
    }

    Optional<dev.spillway.model.LoadProfile> load(Fields fields) {
        return GridLoad.profile(fields.get(load));
    }

    Optional<FailoverMode> mode(Fields fields) {
        return isPair(fields)
                ? fields.get(mode).held().or(() -> Optional.of(FailoverMode.ACTIVE_PASSIVE))
                : Optional.empty();
    }

    GridNetworkSpec network(Fields fields) {
        return fields.get(network).held().map(GridNetworkSection::spec).orElse(GridNetworkSpec.PUBLIC);
    }

    GridWatchSpec watch(Fields fields) {
        return new GridWatchSpec(
                fields.get(diagnostics).held().map(GridDiagnosticsSection::workspaceId),
                fields.get(actionGroups).orGiven(List.of()).value());
    }

    /** Reports workloads that cannot publish, each with the reason. */
    void checkPublishers(Fields fields, Publishers known) {
        for (String workload : publishingWorkloads(fields)) {
            known.refusal(workload).ifPresent(reason -> fields.report(workloads, reason));
        }
    }

    /** Names of the stack's workloads that publish. */
    List<String> publishingWorkloads(Fields fields) {
        return fields.get(workloads).orGiven(List.of()).value();
    }

    List<String> publishers(Fields fields) {
        return fields.get(publishers).orGiven(List.of()).value();
    }

    GridSourceSpec spec(
            Fields fields,
            GridKind kind,
            String name,
            boolean cloudEvents,
            List<GridSubscriptionSpec> subscriptions,
            List<GridSourceSpec.DomainTopic> topics,
            Optional<GridSourceSpec.SystemSource> source) {
        return new GridSourceSpec(
                name,
                kind,
                azureName(fields),
                load(fields),
                fields.get(failover).held(),
                mode(fields),
                cloudEvents,
                network(fields),
                watch(fields),
                publishers(fields),
                subscriptions,
                topics,
                source);
    }

    static double mostPerSecond() {
        return GridLimits.TOPIC_EVENTS_PER_SECOND;
    }
}
