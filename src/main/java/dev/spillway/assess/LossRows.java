package dev.spillway.assess;

import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.loss.ForecastJson;
import dev.spillway.loss.LossForecast;
import dev.spillway.report.Loss;
import dev.spillway.view.Gap;
import java.util.List;
import java.util.Optional;

/** A forecast as the report wants it. */
final class LossRows {
    private LossRows() {}

    static Loss of(NamespaceForecast forecast, Optional<Budget> budget) {
        double window = forecast.figures().stream()
                .flatMap(figures -> figures.senders().stream())
                .mapToDouble(sender -> sender.load().durationSeconds())
                .max()
                .orElse(0);
        return forecast.forecast()
                .map(known -> known(forecast.namespaceName(), window, known, budget))
                .orElseGet(() -> Loss.notComputable(
                        forecast.namespaceName(),
                        forecast.unknown().stream().map(Gap::toString).toList(),
                        budget.map(Budget::words).orElse("")));
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
                point.throughputUnits());
    }
}
