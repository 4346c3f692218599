package dev.spillway.components;

import com.pulumi.core.Output;
import dev.spillway.model.FailoverMode;
import dev.spillway.plan.FailoverTiming;
import dev.spillway.plan.GridPairPlan;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a publisher to Event Grid has to be told, as environment variables. */
final class GridClientSettings {
    private GridClientSettings() {}

    /** Of one endpoint that nobody fails over. */
    static Output<Map<String, String>> of(List<Output<String>> endpoints) {
        return Output.all(endpoints).applyValue(GridClientSettings::endpoints);
    }

    /** Of a pair, the better endpoint first. */
    static Output<Map<String, String>> of(List<Output<String>> endpoints, FailoverMode mode, FailoverTiming timing) {
        return Output.all(endpoints).applyValue(known -> {
            Map<String, String> settings = endpoints(known);
            settings.put("EVENTGRID_MODE", mode.key());
            settings.putAll(timing.clientSettings());
            return settings;
        });
    }

    /** Where an endpoint says how it is: on the same host. One that could not be made has none, and its failure is told. */
    static String healthUrl(@Nullable String endpoint) {
        if (endpoint == null || endpoint.isEmpty()) {
            return "";
        }
        String host = endpoint.contains("://") ? URI.create(endpoint).getHost() : endpoint;
        return "https://" + host + FailoverTiming.PROBE_PATH;
    }

    private static Map<String, String> endpoints(List<String> known) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("EVENTGRID_ENDPOINTS", String.join(",", known));
        settings.put("EVENTGRID_PROBE_PATH", FailoverTiming.PROBE_PATH);
        settings.put("EVENTGRID_PROBE_STATUS", String.valueOf(FailoverTiming.HEALTHY_STATUS));
        settings.put("EVENTGRID_IDEMPOTENCY_KEY", GridPairPlan.IDEMPOTENCY_KEY);
        return settings;
    }
}
