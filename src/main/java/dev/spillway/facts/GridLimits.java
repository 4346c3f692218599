package dev.spillway.facts;

/**
 * What Event Grid takes at most.
 *
 * <p>Source: https://learn.microsoft.com/azure/event-grid/quotas-limits, read on 2026-11-20.
 */
public final class GridLimits {
    /** Events a second that a topic or a domain takes. */
    public static final int TOPIC_EVENTS_PER_SECOND = 5_000;

    public static final int LARGEST_EVENT_BYTES = 1_000_000;
    public static final int SUBSCRIPTIONS_PER_TOPIC = 500;
    /** Subscriptions at the scope of a domain, for all of its topics. */
    public static final int SUBSCRIPTIONS_OF_A_DOMAIN = 50;

    public static final int EVENTS_PER_BATCH = 5_000;
    public static final int BATCH_KILOBYTES = 1_024;
    public static final int INBOUND_IP_RULES = 128;
    public static final int PRIVATE_ENDPOINTS = 64;

    /** Throughput units of a namespace, and what each of them lets in. */
    public static final int NAMESPACE_UNITS = 40;

    public static final int EVENTS_PER_SECOND_AND_UNIT = 1_000;
    public static final int BYTES_PER_SECOND_AND_UNIT = 1_000_000;
    public static final int NAMESPACE_RETENTION_DAYS = 7;
    public static final int LONGEST_RECEIVE_LOCK_SECONDS = 300;
    public static final int SHORTEST_RECEIVE_LOCK_SECONDS = 60;
    public static final int QUEUE_DELIVERIES = 10;
    public static final int LONGEST_SESSION_HOURS = 8;

    private GridLimits() {}
}
