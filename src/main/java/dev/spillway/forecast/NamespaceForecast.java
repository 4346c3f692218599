package dev.spillway.forecast;

import dev.spillway.loss.LossForecast;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.view.Gap;
import java.util.List;
import java.util.Optional;

/**
 * What the producers of the stack would lose at one Event Hubs namespace.
 *
 * @param namespaceName its Azure name where that is known, else its name in the program
 * @param figures what the forecast was computed from; present exactly when the forecast is
 * @param forecast empty where it is not computable
 * @param unknown what is missing; empty exactly when there is a forecast
 */
public record NamespaceForecast(
        String namespaceUrn,
        String namespaceName,
        Optional<PipelineFigures> figures,
        Optional<LossForecast> forecast,
        List<Gap> unknown) {
    public NamespaceForecast {
        unknown = List.copyOf(unknown);
    }

    /** The forecast in plain figures and words; empty where it is not computable. */
    public Optional<Outlook> outlook() {
        return forecast.map(Outlook::of);
    }
}
