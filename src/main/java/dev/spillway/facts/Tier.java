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

    /** Whether capacity is bought by the machine: partitions may grow, keys may be one's own, no rate is published. */
    public boolean isLarge() {
        return this == PREMIUM || this == DEDICATED;
    }

    public static Optional<Tier> byAzureName(String name) {
        return Arrays.stream(values())
                .filter(tier -> tier.azureName.equals(name))
                .findFirst();
    }
}
