package dev.spillway.model;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What may be lost, and how long a consumer, a subscriber or a region may be away. Without a budget nothing may be lost.
 *
 * @param maxEventLossRatio largest lost / offered inside the load's window, 0 to 1
 * @param maxLostEvents largest number of lost events inside the load's window
 */
public record RecoveryTarget(
        OptionalDouble maxEventLossRatio,
        OptionalDouble maxLostEvents,
        Comparison compare,
        Duration consumerOutage,
        Duration subscriberOutage,
        Duration regionOutage) {
    /** How long a subscriber of Event Grid may be away where nothing is said. */
    public static final Duration SUBSCRIBER_OUTAGE = Duration.ofHours(12);

    /** How long a region may be away where nothing is said. */
    public static final Duration REGION_OUTAGE = Duration.ofHours(2);

    /** A target that says nothing of subscribers and regions. */
    public RecoveryTarget(
            OptionalDouble maxEventLossRatio,
            OptionalDouble maxLostEvents,
            Comparison compare,
            Duration consumerOutage) {
        this(maxEventLossRatio, maxLostEvents, compare, consumerOutage, SUBSCRIBER_OUTAGE, REGION_OUTAGE);
    }

    /** Which end of the forecast's range the budget is held against. */
    public enum Comparison {
        BEST("best"),
        HIGH("high");

        private final String key;

        Comparison(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
