package dev.spillway.cli;

import dev.spillway.report.PreviewReport;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spillway check}: judges what others wrote, be it a preview, a state or a graph. */
@Command(
        name = "check",
        description = {
            "Judges files: what `pulumi preview --json --show-sames` or `pulumi stack export`",
            "writes, or `spillway preview --graph`. Several files are one report, and the",
            "worst of them decides. A file's content says what it is."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing mandatory is violated, the forecast keeps --max-loss",
            "1:findings, or --max-loss is exceeded",
            "2:could not run"
        })
final class CheckCommand implements Callable<Integer> {
    private static final String BASELINE = "baseline";

    private final Main.Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "a preview, a state or a graph, each as JSON")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "STATE",
            description = "the deployed state, as pulumi stack export writes it; a preview tells it by itself")
    private @Nullable String against;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    CheckCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Check check = new Check(
                judging.profile(BASELINE),
                judging.failOn(),
                judging.maxLossRatio(),
                against == null ? Against.NOTHING : Against.state(path(against)));
        List<PreviewReport> judged =
                check.all(files.stream().map(CheckCommand::path).toList());
        reports.write(judged, console, false);
        return judged.stream().allMatch(PreviewReport::within) ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException unusable) {
            throw new Unusable(file + ": not a path, give the name of a file");
        }
    }
}
