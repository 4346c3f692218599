package dev.spillway.forecast;

import dev.spillway.loss.EventGridFigures;
import dev.spillway.loss.EventGridForecast;
import dev.spillway.view.Gap;
import java.util.List;
import java.util.Optional;

/**
 * What an Event Grid subscription would lose while its receiver is away.
 *
 * @param name the subscription and its topic, in words
 * @param figures what the forecast was computed from; present exactly when the forecast is
 * @param unknown what is missing; empty exactly when there is a forecast
 */
public record GridForecast(
        String urn,
        String name,
        Optional<EventGridFigures> figures,
        Optional<EventGridForecast> forecast,
        List<Gap> unknown) {
    public GridForecast {
        unknown = List.copyOf(unknown);
    }
}
