package dev.spillway.model;

/** Which findings stop a change: none, the catalogue's defaults, or everything high and critical. */
public enum RuleProfile {
    OBSERVE("observe"),
    BASELINE("baseline"),
    STRICT("strict");

    private final String key;

    RuleProfile(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
