package dev.spillway.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a hub may be asked for beside its size.
 *
 * @param hotPartitionShare share of all events that goes to one partition, 0 to 1; empty where the load is even
 * @param status where empty, active
 * @param tombstoneRetention how long a compacted hub remembers that a key was deleted
 * @param existing whether the hub is somebody else's, so that only its consumer groups and rights are declared
 */
public record HubOptions(
        OptionalDouble hotPartitionShare,
        Optional<Status> status,
        Cleanup cleanup,
        Optional<Duration> tombstoneRetention,
        AccessSpec access,
        List<SasRule> sasRules,
        boolean existing) {
    public static final HubOptions NONE = new HubOptions(
            OptionalDouble.empty(),
            Optional.empty(),
            Cleanup.DELETE,
            Optional.empty(),
            AccessSpec.NONE,
            List.of(),
            false);

    public HubOptions {
        sasRules = List.copyOf(sasRules);
    }

    /** The same for these identities. */
    public HubOptions with(AccessSpec other) {
        return new HubOptions(hotPartitionShare, status, cleanup, tombstoneRetention, other, sasRules, existing);
    }

    /** What a hub does, by Azure's own name. */
    public enum Status {
        ACTIVE("Active"),
        DISABLED("Disabled"),
        SEND_DISABLED("SendDisabled"),
        RECEIVE_DISABLED("ReceiveDisabled");

        private final String azureName;

        Status(String azureName) {
            this.azureName = azureName;
        }

        public String azureName() {
            return azureName;
        }
    }

    /** What is removed: events that are old, or events that a newer one of their key has made old. */
    public enum Cleanup {
        DELETE("Delete"),
        COMPACT("Compact");

        private final String azureName;

        Cleanup(String azureName) {
            this.azureName = azureName;
        }

        public String azureName() {
            return azureName;
        }
    }
}
