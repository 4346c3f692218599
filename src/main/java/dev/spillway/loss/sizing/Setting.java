package dev.spillway.loss.sizing;

/** What can be sized, by the name that scenarios have for it. */
public enum Setting {
    THROUGHPUT_UNITS("throughputUnits", "units"),
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

    public String key() {
        return key;
    }

    public String unit() {
        return unit;
    }
}
