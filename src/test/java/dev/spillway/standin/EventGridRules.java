package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Event Grid wants to find before it takes a subscription. */
final class EventGridRules {
    private static final String BLOB_CONTRIBUTOR = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private static final String HUB_SENDER = "2b629674-e913-4c01-ae53-ef4638d8f975";

    private EventGridRules() {}

    static void subscription(Cloud.State state, String id, ObjectNode body) {
        JsonNode properties = body.path("properties");
        JsonNode byIdentity = properties.path("deadLetterWithResourceIdentity");
        for (JsonNode holder : List.of(properties, byIdentity)) {
            JsonNode target = holder.path("deadLetterDestination").path("properties");
            if (target.has("blobContainerName")) {
                containerExists(state, target);
            }
        }
        JsonNode store =
                byIdentity.path("deadLetterDestination").path("properties").path("resourceId");
        if (store.isTextual()) {
            roleIsAssigned(state, id, byIdentity.path("identity"), store.asText(), BLOB_CONTRIBUTOR);
        }
        JsonNode delivery = properties.path("deliveryWithResourceIdentity");
        if (delivery.path("destination").path("endpointType").asText().equals("EventHub")) {
            String hub = delivery.path("destination")
                    .path("properties")
                    .path("resourceId")
                    .asText();
            roleIsAssigned(state, id, delivery.path("identity"), hub, HUB_SENDER);
        }
    }

    private static void containerExists(Cloud.State state, JsonNode target) {
        String container = target.path("resourceId").asText() + "/blobServices/default/containers/"
                + target.path("blobContainerName").asText();
        if (state.find(container).isEmpty()) {
            throw Refusal.badRequest(
                    "The dead letter destination is not valid: the container '" + container + "' could not be found.");
        }
    }

    private static void roleIsAssigned(
            Cloud.State state, String subscription, JsonNode identity, String target, String role) {
        Optional<String> principal = principal(state, subscription, identity);
        boolean assigned = principal.isPresent()
                && state.ofType("Microsoft.Authorization/roleAssignments").stream()
                        .anyMatch(assignment -> grants(assignment, principal.get(), role, target));
        if (!assigned) {
            throw Refusal.badRequest("The identity of the event subscription does not have the role " + role + " on '"
                    + target + "'. Assign the role before the event subscription is created.");
        }
    }

    private static boolean grants(JsonNode assignment, String principal, String role, String target) {
        JsonNode properties = assignment.path("properties");
        String scope = properties.path("scope").asText();
        return properties.path("principalId").asText().equalsIgnoreCase(principal)
                && properties
                        .path("roleDefinitionId")
                        .asText()
                        .toLowerCase(Locale.ROOT)
                        .endsWith(role)
                && target.toLowerCase(Locale.ROOT).startsWith(scope.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> principal(Cloud.State state, String subscription, JsonNode identity) {
        JsonNode own = identity.path("userAssignedIdentity");
        Optional<JsonNode> found = own.isTextual()
                ? state.find(own.asText()).map(body -> body.path("properties").path("principalId"))
                : holder(state, ServiceRules.parentOf(subscription))
                        .map(body -> body.path("identity").path("principalId"));
        return found.filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /** A topic of a domain has the identity of its domain. */
    private static Optional<ObjectNode> holder(Cloud.State state, String source) {
        Optional<ObjectNode> own = state.find(source).filter(body -> body.has("identity"));
        return own.isPresent() ? own : state.find(ServiceRules.parentOf(source));
    }
}
