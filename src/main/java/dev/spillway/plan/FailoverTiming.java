package dev.spillway.plan;

import java.time.Duration;

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

    static final FailoverTiming STANDARD = new FailoverTiming(
            Duration.ofSeconds(10), Duration.ofSeconds(5), 3, Duration.ofMinutes(5), Duration.ofMinutes(5));

    /** From the moment an endpoint fails until the other one is used, at most. */
    public Duration longestSwitch() {
        return probeInterval.plus(probeTimeout).multipliedBy(failuresToLeave);
    }
}
