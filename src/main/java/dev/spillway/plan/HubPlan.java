package dev.spillway.plan;

import java.time.Duration;
import java.util.List;

/** An event hub as it will be declared. */
public record HubPlan(
        String name, Planned<Integer> partitionCount, Planned<Duration> retention, List<String> consumerGroups) {
    public HubPlan {
        consumerGroups = List.copyOf(consumerGroups);
    }
}
