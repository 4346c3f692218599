package dev.spillway.loss;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is prepared for the loss of a region.
 *
 * @param detectionSeconds until somebody or something decides to fail over
 * @param failoverSeconds from the decision until the secondary region takes events
 * @param replicationLagSeconds how far geo-replication is behind; zero where writes wait for it
 * @param secondaryThroughputUnits units of the other region; empty where it has the current ones
 */
public record DisasterRecovery(
        Strategy strategy,
        double detectionSeconds,
        double failoverSeconds,
        double replicationLagSeconds,
        OptionalInt secondaryThroughputUnits) {
    /** Nothing is prepared. */
    public static final DisasterRecovery NONE = of(Strategy.NONE);

    private static final double DETECTION_SECONDS = 300;
    private static final double FAILOVER_SECONDS = 600;

    public DisasterRecovery {
        Require.zeroOrMore("detectionSeconds", detectionSeconds);
        Require.zeroOrMore("failoverSeconds", failoverSeconds);
        Require.zeroOrMore("replicationLagSeconds", replicationLagSeconds);
        secondaryThroughputUnits.ifPresent(units -> Require.atLeast(1, "secondaryThroughputUnits", units));
    }

    /** With 5 minutes to detect, 10 minutes to fail over, no replication lag, and as many units on the other side. */
    public static DisasterRecovery of(Strategy strategy) {
        return new DisasterRecovery(strategy, DETECTION_SECONDS, FAILOVER_SECONDS, 0, OptionalInt.empty());
    }

    /** From the loss of the region until the senders reach the other one; infinity where they never do. */
    double untilSecondarySeconds() {
        return strategy == Strategy.NONE ? Double.POSITIVE_INFINITY : detectionSeconds + failoverSeconds;
    }

    /** The ways to survive the loss of a region. */
    public enum Strategy {
        NONE("none"),
        /** The names are paired, the events are not copied. */
        GEO_DR_METADATA("geoDrMetadata"),
        /** The senders know a second namespace. */
        CLIENT_FAILOVER("clientFailover"),
        /** The events are copied too. */
        GEO_REPLICATION("geoReplication"),
        /** Every event goes to both regions at once. */
        DUAL_PUBLISH("dualPublish");

        private final String key;

        Strategy(String key) {
            this.key = key;
        }

        /** The name in scenarios. */
        public String key() {
            return key;
        }

        public static Optional<Strategy> byKey(String key) {
            return Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }
}
