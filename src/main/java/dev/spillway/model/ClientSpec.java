package dev.spillway.model;

import dev.spillway.facts.ClientLibrary;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The client library of a workload and the retry settings given for it; what is empty is derived.
 *
 * @param linksPerNamespace links of all its pods together; empty is one a pod
 * @param eventsPerSend events in one send; empty is one
 */
public record ClientSpec(
        ClientLibrary library,
        OptionalInt maxRetries,
        Optional<Duration> delay,
        Optional<Duration> maxDelay,
        Optional<Duration> tryTimeout,
        OptionalInt linksPerNamespace,
        OptionalInt eventsPerSend) {
    /** Settings of the retries alone; how it sends is left at one link a pod and one event a send. */
    public ClientSpec(
            ClientLibrary library,
            OptionalInt maxRetries,
            Optional<Duration> delay,
            Optional<Duration> maxDelay,
            Optional<Duration> tryTimeout) {
        this(library, maxRetries, delay, maxDelay, tryTimeout, OptionalInt.empty(), OptionalInt.empty());
    }

    /** Whether any retry setting was given: then nothing is derived, and what is missing has the library's default. */
    public boolean retryIsGiven() {
        return maxRetries.isPresent() || delay.isPresent() || maxDelay.isPresent() || tryTimeout.isPresent();
    }
}
