package dev.spillway.model;

import dev.spillway.facts.ClientLibrary;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The client library of a workload and the retry settings given for it; what is empty is derived. */
public record ClientSpec(
        ClientLibrary library,
        OptionalInt maxRetries,
        Optional<Duration> delay,
        Optional<Duration> maxDelay,
        Optional<Duration> tryTimeout) {
    /** Whether any retry setting was given: then nothing is derived, and what is missing has the library's default. */
    public boolean retryIsGiven() {
        return maxRetries.isPresent() || delay.isPresent() || maxDelay.isPresent() || tryTimeout.isPresent();
    }
}
