package dev.spillway.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the schemas do not say of a type of resource: one row of the stand-in's table.
 *
 * @param createOnly inputs whose change replaces the resource, beside its names and its location
 * @param defaults what the service assumes for what is not sent, in the shape of a body
 * @param chosen outputs that only the service knows
 * @param locationRequired whether the provider wants a location, its own or the configured one
 */
record ResourceKind(Set<String> createOnly, ObjectNode defaults, List<String> chosen, boolean locationRequired) {
    private static final List<String> OF_AN_IDENTITY = List.of("type", "principalId", "clientId", "tenantId");

    private static final ResourceKind OTHER = new ResourceKind(Set.of(), Json.object(), List.of("type"), false);

    private static final Map<String, ResourceKind> TABLE = Map.ofEntries(
            Map.entry(
                    "resources:ResourceGroup",
                    new ResourceKind(Set.of("managedBy"), Json.object(), List.of("type", "properties"), true)),
            Map.entry(
                    "eventhub:Namespace",
                    new ResourceKind(
                            Set.of("zoneRedundant", "sku.tier", "sku.name", "clusterArmId"),
                            Json.literal("{'sku': {'capacity': 1, 'name': 'Standard', 'tier': 'Standard'}, 'tags': {},"
                                    + " 'properties': {'disableLocalAuth': false, 'isAutoInflateEnabled': false,"
                                    + " 'kafkaEnabled': true, 'maximumThroughputUnits': 0, 'minimumTlsVersion': '1.2',"
                                    + " 'publicNetworkAccess': 'Enabled', 'zoneRedundant': false}}"),
                            List.of(
                                    "type",
                                    "createdAt",
                                    "updatedAt",
                                    "metricId",
                                    "provisioningState",
                                    "serviceBusEndpoint",
                                    "status"),
                            true)),
            Map.entry(
                    "eventhub:EventHub",
                    new ResourceKind(
                            Set.of(),
                            Json.literal("{'properties': {'retentionDescription': {'cleanupPolicy': 'Delete',"
                                    + " 'retentionTimeInHours': 168}, 'status': 'Active'}}"),
                            List.of("type", "location", "createdAt", "updatedAt", "partitionIds"),
                            false)),
            Map.entry(
                    "eventhub:ConsumerGroup",
                    new ResourceKind(
                            Set.of(), Json.object(), List.of("type", "location", "createdAt", "updatedAt"), false)),
            Map.entry(
                    "eventhub:DisasterRecoveryConfig",
                    new ResourceKind(
                            Set.of(),
                            Json.object(),
                            List.of("type", "pendingReplicationOperationsCount", "provisioningState", "role"),
                            false)),
            Map.entry("eventgrid:Topic", grid("endpoint", "metricResourceId")),
            Map.entry("eventgrid:Domain", grid("endpoint", "metricResourceId")),
            Map.entry("eventgrid:SystemTopic", grid("metricResourceId")),
            Map.entry("eventgrid:Namespace", grid()),
            Map.entry(
                    "managedidentity:UserAssignedIdentity",
                    new ResourceKind(Set.of(), Json.object(), OF_AN_IDENTITY, true)),
            Map.entry(
                    "authorization:RoleAssignment",
                    new ResourceKind(
                            Set.of("principalId", "roleDefinitionId", "principalType"),
                            Json.object(),
                            List.of("type", "createdOn", "updatedOn"),
                            false)));

    /** Something of Event Grid with an identity, which stays what it is. */
    private static ResourceKind grid(String... more) {
        List<String> chosen = new ArrayList<>(List.of("type", "provisioningState", "identity"));
        chosen.addAll(List.of(more));
        return new ResourceKind(Set.of(), Json.object(), chosen, true);
    }

    static ResourceKind of(ArmType type) {
        return TABLE.getOrDefault(type.token(), OTHER);
    }

    /** Whether everything in its properties is the service's word. */
    boolean onlyAnswers() {
        return chosen.equals(OF_AN_IDENTITY);
    }

    boolean replaces(ArmType type, String property) {
        return createOnly.contains(property)
                || property.equals("location")
                || type.pathInputs().contains(property);
    }
}
