package dev.spillway.view;

import java.util.Arrays;
import java.util.Optional;

/** What a workload does with events. */
public enum Role {
    PRODUCER("producer"),
    CONSUMER("consumer"),
    RECEIVER("receiver");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static Optional<Role> byKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }
}
