package dev.spillway.forecast;

import dev.spillway.units.InvalidValue;

/**
 * What a forecast has to assume because nobody publishes it.
 *
 * @param inflateReactionSeconds how long throttling lasts until auto-inflate adds a unit; the namespace tag {@code
 *     spillway-inflate-reaction-seconds} wins over it
 */
public record Assumptions(double inflateReactionSeconds) {
    public static final Assumptions STANDARD = new Assumptions(60);

    public Assumptions {
        if (!Double.isFinite(inflateReactionSeconds) || inflateReactionSeconds <= 0) {
            throw new InvalidValue("inflateReactionSeconds", inflateReactionSeconds, "a number above zero");
        }
    }
}
