package dev.spillway.rule;

/** Which quality of the Azure Well-Architected Framework a rule serves. */
public enum Pillar {
    RELIABILITY("reliability"),
    SECURITY("security"),
    OPERATIONS("operations"),
    PERFORMANCE("performance"),
    COST("cost");

    private final String key;

    Pillar(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
