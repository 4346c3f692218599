package dev.spillway.plan;

import dev.spillway.model.HubOptions;
import java.time.Duration;
import java.util.List;

/** An event hub as it will be declared. */
public record HubPlan(
        String name,
        Planned<Integer> partitionCount,
        Planned<Duration> retention,
        List<String> consumerGroups,
        HubOptions options) {
    public HubPlan {
        consumerGroups = List.copyOf(consumerGroups);
    }

    /** Whether the newest event of each key is kept, instead of all events for a time. */
    public boolean isCompacted() {
        return options.cleanup() == HubOptions.Cleanup.COMPACT;
    }
}
