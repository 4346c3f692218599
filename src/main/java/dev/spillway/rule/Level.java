package dev.spillway.rule;

/** What a violation does to the change: nothing, a note, or a stop. */
public enum Level {
    DISABLED("disabled"),
    ADVISORY("advisory"),
    MANDATORY("mandatory");

    private final String key;

    Level(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
