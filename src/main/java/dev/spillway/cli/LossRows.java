package dev.spillway.cli;

import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.loss.ForecastJson;
import dev.spillway.loss.LossForecast;
import dev.spillway.report.Loss;
import dev.spillway.view.Gap;
import java.util.List;

/** A forecast as the report wants it. */
final class LossRows {
    private LossRows() {}

    static Loss of(NamespaceForecast forecast, Budget budget) {
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
                        budget.words()));
    }

    private static Loss known(String namespace, double windowSeconds, LossForecast loss, Budget budget) {
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
                budget.words(),
                budget.keeps(loss.range().best(), loss.range().high(), loss.offeredEvents()),
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
