package example.failover;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code clientSettings} of an {@code EventGridFailoverPair} say, as it stands in the environment of the pod.
 *
 * @param endpoints where events are published to, the better one first
 */
public record FailoverSettings(
        java.util.List<URI> endpoints,
        boolean isActiveActive,
        String probePath,
        Duration probeInterval,
        Duration probeTimeout,
        int failuresToLeave,
        Duration healthyToReturn,
        Duration retry) {
    /** Throws what is missing. */
    public static FailoverSettings of(Map<String, String> environment) {
        return new FailoverSettings(
                Stream.of(need(environment, "EVENTGRID_ENDPOINTS").split(","))
                        .map(URI::create)
                        .toList(),
                need(environment, "EVENTGRID_MODE").equals("activeActive"),
                need(environment, "EVENTGRID_PROBE_PATH"),
                seconds(environment, "EVENTGRID_PROBE_INTERVAL_SECONDS"),
                seconds(environment, "EVENTGRID_PROBE_TIMEOUT_SECONDS"),
                Integer.parseInt(need(environment, "EVENTGRID_FAILURES_TO_LEAVE")),
                seconds(environment, "EVENTGRID_HEALTHY_SECONDS_TO_RETURN"),
                seconds(environment, "EVENTGRID_RETRY_SECONDS"));
    }

    private static Duration seconds(Map<String, String> environment, String name) {
        return Duration.ofSeconds(Long.parseLong(need(environment, name)));
    }

    private static String need(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set, mount the clientSettings of the pair");
        }
        return value;
    }
}
