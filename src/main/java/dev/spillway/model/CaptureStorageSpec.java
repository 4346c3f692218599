package dev.spillway.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the captured files of a namespace go; what is empty is derived.
 *
 * @param existingAccountId an account that somebody else looks after; then only the containers are ours
 * @param softDeleteDays how long a deleted file can be had back
 * @param coolAfterDays age at which files move to cheaper storage
 * @param keepDays age at which files are deleted; empty is never
 * @param immutableDays how long nobody can change or delete a file; empty is not at all
 */
public record CaptureStorageSpec(
        Optional<String> accountName,
        Optional<String> existingAccountId,
        Optional<Redundancy> redundancy,
        Authentication authentication,
        OptionalInt softDeleteDays,
        OptionalInt coolAfterDays,
        OptionalInt keepDays,
        OptionalInt immutableDays) {
    /** An account of our own with everything derived. */
    public static final CaptureStorageSpec DERIVED = new CaptureStorageSpec(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Authentication.IDENTITY,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());

    /** Over what the copies are spread. */
    public enum Redundancy {
        ZONE("zone", "Standard_ZRS"),
        GEO_ZONE("geoZone", "Standard_GZRS"),
        GEO("geo", "Standard_GRS");

        private final String key;
        private final String sku;

        Redundancy(String key, String sku) {
            this.key = key;
            this.sku = sku;
        }

        public String key() {
            return key;
        }

        /** The account's SKU by Azure's name. */
        public String sku() {
            return sku;
        }

        /** Whether the region has to have zones for it. */
        public boolean needsZones() {
            return this != GEO;
        }

        /** Whether the region has to have a pair for it. */
        public boolean needsPair() {
            return this != ZONE;
        }
    }

    /** How the service proves that it may write. */
    public enum Authentication {
        IDENTITY("identity"),
        KEY("key");

        private final String key;

        Authentication(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
