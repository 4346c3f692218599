package dev.spillway.cli;

import dev.spillway.loadtest.LoadTestReport;
import dev.spillway.loadtest.LoadTestReport.Source;
import dev.spillway.loadtest.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spillway loadtest report}: forecast against measured. */
@Command(
        name = "report",
        description = "Set what a load test measured against its forecast.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every criterion is kept", "1:one is not", "2:could not run"})
final class LoadTestReportCommand implements Callable<Integer> {
    private final Main.Console console;

    @Parameters(paramLabel = "DIR", description = "the folder that spillway loadtest wrote")
    private Path folder = Path.of("");

    @Option(names = "--results", paramLabel = "FILE", required = true, description = "JMeter's result file, as CSV")
    private Path results = Path.of("");

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "what az monitor metrics list --output json wrote for the time of the test")
    private @Nullable Path metrics;

    @Option(names = "--json", paramLabel = "F", description = "write the report as JSON (- = standard output)")
    private @Nullable String json;

    LoadTestReportCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> missing = new ArrayList<>();
        Source expectation = source(folder.resolve("loadtest.json"), missing);
        Source measured = source(results, missing);
        Optional<Source> counted = Optional.ofNullable(metrics).map(file -> source(file, missing));
        if (!missing.isEmpty()) {
            throw new Unusable(String.join("\n", missing));
        }
        LoadTestReport report = report(expectation, measured, counted);
        boolean outputIsTaken = json != null && ReportOptions.write(json, report.json(), console);
        if (!outputIsTaken) {
            console.out().print(report.text());
        }
        return report.passes() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static LoadTestReport report(Source expectation, Source measured, Optional<Source> counted) {
        try {
            return LoadTestReport.of(expectation, measured, counted);
        } catch (Unreadable unreadable) {
            throw new Unusable(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Source source(Path file, List<String> missing) {
        try {
            return new Source(file.toString(), Files.readString(file));
        } catch (IOException failure) {
            missing.add(file + ": cannot be read (" + failure.getClass().getSimpleName() + "), give a readable file");
            return new Source(file.toString(), "");
        }
    }
}
