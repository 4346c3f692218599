package dev.spillway.facts;

import java.util.Arrays;
import java.util.Optional;

/** Tier of an Event Hubs namespace, by Azure's own name. */
public enum Tier {
    BASIC("Basic"),
    STANDARD("Standard"),
    PREMIUM("Premium"),
    DEDICATED("Dedicated");

    private final String azureName;

    Tier(String azureName) {
        this.azureName = azureName;
    }

    public String azureName() {
        return azureName;
    }

    public static Optional<Tier> byAzureName(String name) {
        return Arrays.stream(values())
                .filter(tier -> tier.azureName.equals(name))
                .findFirst();
    }
}
