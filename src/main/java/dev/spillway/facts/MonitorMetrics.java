package dev.spillway.facts;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The metrics that alerts may name, from {@code monitor-metrics.csv}. */
public final class MonitorMetrics {
    private static final List<MonitorMetric> ALL = FactTable.rows("monitor-metrics.csv").stream()
            .map(MonitorMetrics::metric)
            .toList();

    private MonitorMetrics() {}

    /** A metric by its name; one that Azure does not publish is a mistake of ours. */
    public static MonitorMetric of(String resourceType, String name) {
        return ALL.stream()
                .filter(metric -> metric.resourceType().equals(resourceType)
                        && metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(resourceType + " has no metric " + name));
    }

    private static MonitorMetric metric(CSVRecord row) {
        return new MonitorMetric(
                row.get("resourceType"),
                row.get("metric"),
                row.get("aggregation"),
                Arrays.stream(row.get("dimensions").split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }
}
