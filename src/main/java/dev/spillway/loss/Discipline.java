package dev.spillway.loss;

import java.util.Arrays;
import java.util.Optional;

/** The order in which a client sends what the broker refused. */
public enum Discipline {
    /** First in, first out: the best a given window can do. */
    FIFO("fifo"),
    /** The Azure SDK for Java: every send backs off on its own, and the refusals of a link are counted together. */
    LINK_RETRY("linkRetry");

    private final String key;

    Discipline(String key) {
        this.key = key;
    }

    /** The name in scenarios. */
    public String key() {
        return key;
    }

    public static Optional<Discipline> byKey(String key) {
        return Arrays.stream(values()).filter(value -> value.key.equals(key)).findFirst();
    }
}
