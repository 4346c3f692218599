package dev.spillway.loss.sizing;

import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import java.util.List;

/**
 * A way to build the pipeline.
 *
 * @param changes what differs from what is declared
 */
public record Design(PipelineFigures figures, List<Change> changes, LossForecast forecast, MonthlyCost cost) {
    public Design {
        changes = List.copyOf(changes);
    }

    /** What is there already, with the forecast that is known of it. */
    static Design declared(PipelineFigures figures, LossForecast forecast) {
        return new Design(figures, List.of(), forecast, MonthlyCost.of(figures));
    }

    static Design of(PipelineFigures figures, List<Change> changes) {
        return new Design(figures, changes, LossModel.estimate(figures), MonthlyCost.of(figures));
    }
}
