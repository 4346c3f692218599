package dev.spillway.cli;

import dev.spillway.report.SizeJson;
import dev.spillway.report.SizeReport;
import dev.spillway.report.SizeText;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spillway size}: the cheapest settings that keep the loss within the budget. */
@Command(
        name = "size",
        description = {
            "What a scenario or a stack has to be so that it loses no more than it may: each",
            "setting alone, the cheapest design, and the next cheaper one that does not."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:some design keeps the budget", "1:none does", "2:could not run"})
final class SizeCommand implements Callable<Integer> {
    private final Main.Console console;
    private final Path home;

    @Parameters(
            paramLabel = "FILE",
            description = "a scenario (.json), a stack.yaml, or the name of a folder under stacks/")
    private String file = "";

    @Option(names = "--json", paramLabel = "F", description = "write the sizes as JSON (- = standard output)")
    private @Nullable String json;

    @Option(names = "--svg", paramLabel = "DIR", description = "draw pictures into a folder, which is made if need be")
    private @Nullable String svg;

    @Mixin
    private MaxLossOption maxLoss = new MaxLossOption();

    @Option(
            names = "--max-lost-events",
            paramLabel = "EVENTS",
            description = "most events that may be lost; instead of a stack's budget")
    private @Nullable Double maxLostEvents;

    @Option(names = "--no-color", description = "no colour, even on a terminal")
    private boolean noColour;

    SizeCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        LossInput input = LossInput.all(List.of(file), home).get(0);
        Limit limit = Limit.of(input.recovery(), new Limit.Given(maxLoss.ratio(), count()))
                .orElseGet(Limit::nothing);
        SizeReport report = Sizes.of(input, limit);
        if (svg != null) {
            Pictures pictures = new Pictures();
            pictures.drawSizes(report);
            pictures.write(svg);
        }
        boolean taken = json != null && ReportOptions.write(json, SizeJson.of(report), console);
        if (!taken) {
            console.out().print(SizeText.of(report, console.colour() && !noColour));
        }
        return report.isPossible() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private OptionalDouble count() {
        if (maxLostEvents == null) {
            return OptionalDouble.empty();
        }
        if (!(maxLostEvents >= 0) || Double.isInfinite(maxLostEvents)) {
            throw new Unusable("--max-lost-events: " + maxLostEvents + " is not a number of events, give 0 or more");
        }
        return OptionalDouble.of(maxLostEvents);
    }
}
