package dev.spillway.plan;

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
        Optional<CapturePlan> capture) {
    public HubPlan {
        consumerGroups = List.copyOf(consumerGroups);
    }
}
