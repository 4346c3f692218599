package dev.spillway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The control plane: PUT replaces the whole body, answers come in Azure's spelling, with what only Azure knows. */
final class Azure {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, String> SHOWN_LOCATIONS = Map.of(
            "westeurope", "West Europe",
            "northeurope", "North Europe",
            "francecentral", "France Central",
            "germanywestcentral", "Germany West Central",
            "eastus", "East US",
            "eastus2", "East US 2",
            "westus", "West US",
            "uksouth", "UK South");

    private final Cloud cloud;

    Azure(Cloud cloud) {
        this.cloud = cloud;
    }

    Optional<ObjectNode> get(String id) {
        return cloud.read().find(id);
    }

    /** Creates or replaces; what is not in the body is as if it had never been sent. */
    ObjectNode put(ArmType type, String id, ObjectNode sent, boolean mayExist) {
        return cloud.change(state -> {
            Optional<ObjectNode> old = state.find(id);
            if (old.isPresent() && !mayExist) {
                throw new Refusal(409, "Conflict", "cannot create already existing resource '" + id + "'");
            }
            ObjectNode body = Json.merged(ResourceKind.of(type).defaults(), sent);
            assume(type, body, sent, old);
            ServiceRules.put(state, type, id, body, old);
            answer(type, id, body, old, state);
            state.put(id, body);
            return body;
        });
    }

    /** What is not there is deleted already. */
    void delete(String id) {
        cloud.change(state -> {
            ServiceRules.delete(state, id);
            state.removeWithContent(id);
            return id;
        });
    }

    /** What the service derives from what was sent. */
    private static void assume(ArmType type, ObjectNode body, ObjectNode sent, Optional<ObjectNode> old) {
        if (type.token().equals("eventhub:Namespace")) {
            ObjectNode sku = Json.child(body, "sku");
            if (!sent.path("sku").has("tier")) {
                sku.put("tier", sku.path("name").asText());
            }
            Json.child(body, "properties")
                    .put("kafkaEnabled", !sku.path("tier").asText().equals("Basic"));
        }
        if (type.token().equals("eventhub:EventHub")) {
            assumeOfHub(Json.child(body, "properties"), sent.path("properties"), old);
        }
    }

    private static void assumeOfHub(ObjectNode properties, JsonNode sent, Optional<ObjectNode> old) {
        if (!sent.has("partitionCount")) {
            int before = old.map(
                            hub -> hub.path("properties").path("partitionCount").asInt())
                    .orElse(4);
            properties.put("partitionCount", before);
        }
        ObjectNode retention = Json.child(properties, "retentionDescription");
        if (sent.has("messageRetentionInDays") && !sent.has("retentionDescription")) {
            retention.put(
                    "retentionTimeInHours",
                    24 * sent.path("messageRetentionInDays").asInt());
        }
        properties.put(
                "messageRetentionInDays",
                Math.max(1, retention.path("retentionTimeInHours").asInt() / 24));
    }

    private static void answer(ArmType type, String id, ObjectNode body, Optional<ObjectNode> old, Cloud.State state) {
        String name = ServiceRules.lastOf(id);
        ObjectNode properties = Json.child(body, "properties");
        body.put("id", id).put("name", name).put("type", type.armType());
        switch (type.token()) {
            case "resources:ResourceGroup" -> properties.put("provisioningState", "Succeeded");
            case "eventhub:Namespace" -> {
                // As Azure spells it in its answers.
                body.put("type", "Microsoft.EventHub/Namespaces");
                body.put("location", shown(body.path("location").asText()));
                properties
                        .put("provisioningState", "Succeeded")
                        .put("status", "Active")
                        .put("metricId", id.split("/", -1)[2] + ":" + name)
                        .put("serviceBusEndpoint", "https://" + name + ".servicebus.windows.net:443/");
                stamp(properties, old);
            }
            case "eventhub:EventHub" -> {
                body.set("location", locationOf(state, ServiceRules.parentOf(id)));
                ArrayNode partitions = properties.putArray("partitionIds");
                for (int i = 0; i < properties.path("partitionCount").asInt(); i++) {
                    partitions.add(String.valueOf(i));
                }
                stamp(properties, old);
            }
            case "eventhub:ConsumerGroup" -> {
                body.set("location", locationOf(state, ServiceRules.parentOf(ServiceRules.parentOf(id))));
                stamp(properties, old);
            }
            case "eventhub:DisasterRecoveryConfig" ->
                properties
                        .put("provisioningState", "Succeeded")
                        .put("role", properties.has("partnerNamespace") ? "Primary" : "PrimaryNotReplicating")
                        .put("pendingReplicationOperationsCount", 0);
            case "eventgrid:Topic", "eventgrid:Domain" ->
                properties
                        .put("provisioningState", "Succeeded")
                        .put("metricResourceId", uuid("metrics of " + id))
                        .put(
                                "endpoint",
                                "https://" + name + "."
                                        + ServiceRules.plain(
                                                body.path("location").asText())
                                        + "-1.eventgrid.azure.net/api/events");
            case "authorization:RoleAssignment" ->
                properties.put("scope", id.substring(0, id.indexOf("/providers/Microsoft.Authorization/")));
            case "managedidentity:UserAssignedIdentity" ->
                properties
                        .put("principalId", uuid("principal of " + id))
                        .put("clientId", uuid("client of " + id))
                        .put("tenantId", uuid("tenant"));
            case "containerservice:ManagedCluster" -> {
                properties.put("provisioningState", "Succeeded");
                if (properties.path("oidcIssuerProfile").path("enabled").asBoolean()) {
                    Json.child(properties, "oidcIssuerProfile")
                            .put("issuerURL", "https://oidc.stand-in.invalid/" + uuid("issuer of " + id) + "/");
                }
            }
            default -> properties.put("provisioningState", "Succeeded");
        }
        if (body.path("identity").path("type").asText().contains("SystemAssigned")) {
            Json.child(body, "identity")
                    .put("principalId", uuid("principal of " + id))
                    .put("tenantId", uuid("tenant"));
        }
    }

    private static JsonNode locationOf(Cloud.State state, String id) {
        return state.find(id).orElseGet(Json::object).path("location").deepCopy();
    }

    static String shown(String location) {
        return SHOWN_LOCATIONS.getOrDefault(ServiceRules.plain(location), location);
    }

    /** No clock: every resource is created at the same moment and ages by a second with each update. */
    private static void stamp(ObjectNode properties, Optional<ObjectNode> old) {
        JsonNode before = old.map(body -> body.path("properties")).orElseGet(Json::object);
        String updated = before.path("updatedAt").isTextual()
                ? Instant.parse(before.path("updatedAt").asText())
                        .plusSeconds(1)
                        .toString()
                : BEGIN.toString();
        properties
                .put("createdAt", before.path("createdAt").asText(BEGIN.toString()))
                .put("updatedAt", updated);
    }

    private static String uuid(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(UTF_8)).toString();
    }

    /** Outputs that follow from others, so that they say nothing about what was asked for. */
    static List<String> derived(ArmType type) {
        return switch (type.token()) {
            case "eventhub:EventHub" -> List.of("messageRetentionInDays");
            default -> List.of();
        };
    }
}
