package dev.spillway.loss.sizing;

import dev.spillway.facts.Tier;

/** What can be sized, by the name that scenarios have for it. */
public enum Setting {
    THROUGHPUT_UNITS("throughputUnits", "units"),
    PROCESSING_UNITS("processingUnits", "units"),
    CAPACITY_UNITS("capacityUnits", "units"),
    INFLATE_CEILING("maximumThroughputUnits", "units"),
    PARTITIONS("partitionCount", "partitions"),
    REPLICAS("minReplicas", "pods"),
    READERS("consumer.minReplicas", "pods"),
    RETENTION("retentionTimeInHours", "h"),
    RETRY_WINDOW("retryWindowSeconds", "s"),
    CLIENT_BUFFER("bufferedEventsLimit", "events"),
    POD_BUFFER("bufferedEventsPerPod", "events"),
    RATE_LIMIT("maxEventsPerSecond", "events/s");

    private final String key;
    private final String unit;

    Setting(String key, String unit) {
        this.key = key;
        this.unit = unit;
    }

    /** What a tier calls its units. */
    static Setting unitsOf(Tier tier) {
        return switch (tier) {
            case BASIC, STANDARD -> THROUGHPUT_UNITS;
            case PREMIUM -> PROCESSING_UNITS;
            case DEDICATED -> CAPACITY_UNITS;
        };
    }

    boolean isOfUnits() {
        return switch (this) {
            case THROUGHPUT_UNITS, PROCESSING_UNITS, CAPACITY_UNITS, INFLATE_CEILING -> true;
            default -> false;
        };
    }

    public String key() {
        return key;
    }

    public String unit() {
        return unit;
    }
}
