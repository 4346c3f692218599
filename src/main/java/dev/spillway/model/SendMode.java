package dev.spillway.model;

/** How a producer chooses the partition of an event. */
public enum SendMode {
    PARTITION("partition"),
    KEY("key"),
    ROUND_ROBIN("roundRobin");

    private final String key;

    SendMode(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
