package dev.spillway.plan;

/** Where a planned value comes from. */
public enum Source {
    GIVEN("given"),
    DERIVED("derived"),
    DEFAULT("default"),
    PROFILE("profile"),
    DEPLOYED("deployed");

    private final String key;

    Source(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
