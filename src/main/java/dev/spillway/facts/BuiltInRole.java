package dev.spillway.facts;

/**
 * Roles that Azure brings along, by their ids, which are the same in every tenant
 * (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles, 2026-11-20).
 */
public enum BuiltInRole {
    EVENT_HUBS_DATA_SENDER("Azure Event Hubs Data Sender", "2b629674-e913-4c01-ae53-ef4638d8f975"),
    EVENT_HUBS_DATA_RECEIVER("Azure Event Hubs Data Receiver", "a638d3c7-ab3a-418d-83e6-5f17a39d4fde"),
    STORAGE_BLOB_DATA_CONTRIBUTOR("Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe");

    private final String title;
    private final String id;

    BuiltInRole(String title, String id) {
        this.title = title;
        this.id = id;
    }

    public String title() {
        return title;
    }

    /** The resource id that a role assignment names. */
    public String definitionId() {
        return "/providers/Microsoft.Authorization/roleDefinitions/" + id;
    }
}
