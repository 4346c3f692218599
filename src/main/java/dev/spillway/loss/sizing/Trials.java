package dev.spillway.loss.sizing;

import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Sender;
import java.util.HashMap;
import java.util.Map;

/** Holds pipelines against a budget, and runs each of them once however often it is asked about. */
final class Trials {
    private final Allowance allowance;
    private final Map<PipelineFigures, Double> notSafe = new HashMap<>();
    private final Map<PipelineFigures, Double> atLeast = new HashMap<>();

    Trials(Allowance allowance) {
        this.allowance = allowance;
    }

    /** The events that are lost, or still waiting at the end, which nobody can call safe. */
    double notSafe(PipelineFigures figures) {
        return notSafe.computeIfAbsent(figures, some -> {
            LossModel.Toll toll = LossModel.toll(some, allowance.byHighEnd());
            return toll.lostEvents() + toll.undecidedEvents();
        });
    }

    /** Readers can only lose more, so what is too much without them is not asked again with them. */
    boolean keeps(PipelineFigures figures) {
        boolean isDecided = figures.reading().isEmpty() && isOrdered(figures);
        return mayKeep(figures) && (isDecided || allowance.covers(notSafe(figures), offeredEvents(figures)));
    }

    /** The same for a forecast with all its runs, where a search is content with fewer. */
    boolean keeps(LossForecast forecast) {
        double lost = allowance.byHighEnd() ? forecast.range().high() : forecast.lostEvents();
        return allowance.covers(lost + forecast.outcomes().inFlightAtEnd(), forecast.offeredEvents());
    }

    /**
     * Whether the budget is kept before events are accepted, if clients that retry every send on its own did so in order and for
     * as long as they can. Whatever fails this fails.
     */
    boolean mayKeep(PipelineFigures figures) {
        double least = allowance.byHighEnd() || isOrdered(figures)
                ? notSafe(figures.upstream())
                : atLeast.computeIfAbsent(figures.upstream(), some -> {
                    LossModel.Toll toll = LossModel.leastToll(some);
                    return toll.lostEvents() + toll.undecidedEvents();
                });
        return allowance.covers(least, offeredEvents(figures));
    }

    /** Nothing at all may be lost, by the best estimate: what equations answer. */
    boolean allowsNothing(PipelineFigures figures) {
        return allowance.isNothing(figures);
    }

    static double offeredEvents(PipelineFigures figures) {
        return figures.senders().stream()
                .mapToDouble(sender -> sender.load().offeredEvents())
                .sum();
    }

    private static boolean isOrdered(PipelineFigures figures) {
        return figures.senders().stream().noneMatch(Sender::retriesByLink);
    }
}
