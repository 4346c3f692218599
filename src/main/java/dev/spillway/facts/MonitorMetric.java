package dev.spillway.facts;

import java.util.List;

/**
 * A platform metric that Azure publishes for a type of resource.
 *
 * @param resourceType such as {@code Microsoft.EventHub/namespaces}
 * @param aggregation how its values add up over a window: {@code Total} or {@code Average}
 * @param dimensions by which it can be split
 */
public record MonitorMetric(String resourceType, String name, String aggregation, List<String> dimensions) {
    public MonitorMetric {
        dimensions = List.copyOf(dimensions);
    }
}
