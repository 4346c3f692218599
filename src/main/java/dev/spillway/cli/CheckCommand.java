package dev.spillway.cli;

import dev.spillway.report.PreviewReport;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Main.Console console;
    private final Path home;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "a preview, a state or a graph, each as JSON")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "STATE",
            description = "the deployed state, as pulumi stack export writes it; a preview tells it by itself")
    private @Nullable String against;

    @Option(
            names = "--fix-preview",
            description = "show the safe fixes as a patch of the stack.yaml that the values come from")
    private boolean fixPreview;

    @Option(
            names = "--stack",
            paramLabel = "STACK",
            description = "the stack that --fix-preview is to patch, where its name alone does not tell")
    private @Nullable String stack;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    CheckCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        if (stack != null && !fixPreview) {
            throw new Unusable("--stack: says what --fix-preview is to patch, give that as well");
        }
        Judging how = judging.judging();
        Against deployed = against == null ? Against.NOTHING : Against.state(path(against));
        Check check = new Check(how, deployed);
        List<PreviewReport> judged =
                check.all(files.stream().map(CheckCommand::path).toList());
        reports.write(judged, console, false);
        if (fixPreview) {
            FixPreview fixes = new FixPreview(home, how, deployed, Optional.ofNullable(stack));
            check.fixes(fixes).forEach(console.out()::print);
        }
        check.said().forEach(message -> console.err().println(message));
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
