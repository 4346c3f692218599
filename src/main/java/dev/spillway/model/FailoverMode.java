package dev.spillway.model;

/** How a publisher uses the two resources of a failover pair. */
public enum FailoverMode {
    ACTIVE_ACTIVE("activeActive"),
    ACTIVE_PASSIVE("activePassive");

    private final String key;

    FailoverMode(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
