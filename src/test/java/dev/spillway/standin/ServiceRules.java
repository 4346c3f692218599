package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Azure refuses although the schema allows it, in words like Azure's. Its figures are not asked of our facts. */
final class ServiceRules {
    static final String NAMESPACES = "Microsoft.EventHub/namespaces";
    static final String HUBS = "Microsoft.EventHub/namespaces/eventhubs";
    static final String GROUPS = "Microsoft.EventHub/namespaces/eventhubs/consumergroups";
    static final String PAIRINGS = "Microsoft.EventHub/namespaces/disasterRecoveryConfigs";

    private static final List<Integer> PREMIUM_UNITS = List.of(1, 2, 4, 8, 16);
    private static final int MOST_HUBS = 10;
    private static final int MOST_CONSUMER_GROUPS = 20;

    private ServiceRules() {}

    /**
     * Refuses a PUT.
     *
     * @param body what would be there afterwards
     */
    static void put(Cloud.State state, ArmType type, String id, ObjectNode body, Optional<ObjectNode> old) {
        parentExists(state, type, id);
        switch (type.token()) {
            case "eventhub:Namespace" -> namespace(state, id, body, old);
            case "eventhub:EventHub" -> hub(state, id, body, old);
            case "eventhub:ConsumerGroup" -> consumerGroup(state, id, old);
            case "eventhub:DisasterRecoveryConfig" -> pairing(state, id, body, old);
            default -> {
                if (type.token().endsWith("EventSubscription")) {
                    EventGridRules.subscription(state, id, body);
                }
            }
        }
    }

    static void delete(Cloud.State state, String id) {
        if (idMatches(parentOf(id), NAMESPACES) && isPaired(state, id)) {
            throw Refusal.conflict(
                    "The alias " + lastOf(id) + " is paired and cannot be deleted. Break the pairing first.");
        }
        if (!idMatches(id, NAMESPACES)) {
            return;
        }
        if (!state.below(id, PAIRINGS).isEmpty() || isSecondary(state, id)) {
            throw Refusal.conflict("The namespace " + lastOf(id)
                    + " is part of a geo disaster recovery pairing and cannot be deleted. Break the pairing first.");
        }
    }

    private static void parentExists(Cloud.State state, ArmType type, String id) {
        if (!id.startsWith("/subscriptions/") || type.armType().endsWith("/resourceGroups")) {
            return;
        }
        String[] parts = id.split("/", -1);
        if (parts.length > 5 && parts[3].equalsIgnoreCase("resourceGroups")) {
            String group = String.join("/", List.of(parts).subList(0, 5));
            if (state.find(group).isEmpty()) {
                throw new Refusal(
                        404, "ResourceGroupNotFound", "Resource group '" + parts[4] + "' could not be found.");
            }
        }
        if (type.isExtension()) {
            return;
        }
        String parent = parentOf(id);
        String grandparent = parent.endsWith("/blobServices/default") ? parentOf(parent) : parent;
        boolean topLevel = !grandparent.matches(".*/providers/[^/]+/.+");
        if (!topLevel && state.find(grandparent).isEmpty()) {
            throw new Refusal(
                    404,
                    "ParentResourceNotFound",
                    "Failed to perform 'write' on resource(s) of type '"
                            + type.armType().substring(type.armType().indexOf('/') + 1)
                            + "', because the parent resource '" + grandparent + "' could not be found.");
        }
    }

    // ---- Event Hubs

    private static void namespace(Cloud.State state, String id, ObjectNode body, Optional<ObjectNode> old) {
        boolean taken = state.ofType(NAMESPACES).stream()
                .anyMatch(other -> !other.path("id").asText().equalsIgnoreCase(id)
                        && other.path("name").asText().equalsIgnoreCase(lastOf(id)));
        if (taken) {
            throw Refusal.badRequest("Namespace '" + lastOf(id) + "' is not available, because it already exists.");
        }
        String tier = tier(body);
        if (!body.path("sku").path("name").asText().equals(tier)) {
            throw Refusal.badRequest("The SKU tier " + tier + " must be the SKU name "
                    + body.path("sku").path("name").asText() + ".");
        }
        units(body, tier);
        if (old.isEmpty()) {
            return;
        }
        if (!tier(old.get()).equals(tier)) {
            throw Refusal.badRequest(
                    "Updating namespace sku from " + tier(old.get()) + " to " + tier + " is not supported.");
        }
        for (String fixed : List.of("zoneRedundant", "clusterArmId")) {
            if (!old.get()
                    .path("properties")
                    .path(fixed)
                    .equals(body.path("properties").path(fixed))) {
                throw Refusal.badRequest("The property '" + fixed + "' cannot be changed after creation.");
            }
        }
        if (!plain(old.get().path("location").asText())
                .equals(plain(body.path("location").asText()))) {
            throw new Refusal(
                    409,
                    "InvalidResourceLocation",
                    "The resource '" + lastOf(id) + "' already exists in location '"
                            + plain(old.get().path("location").asText())
                            + "'. A resource with the same name cannot be created in location '"
                            + plain(body.path("location").asText()) + "'.");
        }
    }

    private static void units(ObjectNode body, String tier) {
        int capacity = body.path("sku").path("capacity").asInt();
        if (tier.equals("Premium") && !PREMIUM_UNITS.contains(capacity)) {
            throw Refusal.badRequest(
                    "Premium namespaces can have 1, 2, 4, 8 or 16 processing units, not " + capacity + ".");
        }
        boolean inflates = body.path("properties").path("isAutoInflateEnabled").asBoolean();
        int most = body.path("properties").path("maximumThroughputUnits").asInt();
        if (inflates && !tier.equals("Standard")) {
            throw Refusal.badRequest("Auto-inflate is not supported on a namespace of SKU " + tier + ".");
        }
        if (inflates && most < Math.max(1, capacity)) {
            throw Refusal.badRequest("MaximumThroughputUnits " + most
                    + " must be between 1 and 40 and not less than the throughput units, which are " + capacity + ".");
        }
        if (!inflates && most > 0) {
            throw Refusal.badRequest(
                    "MaximumThroughputUnits must be 0 while auto-inflate is not enabled, not " + most + ".");
        }
    }

    private static void hub(Cloud.State state, String id, ObjectNode body, Optional<ObjectNode> old) {
        ObjectNode namespace = state.find(parentOf(id)).orElseGet(Json::object);
        String tier = tier(namespace);
        boolean dedicated = namespace.path("properties").has("clusterArmId");
        boolean large = tier.equals("Premium") || dedicated;
        int partitions = body.path("properties").path("partitionCount").asInt();
        int most = dedicated ? 1024 : large ? 100 : 32;
        if (partitions > most) {
            throw Refusal.badRequest(
                    "PartitionCount " + partitions + " is more than " + most + ", the most of SKU " + tier + ".");
        }
        int hours = body.path("properties")
                .path("retentionDescription")
                .path("retentionTimeInHours")
                .asInt();
        int longest = tier.equals("Basic") ? 24 : large ? 2160 : 168;
        if (hours > longest) {
            throw Refusal.badRequest(
                    "RetentionTimeInHours " + hours + " is more than " + longest + ", the most of SKU " + tier + ".");
        }
        CaptureRules.hub(state, namespace, tier, body);
        if (old.isPresent()) {
            samePartitions(old.get().path("properties").path("partitionCount").asInt(), partitions, tier, large);
            return;
        }
        if (isSecondary(state, parentOf(id))) {
            throw Refusal.conflict("Namespace " + lastOf(parentOf(id))
                    + " is the secondary of a geo disaster recovery pairing and takes no new entities.");
        }
        if (!large && state.below(parentOf(id), HUBS).size() >= MOST_HUBS) {
            throw new Refusal(
                    403,
                    "QuotaExceeded",
                    "A namespace of SKU " + tier + " can have " + MOST_HUBS + " event hubs at most.");
        }
    }

    private static void samePartitions(int before, int after, String tier, boolean large) {
        if (!large && before != after) {
            throw new Refusal(
                    400,
                    "MessagingGatewayBadRequest",
                    "SubCode=40000. The property 'PartitionCount' of an event hub cannot be changed from " + before
                            + " to " + after + " on a namespace of SKU " + tier + ".");
        }
        if (after < before) {
            throw new Refusal(
                    400,
                    "MessagingGatewayBadRequest",
                    "SubCode=40000. The property 'PartitionCount' of an event hub cannot be decreased from " + before
                            + " to " + after + ".");
        }
    }

    private static void consumerGroup(Cloud.State state, String id, Optional<ObjectNode> old) {
        String hub = parentOf(id);
        String tier = tier(state.find(parentOf(hub)).orElseGet(Json::object));
        if (old.isPresent() || tier.equals("Premium")) {
            return;
        }
        // Every hub is born with $Default.
        int most = tier.equals("Basic") ? 0 : MOST_CONSUMER_GROUPS - 1;
        if (state.below(hub, GROUPS).size() >= most) {
            throw new Refusal(
                    403,
                    "QuotaExceeded",
                    "An event hub of SKU " + tier + " can have " + (most + 1)
                            + " consumer groups at most, with $Default.");
        }
    }

    private static void pairing(Cloud.State state, String id, ObjectNode body, Optional<ObjectNode> old) {
        String primary = parentOf(id);
        String partner = body.path("properties").path("partnerNamespace").asText();
        if (old.isPresent()
                && !old.get()
                        .path("properties")
                        .path("partnerNamespace")
                        .asText()
                        .equalsIgnoreCase(partner)) {
            throw Refusal.conflict("The alias " + lastOf(id)
                    + " is paired already. Break the pairing before it is paired with another namespace.");
        }
        if (old.isPresent() || partner.isEmpty()) {
            return;
        }
        ObjectNode secondary = state.find(partner)
                .filter(found -> idMatches(partner, NAMESPACES) && !partner.equalsIgnoreCase(primary))
                .orElseThrow(() -> Refusal.badRequest(
                        "The partner namespace must be the id of another namespace that exists, not '" + partner
                                + "'."));
        String tier = tier(state.find(primary).orElseGet(Json::object));
        if (tier.equals("Basic") || !tier.equals(tier(secondary))) {
            throw Refusal.badRequest(
                    "A namespace of SKU " + tier + " cannot be paired with one of SKU " + tier(secondary) + ".");
        }
        if (!state.below(partner, HUBS).isEmpty()) {
            throw Refusal.badRequest("The secondary namespace " + lastOf(partner)
                    + " must be empty: it has event hubs, and pairing would replace them.");
        }
        boolean paired = !state.below(primary, PAIRINGS).isEmpty()
                || isSecondary(state, primary)
                || !state.below(partner, PAIRINGS).isEmpty()
                || isSecondary(state, partner);
        if (paired) {
            throw Refusal.conflict("One of the namespaces is part of a pairing already.");
        }
        if (state.ofType(PAIRINGS).stream()
                .anyMatch(other -> other.path("name").asText().equalsIgnoreCase(lastOf(id)))) {
            throw Refusal.conflict("The alias " + lastOf(id) + " is not available.");
        }
    }

    // ---- common

    private static boolean isPaired(Cloud.State state, String id) {
        return state.find(id)
                .filter(body -> body.path("type").asText().equalsIgnoreCase(PAIRINGS))
                .filter(body -> !body.path("properties")
                        .path("partnerNamespace")
                        .asText()
                        .isEmpty())
                .isPresent();
    }

    private static boolean isSecondary(Cloud.State state, String namespace) {
        return state.ofType(PAIRINGS).stream()
                .anyMatch(pairing -> pairing.path("properties")
                        .path("partnerNamespace")
                        .asText()
                        .equalsIgnoreCase(namespace));
    }

    private static String tier(JsonNode namespace) {
        return namespace.path("sku").path("tier").asText();
    }

    static boolean idMatches(String id, String armType) {
        String kind = armType.substring(armType.indexOf('/') + 1);
        return id.toLowerCase(Locale.ROOT)
                .matches(".*/providers/microsoft\\.eventhub/" + kind.toLowerCase(Locale.ROOT) + "/[^/]+");
    }

    static String parentOf(String id) {
        String type = id.substring(0, Math.max(0, id.lastIndexOf('/')));
        return type.substring(0, Math.max(0, type.lastIndexOf('/')));
    }

    static String lastOf(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** A location as programs write it, whether given so or as Azure shows it. */
    static String plain(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
