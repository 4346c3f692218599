package dev.spillway.model;

/** What readers of a hub rely on: the order of the events of one key, or none. */
public enum Ordering {
    PER_KEY("perKey"),
    NONE("none");

    private final String key;

    Ordering(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
