package dev.spillway.loss.sizing;

/** How a value was found. */
public enum Method {
    /** By an equation, and a run that confirmed it. */
    CLOSED_FORM("closed form"),
    /** By halving, where more is known never to lose more. */
    BISECTION("bisection"),
    /** By trying one value after the other, where nothing is known. */
    SCAN("scan");

    private final String key;

    Method(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
