package dev.spillway.model;

import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What the settings of a hub say about each other. */
final class HubCrossings {
    private static final String OWNER = "given for a hub that exists, whose owner decides it, leave it out";

    private final HubSpec hub;
    private final HubOptions options;
    private final List<Crossing> found = new ArrayList<>();

    private HubCrossings(HubSpec hub) {
        this.hub = hub;
        this.options = hub.options();
    }

    static List<Crossing> of(NamespaceSpec namespace) {
        List<Crossing> all = new ArrayList<>();
        for (HubSpec hub : namespace.hubs()) {
            HubCrossings crossings = new HubCrossings(hub);
            crossings.cleanup();
            crossings.existing();
            crossings.hotPartition();
            all.addAll(crossings.found);
        }
        return all;
    }

    private void cleanup() {
        boolean compacts = options.cleanup() == HubOptions.Cleanup.COMPACT;
        when(
                compacts && hub.retention().isPresent(),
                "retentionHours",
                "cleanupPolicy",
                "given with cleanupPolicy Compact, which keeps the newest event of each key for good, leave it out");
        when(
                !compacts && options.tombstoneRetention().isPresent(),
                "tombstoneRetentionHours",
                "cleanupPolicy",
                "given with cleanupPolicy Delete, which has no tombstones, leave it out or give cleanupPolicy Compact");
    }

    private void existing() {
        if (!options.existing()) {
            return;
        }
        when(options.status().isPresent(), "status", "existing", OWNER);
        when(options.cleanup() != HubOptions.Cleanup.DELETE, "cleanupPolicy", "existing", OWNER);
        when(
                hub.partitionCount().isEmpty(),
                "partitionCount",
                "existing",
                "missing for a hub that exists, give the count that it has: readers are capped by it");
    }

    private void hotPartition() {
        if (options.hotPartitionShare().isEmpty() || hub.partitionCount().isEmpty()) {
            return;
        }
        double share = options.hotPartitionShare().getAsDouble();
        double even = 1.0 / hub.partitionCount().getAsInt();
        when(
                share < even,
                "hotPartitionShare",
                "partitionCount",
                NumberText.withDigits(share, 3) + " is less than an even share of "
                        + hub.partitionCount().getAsInt() + " partitions, give " + NumberText.withDigits(even, 3)
                        + " to 1");
    }

    private void when(boolean wrong, String key, String because, String message) {
        if (wrong) {
            String at = "hubs." + hub.name() + ".";
            found.add(new Crossing(at + key, List.of(at + because), message));
        }
    }
}
