package dev.spillway.facts;

/** The built-in roles that Event Grid, its publishers and its dead letters need. */
public enum GridRole {
    EVENT_GRID_DATA_SENDER("d5a91429-5739-47e2-a06b-3470a27159e7"),
    EVENT_HUBS_DATA_SENDER("2b629674-e913-4c01-ae53-ef4638d8f975"),
    SERVICE_BUS_DATA_SENDER("69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"),
    STORAGE_QUEUE_DATA_MESSAGE_SENDER("c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"),
    STORAGE_BLOB_DATA_CONTRIBUTOR("ba92f5b4-2d11-453d-a403-e96b0029c9fe");

    private final String id;

    GridRole(String id) {
        this.id = id;
    }

    /** Its resource id, which is the same in every subscription. */
    public String definitionId() {
        return "/providers/Microsoft.Authorization/roleDefinitions/" + id;
    }
}
