package dev.spillway.facts;

/** How an event of Event Grid is written. */
public enum EventSchema {
    CLOUD_EVENTS("CloudEventSchemaV1_0"),
    EVENT_GRID("EventGridSchema");

    private final String azureName;

    EventSchema(String azureName) {
        this.azureName = azureName;
    }

    public String azureName() {
        return azureName;
    }

    /** The one of the two that is meant. */
    public static EventSchema of(boolean cloudEvents) {
        return cloudEvents ? CLOUD_EVENTS : EVENT_GRID;
    }
}
