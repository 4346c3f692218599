package dev.spillway.config;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The unit that stands in a key.
 *
 * @param factors what one of the other units that people write behind a number is worth in it
 */
record Unit(Map<String, String> factors) {
    static final Unit NONE = new Unit(Map.of());
    static final Unit SECONDS =
            new Unit(Map.of("ms", "0.001", "s", "1", "sec", "1", "m", "60", "min", "60", "h", "3600", "d", "86400"));
    static final Unit MINUTES = new Unit(Map.of("m", "1", "min", "1", "h", "60", "d", "1440"));
    static final Unit HOURS = new Unit(Map.of("h", "1", "d", "24", "w", "168"));
    static final Unit BYTES = new Unit(Map.of(
            "B", "1", "kB", "1000", "KB", "1000", "MB", "1000000", "Ki", "1024", "KiB", "1024", "Mi", "1048576", "MiB",
            "1048576"));
    static final Unit EVENTS_PER_SECOND = new Unit(Map.of("/s", "1", "k", "1000", "k/s", "1000"));
    static final Unit SHARE = new Unit(Map.of("%", "0.01"));
    static final Unit PERCENT = new Unit(Map.of("%", "1"));

    Unit {
        factors = Map.copyOf(factors);
    }

    /** The number to write for a number that carries a unit; empty for a unit that does not belong here. */
    Optional<String> inKey(BigDecimal number, String unit) {
        return Optional.ofNullable(factors.get(unit))
                .map(BigDecimal::new)
                .map(number::multiply)
                .map(Figures::plain);
    }
}
