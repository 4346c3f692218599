package dev.spillway.cli;

import dev.spillway.facts.Prices;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.Sender;
import dev.spillway.loss.sizing.Change;
import dev.spillway.loss.sizing.Design;
import dev.spillway.loss.sizing.MonthlyCost;
import dev.spillway.loss.sizing.Need;
import dev.spillway.loss.sizing.Sizing;
import dev.spillway.report.SizeReport;
import dev.spillway.report.SizeReport.Choice;
import dev.spillway.report.SizeReport.Cost;
import dev.spillway.report.SizeReport.Part;
import dev.spillway.report.SizeReport.Row;
import dev.spillway.report.SizeReport.Value;
import java.util.List;

/** Sizes as the report wants them. */
final class Sizes {
    private Sizes() {}

    /** What the pipelines of a file have to be. */
    static SizeReport of(LossInput input, Limit limit) {
        String words = limit.budget().words();
        List<Part> parts = input.parts().stream()
                .map(part -> part.figures()
                        .map(figures -> of(part.name(), Sizing.of(figures, limit.allowance()), words))
                        .orElseGet(() -> Part.notComputable(part.name(), List.of(why(part)), words)))
                .toList();
        return new SizeReport(input.name(), input.place(), Prices.date(), parts);
    }

    private static String why(LossInput.Part part) {
        return part.grid().isPresent()
                ? "Event Grid has no units to size: its forecast says which retry policy is enough"
                : LossInput.Part.NOT_KNOWN;
    }

    private static Part of(String namespace, Sizing sizing, String budget) {
        return new Part(
                namespace,
                List.of(),
                budget,
                sizing.keepsBudget(),
                sizing.forecast().offeredEvents(),
                sizing.forecast().lostEvents(),
                cost(sizing.cost()),
                sizing.needs().stream().map(Sizes::row).toList(),
                sizing.figures().senders().stream().anyMatch(Sender::retriesByLink),
                sizing.cheapest().map(Sizes::choice),
                sizing.weaker().map(Sizes::choice),
                sizing.rateLimited().map(Sizes::choice));
    }

    private static Row row(Need need) {
        return new Row(
                need.setting().key(),
                need.sender(),
                need.setting().unit(),
                need.declared(),
                need.enough().map(Need.Enough::value),
                need.enough().map(enough -> enough.method().key()).orElse(""),
                need.enough().map(Need.Enough::note).orElse(""),
                need.lostEvents());
    }

    private static Choice choice(Design design) {
        return new Choice(
                design.changes().stream().map(Sizes::value).toList(),
                design.forecast().lostEvents(),
                design.forecast().delaySeconds().maximum(),
                mostWaiting(design.forecast()),
                cost(design.cost()));
    }

    private static double mostWaiting(LossForecast forecast) {
        return forecast.timeline().stream()
                .mapToDouble(LossForecast.TimelinePoint::waitingEvents)
                .max()
                .orElse(0);
    }

    private static Value value(Change change) {
        return new Value(
                change.setting().key(), change.sender(), change.setting().unit(), change.value(), change.note());
    }

    private static Cost cost(MonthlyCost cost) {
        return new Cost(cost.floor(), cost.ceiling());
    }
}
