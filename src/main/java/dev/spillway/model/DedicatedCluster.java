package dev.spillway.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The cluster that a Dedicated namespace lies in: one that exists, or one of its own.
 *
 * @param existingId Azure's id of a cluster that exists; with it nothing else is given
 * @param capacityUnits of a cluster of its own, 1 to 20; derived where empty
 */
public record DedicatedCluster(Optional<String> existingId, OptionalInt capacityUnits) {
    /** A cluster of its own whose size is derived. */
    public static final DedicatedCluster OWN = new DedicatedCluster(Optional.empty(), OptionalInt.empty());

    /** A cluster that somebody else declares. */
    public static DedicatedCluster existing(String id) {
        return new DedicatedCluster(Optional.of(id), OptionalInt.empty());
    }

    /** A cluster of its own of that size. */
    public static DedicatedCluster of(int capacityUnits) {
        return new DedicatedCluster(Optional.empty(), OptionalInt.of(capacityUnits));
    }
}
