package dev.spillway.loadtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What Azure Monitor counted, from {@code az monitor metrics list --output json}: the sum of each metric. */
record AzureMetricsExport(Map<String, Double> totals) {
    static final AzureMetricsExport NONE = new AzureMetricsExport(Map.of());

    AzureMetricsExport {
        totals = new TreeMap<>(totals);
    }

    /** Empty where the export does not hold the metric, which is not zero. */
    OptionalDouble total(String metric) {
        Double total = totals.get(metric);
        return total == null ? OptionalDouble.empty() : OptionalDouble.of(total);
    }

    static AzureMetricsExport read(String place, String text) {
        JsonNode metrics = Expectation.parsed(place, text).path("value");
        if (!metrics.isArray() || metrics.isEmpty()) {
            throw new Unreadable(
                    place + ": no metrics in it, give what az monitor metrics list --output json writes, with"
                            + " --aggregation Total");
        }
        Map<String, Double> totals = new TreeMap<>();
        for (JsonNode metric : metrics) {
            double sum = 0;
            boolean known = false;
            for (JsonNode series : metric.path("timeseries")) {
                for (JsonNode point : series.path("data")) {
                    JsonNode total = point.path("total");
                    known |= total.isNumber();
                    sum += total.asDouble(0);
                }
            }
            if (known) {
                totals.put(metric.path("name").path("value").asText(), sum);
            }
        }
        return new AzureMetricsExport(totals);
    }
}
