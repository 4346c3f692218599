package dev.spillway.model;

/** How generously a stack is sized. {@code dev} leaves stateful resources unprotected. */
public enum SizingProfile {
    DEV("dev"),
    STANDARD("standard"),
    MISSION_CRITICAL("mission-critical");

    private final String key;

    SizingProfile(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
