package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the older provider says of storage accounts in two words, or by its own defaults. */
final class StorageWords {
    private static final int SOFT_DELETE_DAYS = 7;

    private StorageWords() {}

    /** Tier and replication are one word; an account without a kind is made as StorageV2. */
    static void complete(ObjectNode own, ObjectNode general) {
        JsonNode tier = Inputs.open(own.path("accountTier"));
        JsonNode copies = Inputs.open(own.path("accountReplicationType"));
        if (Inputs.isUnknown(tier) || Inputs.isUnknown(copies)) {
            general.withObjectProperty("sku").put("name", Inputs.UNKNOWN);
        } else if (tier.isTextual() && copies.isTextual()) {
            general.withObjectProperty("sku").put("name", tier.textValue() + "_" + copies.textValue());
        }
        general.remove("accountTier");
        if (!general.has("kind")) {
            general.put("kind", "StorageV2");
        }
    }

    /** Soft delete that names no days keeps blobs and containers for a week. */
    static void completeDays(ObjectNode own, ObjectNode general) {
        for (String policy : new String[] {"deleteRetentionPolicy", "containerDeleteRetentionPolicy"}) {
            if (general.path(policy).isObject() && !general.path(policy).has("days")) {
                general.withObjectProperty(policy).put("days", SOFT_DELETE_DAYS);
            }
        }
    }
}
