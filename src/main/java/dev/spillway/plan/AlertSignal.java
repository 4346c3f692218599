package dev.spillway.plan;

import dev.spillway.facts.MonitorMetric;
import java.util.List;

/** What an alert looks at. */
public sealed interface AlertSignal {
    /** Platform metrics; all criteria must hold at once. */
    record Metrics(List<Criterion> criteria) implements AlertSignal {
        public Metrics {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * A query over the logs of the workspace, which fires when it returns a row.
     *
     * @param kql returns one row for each thing that is wrong
     */
    record Query(String kql) implements AlertSignal {}

    /** What Azure itself says of the resource's health. */
    record Health() implements AlertSignal {}

    /**
     * One metric against a threshold.
     *
     * @param hubs the hubs looked at, each on its own; empty where the whole resource is
     */
    record Criterion(String name, MonitorMetric metric, Operator operator, double threshold, List<String> hubs) {
        public Criterion {
            hubs = List.copyOf(hubs);
            if (!hubs.isEmpty() && !metric.dimensions().contains("EntityName")) {
                throw new IllegalArgumentException(metric.name() + " cannot be split by hub");
            }
        }

        public String metricName() {
            return metric.name();
        }

        /** The type of resource that has the metric. */
        public String metricNamespace() {
            return metric.resourceType();
        }

        public String aggregation() {
            return metric.aggregation();
        }
    }

    /** How a metric is compared, in Azure's words. */
    enum Operator {
        ABOVE("GreaterThan"),
        AT_LEAST("GreaterThanOrEqual"),
        BELOW("LessThan");

        private final String azureName;

        Operator(String azureName) {
            this.azureName = azureName;
        }

        public String azureName() {
            return azureName;
        }
    }
}
