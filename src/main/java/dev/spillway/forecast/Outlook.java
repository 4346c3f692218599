package dev.spillway.forecast;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.loss.ForecastJson;
import dev.spillway.loss.LossForecast;
import java.util.List;

/**
 * What a forecast says, for those who only pass it on.
 *
 * @param decidedBy what decides the loss, the largest first
 * @param json the forecast in full
 */
public record Outlook(
        double offeredEvents,
        double lostEvents,
        double lossPercent,
        double burstSharePercent,
        double low,
        double high,
        List<String> decidedBy,
        List<String> assumptions,
        ObjectNode json) {
    public Outlook {
        decidedBy = List.copyOf(decidedBy);
        assumptions = List.copyOf(assumptions);
    }

    static Outlook of(LossForecast loss) {
        return new Outlook(
                loss.offeredEvents(),
                loss.lostEvents(),
                loss.lossPercent(),
                loss.burst().lostPercentOfBurst(),
                loss.range().low(),
                loss.range().high(),
                loss.decidedBy().stream().map(LossForecast.Decision::text).toList(),
                loss.assumptions(),
                ForecastJson.write(loss));
    }
}
