package dev.spillway.plan;

import dev.spillway.model.HubOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An event hub as it will be declared.
 *
 * @param live what is there already
 * @param partitionChange what that does to the hub that is there already
 */
public record HubPlan(
        String name,
        LivePartitions live,
        Planned<Integer> partitionCount,
        PartitionChange partitionChange,
        Planned<Duration> retention,
        List<String> consumerGroups,
        HubOptions options,
        Optional<CapturePlan> capture) {
    public HubPlan {
        consumerGroups = List.copyOf(consumerGroups);
    }

    /** Whether the newest event of each key is kept, instead of all events for a time. */
    public boolean isCompacted() {
        return options.cleanup() == HubOptions.Cleanup.COMPACT;
    }
}
