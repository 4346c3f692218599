package dev.spillway.facts;

/** Built-in roles of Azure that the way of events needs, by their published ids (Azure built-in roles page). */
public enum DataRole {
    EVENT_HUBS_SENDER("Azure Event Hubs Data Sender", "2b629674-e913-4c01-ae53-ef4638d8f975"),
    EVENT_HUBS_RECEIVER("Azure Event Hubs Data Receiver", "a638d3c7-ab3a-418d-83e6-5f17a39d4fde"),
    EVENT_HUBS_OWNER("Azure Event Hubs Data Owner", "f526a384-b230-433a-b45c-95f59c4a2dec"),
    STORAGE_BLOB_CONTRIBUTOR("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
    STORAGE_QUEUE_SENDER("Storage Queue Data Message Sender", "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"),
    SERVICE_BUS_SENDER("Azure Service Bus Data Sender", "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"),
    EVENT_GRID_SENDER("EventGrid Data Sender", "d5a91429-5739-47e2-a06b-3470a27159e7"),
    KEY_VAULT_CRYPTO_USER("Key Vault Crypto Service Encryption User", "e147488a-f6f5-4113-8e2d-b22465e65bf6");

    private final String title;
    private final String id;

    DataRole(String title, String id) {
        this.title = title;
        this.id = id;
    }

    /** As the portal shows it. */
    public String title() {
        return title;
    }

    /** The role definition, which is the same in every subscription. */
    public String definition() {
        return "/providers/Microsoft.Authorization/roleDefinitions/" + id;
    }
}
