package dev.spillway.units;

import java.time.Duration;

/** Durations as seconds with a fraction, and back; to the nanosecond. */
public final class Seconds {
    private static final double NANOS = 1e9;

    private Seconds() {}

    public static double of(Duration span) {
        return span.getSeconds() + span.getNano() / NANOS;
    }

    /** The span of that many seconds; finite, zero or more. */
    public static Duration span(double seconds) {
        if (!Double.isFinite(seconds) || seconds < 0) {
            throw new InvalidValue("seconds", seconds, "a finite number, zero or more");
        }
        long whole = (long) seconds;
        return Duration.ofSeconds(whole, Math.round((seconds - whole) * NANOS));
    }
}
