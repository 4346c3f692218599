package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be lost over the ranges of everything that nobody publishes: each figure at both ends of its range alone, then the
 * most telling of them at all corners together. Every run is seeded, so the same pipeline has the same band.
 */
final class Uncertainty {
    private static final double NOTHING_EVENTS = 0.5;
    private static final int MOST_IN_CORNERS = 4;

    private final PipelineFigures figures;
    private double low;
    private double high;

    private Uncertainty(PipelineFigures figures, double bestEvents) {
        this.figures = figures.upstream();
        this.low = bestEvents;
        this.high = bestEvents;
    }

    /**
     * The band around a forecast.
     *
     * @param bestEvents what the forecast says is lost before the broker accepts it
     */
    static Band of(PipelineFigures figures, double bestEvents) {
        return new Uncertainty(figures, bestEvents).band();
    }

    private Band band() {
        Map<Unpublished, Unpublished.Span> spans = new EnumMap<>(Unpublished.class);
        for (Unpublished parameter : Unpublished.values()) {
            parameter.span(figures).ifPresent(span -> spans.put(parameter, span));
        }
        var alone = new ArrayList<Band.Sensitivity>();
        var telling = new ArrayList<Unpublished>();
        spans.forEach((parameter, span) -> {
            Band.Sensitivity found = alone(parameter, span);
            alone.add(found);
            if (found.spreadEvents() > NOTHING_EVENTS) {
                telling.add(parameter);
            }
        });
        alone.sort(Comparator.comparingDouble(Band.Sensitivity::spreadEvents).reversed());
        corners(figures, mostTelling(telling, alone), spans, 0);
        return new Band(low, high, hangsOn(alone), alone);
    }

    private Band.Sensitivity alone(Unpublished parameter, Unpublished.Span span) {
        double atLow = span.low() == span.best() ? lost(figures) : lost(parameter.with(figures, span.low()));
        double atHigh = span.high() == span.best() ? lost(figures) : lost(parameter.with(figures, span.high()));
        return new Band.Sensitivity(
                parameter.key(),
                parameter.unit(),
                span.low(),
                span.best(),
                span.high(),
                atLow,
                atHigh,
                parameter.source());
    }

    private static List<Unpublished> mostTelling(List<Unpublished> telling, List<Band.Sensitivity> sorted) {
        return sorted.stream()
                .flatMap(found ->
                        telling.stream().filter(parameter -> parameter.key().equals(found.parameter())))
                .limit(MOST_IN_CORNERS)
                .toList();
    }

    /** One figure alone has been at its ends already, so corners begin with two. */
    private void corners(
            PipelineFigures so, List<Unpublished> parameters, Map<Unpublished, Unpublished.Span> spans, int from) {
        if (parameters.size() < 2) {
            return;
        }
        if (from == parameters.size()) {
            lost(so);
            return;
        }
        Unpublished parameter = parameters.get(from);
        Unpublished.Span span = Optional.ofNullable(spans.get(parameter)).orElseThrow();
        corners(parameter.with(so, span.low()), parameters, spans, from + 1);
        corners(parameter.with(so, span.high()), parameters, spans, from + 1);
    }

    private double lost(PipelineFigures some) {
        double lost = Runs.of(some, LinkEffort.QUICK).lostBySenders();
        low = Math.min(low, lost);
        high = Math.max(high, lost);
        return lost;
    }

    private static Optional<String> hangsOn(List<Band.Sensitivity> sorted) {
        return sorted.stream()
                .filter(found -> found.spreadEvents() > NOTHING_EVENTS)
                .findFirst()
                .map(Band.Sensitivity::parameter);
    }
}
