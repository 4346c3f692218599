package dev.spillway.plan;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a publisher leaves an endpoint, and when it comes back to it.
 *
 * @param probeInterval time between two looks at an endpoint's health
 * @param probeTimeout how long an answer may take
 * @param failuresToLeave looks that fail one after the other until the endpoint is left
 * @param healthyToReturn how long a better endpoint has to be healthy until it is used again
 * @param publisherRetry how long a publisher goes on with an event that nobody takes
 */
public record FailoverTiming(
        Duration probeInterval,
        Duration probeTimeout,
        int failuresToLeave,
        Duration healthyToReturn,
        Duration publisherRetry) {
    /** Where every endpoint of Event Grid says how it is: 200 is healthy. */
    public static final String PROBE_PATH = "/api/health";

    public static final int HEALTHY_STATUS = 200;

    private static final FailoverTiming STANDARD = new FailoverTiming(
            Duration.ofSeconds(10), Duration.ofSeconds(5), 3, Duration.ofMinutes(5), Duration.ofMinutes(5));

    /** What every pair gets. */
    public static FailoverTiming standard() {
        return STANDARD;
    }

    /** What a publisher has to be told of it, as environment variables. */
    public Map<String, String> clientSettings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("EVENTGRID_PROBE_INTERVAL_SECONDS", seconds(probeInterval));
        settings.put("EVENTGRID_PROBE_TIMEOUT_SECONDS", seconds(probeTimeout));
        settings.put("EVENTGRID_FAILURES_TO_LEAVE", String.valueOf(failuresToLeave));
        settings.put("EVENTGRID_HEALTHY_SECONDS_TO_RETURN", seconds(healthyToReturn));
        settings.put("EVENTGRID_RETRY_SECONDS", seconds(publisherRetry));
        return settings;
    }

    /** From the moment an endpoint fails until the other one is used, at most. */
    public Duration longestSwitch() {
        return probeInterval.plus(probeTimeout).multipliedBy(failuresToLeave);
    }

    private static String seconds(Duration span) {
        return String.valueOf(span.toSeconds());
    }
}
