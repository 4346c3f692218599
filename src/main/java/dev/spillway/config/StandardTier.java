package dev.spillway.config;

/**
 * What an Event Hubs namespace on Standard allows: learn.microsoft.com/azure/event-hubs/event-hubs-quotas, as compiled on
 * 2026-11-20. It moves into {@code facts} with the table of tiers.
 */
final class StandardTier {
    static final int MOST_THROUGHPUT_UNITS = 40;
    static final int MOST_PARTITIONS = 32;
    static final int MOST_RETENTION_HOURS = 168;
    static final int MOST_CONSUMER_GROUPS = 20;
    static final int MOST_HUBS = 10;
    static final long LARGEST_EVENT_BYTES = 1_048_576;

    private StandardTier() {}
}
