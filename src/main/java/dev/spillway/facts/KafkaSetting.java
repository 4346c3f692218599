package dev.spillway.facts;

import java.util.List;

/**
 * What a Kafka client of Event Hubs is set to, from {@code kafka-clients.csv}.
 *
 * @param name the key of the client's own configuration
 */
public record KafkaSetting(String name, Side side, String value) {
    private static final List<KafkaSetting> ALL = FactTable.rows("kafka-clients.csv").stream()
            .map(row -> new KafkaSetting(row.get("setting"), Side.of(row.get("role")), row.get("value")))
            .toList();

    /** Which end of the way it belongs to. */
    public enum Side {
        PRODUCER,
        CONSUMER,
        BOTH;

        private static Side of(String role) {
            return valueOf(role.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** What a client of this side is set to. */
    public static List<KafkaSetting> of(Side side) {
        return ALL.stream()
                .filter(setting -> setting.side == side || setting.side == Side.BOTH)
                .toList();
    }

    /** A figure of the table. */
    public static int figure(String name) {
        return ALL.stream()
                .filter(setting -> setting.name.equals(name))
                .mapToInt(setting -> Integer.parseInt(setting.value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no Kafka setting " + name));
    }
}
