package dev.spillway.loss.sizing;

import dev.spillway.loss.PipelineFigures;
import java.util.OptionalDouble;

/**
 * How much may be lost.
 *
 * @param ratio largest lost / offered
 * @param count largest number of lost events; without this and a ratio nothing may be lost
 * @param byHighEnd whether the high end of the forecast's range counts, instead of the best estimate
 */
public record Allowance(OptionalDouble ratio, OptionalDouble count, boolean byHighEnd) {
    /** Nothing, by the best estimate. */
    public static final Allowance NOTHING = new Allowance(OptionalDouble.empty(), OptionalDouble.empty(), false);

    /** A loss of rounding size is none. */
    private static final double ROUNDING_EVENTS = 0.005;

    /** The events that may be lost of those offered. */
    public double events(double offeredEvents) {
        double byRatio = ratio.isPresent() ? ratio.getAsDouble() * offeredEvents : Double.POSITIVE_INFINITY;
        double limit = Math.min(byRatio, count.orElse(Double.POSITIVE_INFINITY));
        return Double.isInfinite(limit) ? 0 : limit;
    }

    /** Whether so many may be lost, or be without an outcome. */
    boolean covers(double notSafe, double offeredEvents) {
        return notSafe <= events(offeredEvents) + ROUNDING_EVENTS;
    }

    /** Nothing at all may be lost, by the best estimate: what equations answer. */
    boolean isNothing(PipelineFigures figures) {
        return !byHighEnd && events(Trials.offeredEvents(figures)) == 0;
    }
}
