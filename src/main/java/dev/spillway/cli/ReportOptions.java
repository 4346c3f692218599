package dev.spillway.cli;

import dev.spillway.report.PreviewReport;
import dev.spillway.report.ReportFormat;
import dev.spillway.report.TextReport;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rules.Catalogue;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes what it found, and how. */
final class ReportOptions {
    private static final String STANDARD_OUTPUT = "-";

    @Option(names = "--json", paramLabel = "F", description = "write the report as JSON (- = standard output)")
    private @Nullable String json;

    @Option(names = "--sarif", paramLabel = "F", description = "write it as SARIF 2.1.0, for code scanning")
    private @Nullable String sarif;

    @Option(names = "--markdown", paramLabel = "F", description = "write it as Markdown, for a pull request")
    private @Nullable String markdown;

    @Option(names = "--junit", paramLabel = "F", description = "write it as JUnit XML, for lists of tests")
    private @Nullable String junit;

    @Option(names = "--html", paramLabel = "F", description = "write it as one page that needs no network")
    private @Nullable String html;

    @Option(names = "--github", paramLabel = "F", description = "write it as annotations for the log of GitHub Actions")
    private @Nullable String github;

    @Option(
            names = "--azure-devops",
            paramLabel = "F",
            description = "write it as annotations for the log of Azure Pipelines")
    private @Nullable String azureDevOps;

    @Option(names = "--quiet", description = "leave out the tree and the sizing table")
    private boolean quiet;

    @Option(names = "--no-color", description = "no colour, even on a terminal")
    private boolean noColour;

    /** Writes the files that were asked for, then the text for people unless standard output was taken. */
    void write(List<PreviewReport> reports, Main.Console console, boolean outputIsTaken) {
        List<RuleCard> cards = Catalogue.rules().stream().map(Rule::card).toList();
        boolean taken = outputIsTaken;
        for (Map.Entry<ReportFormat, String> file : files().entrySet()) {
            taken |= write(file.getValue(), file.getKey().write(reports, cards), console);
        }
        if (!taken) {
            reports.forEach(report -> console.out().print(text(report, console)));
            sum(reports, console);
        }
    }

    private static void sum(List<PreviewReport> reports, Main.Console console) {
        long within = reports.stream().filter(PreviewReport::within).count();
        if (reports.size() > 1) {
            console.out().println();
            console.out()
                    .println(reports.size() + " files: " + within + " may go ahead, " + (reports.size() - within)
                            + " should not.");
        }
    }

    /** Writes a text to a file, or to standard output, and tells whether it was that. */
    static boolean write(String target, String text, Main.Console console) {
        if (target.equals(STANDARD_OUTPUT)) {
            console.out().print(text);
            return true;
        }
        WholeFile.write(Path.of(target), text);
        return false;
    }

    private String text(PreviewReport report, Main.Console console) {
        return TextReport.of(report, console.colour() && !noColour, console.unicode(), quiet);
    }

    private Map<ReportFormat, String> files() {
        Map<ReportFormat, String> files = new EnumMap<>(ReportFormat.class);
        put(files, ReportFormat.JSON, json);
        put(files, ReportFormat.SARIF, sarif);
        put(files, ReportFormat.MARKDOWN, markdown);
        put(files, ReportFormat.JUNIT, junit);
        put(files, ReportFormat.HTML, html);
        put(files, ReportFormat.GITHUB, github);
        put(files, ReportFormat.AZURE_DEVOPS, azureDevOps);
        return files;
    }

    private static void put(Map<ReportFormat, String> files, ReportFormat format, @Nullable String target) {
        if (target != null) {
            files.put(format, target);
        }
    }
}
