package dev.spillway.loss.sizing;

import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Sender;
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

    /** The events that are lost, or still waiting at the end, which nobody can call safe. */
    double notSafe(PipelineFigures figures) {
        LossModel.Toll toll = LossModel.toll(figures, byHighEnd);
        return toll.lostEvents() + toll.undecidedEvents();
    }

    /** Readers can only lose more, so what is too much without them is not asked again with them. */
    boolean keeps(PipelineFigures figures) {
        boolean isDecided = figures.reading().isEmpty()
                && figures.senders().stream().noneMatch(Sender::retriesByLink);
        return mayKeep(figures) && (isDecided || isWithin(notSafe(figures), offeredEvents(figures)));
    }

    /**
     * Whether the budget is kept before events are accepted, if clients that retry every send on its own did so in order and for
     * as long as they can. Whatever fails this fails.
     */
    boolean mayKeep(PipelineFigures figures) {
        if (byHighEnd || figures.senders().stream().noneMatch(Sender::retriesByLink)) {
            return isWithin(notSafe(figures.upstream()), offeredEvents(figures));
        }
        LossModel.Toll least = LossModel.leastToll(figures);
        return isWithin(least.lostEvents() + least.undecidedEvents(), offeredEvents(figures));
    }

    /** The same for a forecast with all its runs, where a search was content with fewer. */
    boolean keeps(LossForecast forecast) {
        double lost = byHighEnd ? forecast.range().high() : forecast.lostEvents();
        return isWithin(lost + forecast.outcomes().inFlightAtEnd(), forecast.offeredEvents());
    }

    private boolean isWithin(double notSafe, double offered) {
        return notSafe <= events(offered) + ROUNDING_EVENTS;
    }

    /** Nothing at all may be lost, by the best estimate: what equations answer. */
    boolean isNothing(PipelineFigures figures) {
        return !byHighEnd && events(offeredEvents(figures)) == 0;
    }

    private static double offeredEvents(PipelineFigures figures) {
        return figures.senders().stream()
                .mapToDouble(sender -> sender.load().offeredEvents())
                .sum();
    }
}
