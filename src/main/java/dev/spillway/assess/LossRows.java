package dev.spillway.assess;

import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.loss.EventGridFigures;
import dev.spillway.loss.EventGridForecast;
import dev.spillway.loss.ForecastJson;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.report.Loss;
import dev.spillway.view.Gap;
import java.util.List;
import java.util.Optional;

/** A forecast as the report wants it. */
public final class LossRows {
    private LossRows() {}

    static Loss of(NamespaceForecast forecast, Optional<Budget> budget) {
        return forecast.forecast()
                .map(known -> known(
                        forecast.namespaceName(),
                        windowSeconds(forecast.figures().orElseThrow()),
                        known,
                        budget))
                .orElseGet(() -> Loss.notComputable(
                        forecast.namespaceName(),
                        forecast.unknown().stream().map(Gap::toString).toList(),
                        budget.map(Budget::words).orElse("")));
    }

    /** A forecast of figures that were not read from declared resources. */
    public static Loss of(String name, PipelineFigures figures, LossForecast loss, Optional<Budget> budget) {
        return known(name, windowSeconds(figures), loss, budget);
    }

    /** A forecast of what Event Grid delivers; it has no range and no timeline. */
    public static Loss of(String name, EventGridFigures figures, EventGridForecast loss, Optional<Budget> budget) {
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
                budget.map(Budget::words).orElse(""),
                budget.map(limit -> limit.keeps(lost, lost, loss.offeredEvents()))
                        .orElse(true),
                loss.decidedBy().stream().map(LossForecast.Decision::text).toList(),
                List.of(),
                loss.assumptions(),
                List.of(),
                LossDetail.of(loss),
                ForecastJson.write(loss));
    }

    private static double windowSeconds(PipelineFigures figures) {
        return figures.senders().stream()
                .mapToDouble(sender -> sender.load().durationSeconds())
                .max()
                .orElse(0);
    }

    private static Loss known(String namespace, double windowSeconds, LossForecast loss, Optional<Budget> budget) {
        return new Loss(
                namespace,
                List.of(),
                loss.offeredEvents(),
                loss.lostEvents(),
                loss.lossPercent(),
                loss.burst().lostPercentOfBurst(),
                windowSeconds,
                loss.range().low(),
                loss.range().high(),
                budget.map(Budget::words).orElse(""),
                budget.map(limit ->
                                limit.keeps(loss.range().best(), loss.range().high(), loss.offeredEvents()))
                        .orElse(true),
                loss.decidedBy().stream().map(LossForecast.Decision::text).toList(),
                LossMoments.of(loss),
                loss.assumptions(),
                loss.timeline().stream().map(LossRows::point).toList(),
                LossDetail.of(loss),
                ForecastJson.write(loss));
    }

    private static Loss.Point point(LossForecast.TimelinePoint point) {
        return new Loss.Point(
                point.atSeconds(),
                point.offeredPerSecond(),
                point.capacityPerSecond(),
                point.waitingEvents(),
                point.lostEventsSoFar(),
                point.readyPods(),
                point.throughputUnits(),
                point.unreadEvents(),
                point.readyConsumers());
    }
}
