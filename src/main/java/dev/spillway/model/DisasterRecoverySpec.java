package dev.spillway.model;

import dev.spillway.model.NetworkSpec.PrivateEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is there when a region is lost.
 *
 * @param aliasName the name that clients use for whichever namespace is the primary; with {@code metadata}
 * @param secondaryLocation the other region
 * @param secondaryNamespaceName with {@code metadata}; where empty, that of the primary with {@code -secondary}
 * @param privateEndpoints to the secondary, with {@code metadata}; where empty, those of the primary once more
 * @param maxReplicationLag with {@code geoReplication}: zero waits for both regions before it accepts an event
 */
public record DisasterRecoverySpec(
        Kind kind,
        Optional<String> aliasName,
        Optional<String> secondaryLocation,
        Optional<String> secondaryNamespaceName,
        List<PrivateEndpoint> privateEndpoints,
        Optional<Duration> maxReplicationLag) {
    /** How long an asynchronous copy may trail, where nothing else is said: the shortest that the service knows. */
    public static final Duration SHORTEST_LAG = Duration.ofMinutes(5);

    /** The longest that the service knows. */
    public static final Duration LONGEST_LAG = Duration.ofDays(1);

    public DisasterRecoverySpec {
        privateEndpoints = List.copyOf(privateEndpoints);
    }

    /** A pair with an alias: settings in both regions, events in one. */
    public static DisasterRecoverySpec metadata(String aliasName, String secondaryLocation) {
        return new DisasterRecoverySpec(
                Kind.METADATA,
                Optional.of(aliasName),
                Optional.of(secondaryLocation),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** Events, settings and schemas in both regions under one name. */
    public static DisasterRecoverySpec geoReplication(String secondaryLocation, Duration maxReplicationLag) {
        return new DisasterRecoverySpec(
                Kind.GEO_REPLICATION,
                Optional.empty(),
                Optional.of(secondaryLocation),
                Optional.empty(),
                List.of(),
                Optional.of(maxReplicationLag));
    }

    /** The name in Azure of a secondary that was given none. */
    public static String derivedSecondaryName(String primary) {
        return primary + "-secondary";
    }

    /** The same with a second region where none was given. */
    public DisasterRecoverySpec orIn(Optional<String> location) {
        return new DisasterRecoverySpec(
                kind,
                aliasName,
                secondaryLocation.or(() -> location),
                secondaryNamespaceName,
                privateEndpoints,
                maxReplicationLag);
    }

    /** What is copied. */
    public enum Kind {
        NONE("none"),
        METADATA("metadata"),
        GEO_REPLICATION("geoReplication");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
