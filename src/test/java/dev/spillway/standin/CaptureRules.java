package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the service asks of a hub's Capture before it takes it: a place for the files, and the right to write there. */
final class CaptureRules {
    private static final List<String> TOKENS = List.of(
            "{Namespace}",
            "{EventHub}",
            "{PartitionId}",
            "{Year}",
            "{Month}",
            "{Day}",
            "{Hour}",
            "{Minute}",
            "{Second}");
    /** Storage Blob Data Contributor, and Owner. */
    private static final Set<String> WRITERS =
            Set.of("ba92f5b4-2d11-453d-a403-e96b0029c9fe", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b");

    private static final String ASSIGNMENTS = "Microsoft.Authorization/roleAssignments";

    private CaptureRules() {}

    static void hub(Cloud.State state, ObjectNode namespace, String tier, ObjectNode hub) {
        JsonNode capture = hub.path("properties").path("captureDescription");
        if (!capture.path("enabled").asBoolean()) {
            return;
        }
        if (tier.equals("Basic")) {
            throw Refusal.badRequest("Capture is not supported on a namespace of SKU Basic.");
        }
        JsonNode destination = capture.path("destination");
        JsonNode place = destination.path("properties");
        String format = place.path("archiveNameFormat").asText();
        TOKENS.stream().filter(token -> !format.contains(token)).findFirst().ifPresent(token -> {
            throw Refusal.badRequest("ArchiveNameFormat must contain the token " + token + ".");
        });
        String accountId = place.path("storageAccountResourceId").asText();
        ObjectNode account =
                state.find(accountId).orElseThrow(() -> linked("The account " + accountId + " is not there."));
        if (account.path("sku").path("name").asText().startsWith("Premium")) {
            throw Refusal.badRequest("Capture does not write to a premium storage account.");
        }
        String container = accountId + "/blobServices/default/containers/"
                + place.path("blobContainer").asText();
        if (state.find(container).isEmpty()) {
            throw linked("The container " + container + " is not there.");
        }
        if (destination.has("identity")) {
            identity(state, namespace, destination.path("identity"), container);
        } else if (!account.path("properties").path("allowSharedKeyAccess").asBoolean(true)) {
            throw linked("The account " + accountId + " takes no shared key.");
        }
    }

    private static void identity(Cloud.State state, ObjectNode namespace, JsonNode identity, String container) {
        String id = identity.path("userAssignedIdentity").asText();
        JsonNode held = namespace.path("identity").path("userAssignedIdentities");
        boolean isHeld = held.propertyStream().anyMatch(entry -> entry.getKey().equalsIgnoreCase(id));
        for (JsonNode one : held) {
            isHeld |= one.asText().equalsIgnoreCase(id);
        }
        if (!isHeld) {
            throw linked("The namespace does not have the identity " + id + ".");
        }
        String principal = state.find(id)
                .orElseThrow(() -> linked("The identity " + id + " is not there."))
                .path("properties")
                .path("principalId")
                .asText();
        boolean mayWrite = state.ofType(ASSIGNMENTS).stream()
                .map(assignment -> assignment.path("properties"))
                .anyMatch(assignment -> assignment.path("principalId").asText().equals(principal)
                        && WRITERS.stream()
                                .anyMatch(assignment.path("roleDefinitionId").asText()::endsWith)
                        && container
                                .toLowerCase(Locale.ROOT)
                                .startsWith(assignment.path("scope").asText().toLowerCase(Locale.ROOT)));
        if (!mayWrite) {
            throw linked("The identity " + id + " may not write to " + container + ".");
        }
    }

    private static Refusal linked(String why) {
        return new Refusal(403, "LinkedAuthorizationFailed", "Linked access check failed for Capture. " + why);
    }
}
