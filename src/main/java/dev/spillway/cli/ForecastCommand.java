package dev.spillway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.assess.Budget;
import dev.spillway.assess.LossRows;
import dev.spillway.loss.EventGridModel;
import dev.spillway.loss.ForecastJson;
import dev.spillway.loss.LossModel;
import dev.spillway.report.ForecastReport;
import dev.spillway.report.Loss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spillway forecast}: what scenarios and stacks would lose. */
@Command(
        name = "forecast",
        description = {
            "What would be lost, when and why: for scenarios as JSON (a scenario, or a whole",
            "case file) and for stacks. Nothing is declared or judged."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:computed, and within the budget where there is one",
            "1:over --max-loss, or over the budget of a stack",
            "2:could not run"
        })
final class ForecastCommand implements Callable<Integer> {
    private final Main.Console console;
    private final Path home;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "a scenario (.json), a stack.yaml, or the name of a folder under stacks/")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--json",
            paramLabel = "F",
            description = "write the forecast as JSON, several as an array (- = standard output)")
    private @Nullable String json;

    @Option(names = "--svg", paramLabel = "DIR", description = "draw pictures into a folder, which is made if need be")
    private @Nullable String svg;

    @Mixin
    private MaxLossOption maxLoss = new MaxLossOption();

    @Option(names = "--quiet", description = "only how much would be lost")
    private boolean quiet;

    @Option(names = "--no-color", description = "no colour, even on a terminal")
    private boolean noColour;

    ForecastCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        Limit.Given limit = new Limit.Given(maxLoss.ratio(), OptionalDouble.empty());
        List<Forecast> forecasts = LossInput.all(files, home).stream()
                .map(input -> Forecast.of(input, Limit.of(input.recovery(), limit)))
                .toList();
        if (svg != null) {
            Pictures pictures = new Pictures();
            forecasts.forEach(forecast -> forecast.draw(pictures));
            pictures.write(svg);
        }
        boolean taken = json != null && ReportOptions.write(json, text(forecasts), console);
        if (!taken) {
            boolean colour = console.colour() && !noColour;
            forecasts.forEach(forecast -> console.out()
                    .print(ForecastReport.text(
                            forecast.input().name(),
                            forecast.input().place(),
                            forecast.losses(),
                            new ForecastReport.Style(colour, console.unicode(), quiet))));
        }
        return forecasts.stream().allMatch(Forecast::withinBudget) ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static String text(List<Forecast> forecasts) {
        List<JsonNode> all = forecasts.stream().<JsonNode>map(Forecast::json).toList();
        JsonNode json = all.size() == 1
                ? all.get(0)
                : JsonNodeFactory.instance.arrayNode().addAll(all);
        return json.toPrettyString() + "\n";
    }

    /** One file's forecasts. */
    private record Forecast(LossInput input, Limit limit, List<Loss> losses) {
        static Forecast of(LossInput input, Optional<Limit> limit) {
            List<Loss> losses = input.parts().stream()
                    .map(part -> loss(part, limit.map(Limit::budget)))
                    .toList();
            return new Forecast(input, limit.orElseGet(Limit::nothing), losses);
        }

        void draw(Pictures pictures) {
            pictures.draw(losses);
            pictures.drawSizes(Sizes.of(input, limit));
        }

        private static Loss loss(LossInput.Part part, Optional<Budget> budget) {
            return part.figures()
                    .map(figures -> LossRows.of(part.name(), figures, LossModel.forecastWithBand(figures), budget))
                    .or(() -> part.grid()
                            .map(figures ->
                                    LossRows.of(part.name(), figures, EventGridModel.forecast(figures), budget)))
                    .orElseGet(() -> Loss.notComputable(
                            part.name(),
                            List.of(LossInput.Part.NOT_KNOWN),
                            budget.map(Budget::words).orElse("")));
        }

        /** A scenario is one object whatever it holds; of a stack's namespaces there may be several. */
        ObjectNode json() {
            boolean isBoth = losses.size() == 2 && input.recovery().isEmpty();
            return isBoth
                    ? ForecastJson.both(losses.get(0).json(), losses.get(1).json())
                    : ForecastReport.json(losses);
        }

        boolean withinBudget() {
            return losses.stream().allMatch(Loss::withinBudget);
        }
    }
}
