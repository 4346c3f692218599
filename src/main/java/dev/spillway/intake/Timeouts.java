package dev.spillway.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Custom timeouts, which the engine counts in seconds, as text. */
public final class Timeouts {
    private Timeouts() {}

    /** Operation to a span such as {@code 1800s}; zero means that none was given. */
    public static SortedMap<String, String> ofSeconds(Map<String, Double> seconds) {
        SortedMap<String, String> timeouts = new TreeMap<>();
        seconds.forEach((operation, span) -> {
            if (span > 0) {
                timeouts.put(
                        operation, BigDecimal.valueOf(span).stripTrailingZeros().toPlainString() + "s");
            }
        });
        return timeouts;
    }
}
