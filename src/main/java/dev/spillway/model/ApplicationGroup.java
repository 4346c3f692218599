package dev.spillway.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Clients of a Premium or Dedicated namespace that are held to a share of it, so that they cannot starve the others.
 *
 * @param client {@code AADAppID=<id>} or {@code SASKeyName=<rule>}
 * @param enabled whether the clients may come in at all
 * @param limits by what is counted, per second; more is refused as by a namespace that is too small
 */
public record ApplicationGroup(String name, String client, boolean enabled, Map<Limit, Long> limits) {
    public ApplicationGroup {
        Map<Limit, Long> sorted = new EnumMap<>(Limit.class);
        sorted.putAll(limits);
        limits = Collections.unmodifiableMap(sorted);
    }

    /** What is counted, by Azure's own name. */
    public enum Limit {
        INCOMING_BYTES("IncomingBytes"),
        INCOMING_MESSAGES("IncomingMessages"),
        OUTGOING_BYTES("OutgoingBytes"),
        OUTGOING_MESSAGES("OutgoingMessages");

        private final String azureName;

        Limit(String azureName) {
            this.azureName = azureName;
        }

        public String azureName() {
            return azureName;
        }
    }
}
