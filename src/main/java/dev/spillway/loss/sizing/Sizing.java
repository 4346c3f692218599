package dev.spillway.loss.sizing;

import dev.spillway.loss.Admission;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import java.util.List;
import java.util.Optional;

/**
 * What a pipeline has to be for its budget.
 *
 * @param forecast of the pipeline as declared
 * @param allowedEvents how many events may be lost
 * @param keepsBudget whether the pipeline does so as declared
 * @param needs each setting alone, the others as declared
 * @param cheapest empty where no design keeps the budget
 * @param weaker the next cheaper design, which does not; at the smallest size the same without the free changes
 * @param rateLimited senders that hold themselves back, where that keeps the budget and costs no more
 */
public record Sizing(
        PipelineFigures figures,
        LossForecast forecast,
        MonthlyCost cost,
        double allowedEvents,
        boolean keepsBudget,
        List<Need> needs,
        Optional<Design> cheapest,
        Optional<Design> weaker,
        Optional<Design> rateLimited) {
    public Sizing {
        needs = List.copyOf(needs);
    }

    public static Sizing of(PipelineFigures figures, Allowance allowance) {
        LossForecast forecast = LossModel.forecast(figures);
        var trials = new Trials(allowance);
        var search = new Cheapest(figures, forecast, trials);
        Optional<Design> cheapest = search.find();
        int mostUnits = cheapest.map(design -> ceiling(design.figures().admission()))
                .orElse(UnitLadder.of(figures.admission().tier()).most());
        return new Sizing(
                figures,
                forecast,
                MonthlyCost.of(figures),
                allowance.events(forecast.offeredEvents()),
                trials.keeps(forecast),
                new Needs(figures, trials).all(),
                cheapest,
                cheapest.flatMap(search::weaker),
                new RateLimit(figures, trials).find(mostUnits));
    }

    /** Whether some design keeps the budget. */
    public boolean isPossible() {
        return keepsBudget || cheapest.isPresent() || rateLimited.isPresent();
    }

    private static int ceiling(Admission door) {
        return door.autoInflate() ? door.maximumThroughputUnits() : door.throughputUnits();
    }
}
