package dev.spillway.loss;

import java.util.Arrays;
import java.util.Optional;

/** Which of a client's three retry windows is counted on. */
public enum WindowEstimate {
    GUARANTEED("guaranteed"),
    NOMINAL("nominal"),
    LONGEST("longest");

    private final String key;

    WindowEstimate(String key) {
        this.key = key;
    }

    /** The name in scenarios. */
    public String key() {
        return key;
    }

    public static Optional<WindowEstimate> byKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
