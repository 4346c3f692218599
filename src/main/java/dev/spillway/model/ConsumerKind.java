package dev.spillway.model;

/** What a consumer reads with, which decides how it learns of new partitions. */
public enum ConsumerKind {
    PROCESSOR("processor"),
    DIRECT("direct"),
    KAFKA("kafka"),
    LEGACY_PROCESSOR("legacyProcessor");

    private final String key;

    ConsumerKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
