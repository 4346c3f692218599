package dev.spillway.assess;

import dev.spillway.forecast.GridForecast;
import dev.spillway.loss.EventGridFigures;
import dev.spillway.loss.EventGridForecast;
import dev.spillway.loss.ForecastJson;
import dev.spillway.report.Loss;
import dev.spillway.units.NumberText;
import dev.spillway.view.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A forecast of an Event Grid subscription as the report wants it. */
final class GridLossRows {
    private GridLossRows() {}

    static Loss of(GridForecast forecast, Optional<Budget> budget) {
        String words = budget.map(Budget::words).orElse("");
        return forecast.forecast()
                .map(loss -> known(forecast.name(), forecast.figures().orElseThrow(), loss, budget, words))
                .orElseGet(() -> Loss.notComputable(
                        forecast.name(),
                        forecast.unknown().stream().map(Gap::toString).toList(),
                        words));
    }

    private static Loss known(
            String name, EventGridFigures figures, EventGridForecast loss, Optional<Budget> budget, String words) {
        double lost = loss.lostEvents();
        return new Loss(
                name,
                List.of(),
                loss.offeredEvents(),
                lost,
                loss.lossPercent(),
                0,
                figures.load().durationSeconds(),
                lost,
                lost,
                words,
                budget.map(limit -> limit.keeps(lost, lost, loss.offeredEvents()))
                        .orElse(true),
                List.of(decidedBy(figures, loss)),
                when(loss),
                loss.assumptions(),
                List.of(),
                Loss.Detail.NONE,
                ForecastJson.write(loss));
    }

    private static String decidedBy(EventGridFigures figures, EventGridForecast loss) {
        double away = figures.subscriberOutages().stream()
                .mapToDouble(EventGridFigures.Outage::durationSeconds)
                .sum();
        String tries = "A receiver that is away for " + NumberText.whole(away) + " s is tried "
                + NumberText.count(loss.attemptsWithinPolicy(), "time") + ", the last "
                + NumberText.whole(loss.lastAttemptOffsetSeconds()) + " s after the event: ";
        if (loss.lostEvents() > 0) {
            return tries + "what is published in the first "
                    + NumberText.whole(away - loss.lastAttemptOffsetSeconds())
                    + " s is given up, and dropped for want of a dead letter.";
        }
        return loss.outcomes().deadLettered() > 0
                ? tries + NumberText.whole(loss.outcomes().deadLettered())
                        + " events are given up and kept as dead letters."
                : tries + "no event is given up.";
    }

    private static List<String> when(EventGridForecast loss) {
        List<String> moments = new ArrayList<>();
        if (loss.outcomes().delayed() > 0) {
            moments.add("Delivered late: " + NumberText.whole(loss.outcomes().delayed()) + " events, by up to "
                    + NumberText.whole(loss.delaySeconds().maximum()) + " s.");
        }
        return moments;
    }
}
