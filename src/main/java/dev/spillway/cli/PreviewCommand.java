package dev.spillway.cli;

import dev.spillway.config.StackFile;
import dev.spillway.intake.GraphJson;
import dev.spillway.model.StackSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spillway preview}: what would be declared, what would be lost, what is wrong; without account or cloud. */
@Command(
        name = "preview",
        description = {
            "What a stack would declare, what it would lose, and what is wrong with it.",
            "Runs the program that `pulumi up` runs, against an embedded monitor: no account, no cloud."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing mandatory is violated, the forecast keeps the budget",
            "1:findings, or the budget is exceeded",
            "2:could not run"
        })
final class PreviewCommand implements Callable<Integer> {
    private final Main.Console console;
    private final Path home;

    @Parameters(paramLabel = "STACK", description = "name of a folder under stacks/, or a path to a stack.yaml")
    private String stack = "";

    @Option(
            names = "--graph",
            paramLabel = "F",
            description = "write the declared resources as JSON (- = standard output)")
    private @Nullable String graph;

    @Option(
            names = "--against",
            paramLabel = "STATE",
            description = "the deployed state, as pulumi stack export writes it: units that it has are kept")
    private @Nullable String against;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    PreviewCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        Path file = StackLocator.find(stack, home);
        StackSpec spec = StackFile.read(file);
        Preview.Options options = new Preview.Options(
                judging.judging(Optional.of(file), spec.rules()),
                against == null ? Against.NOTHING : Against.state(Path.of(against)));
        Preview preview = Preview.of(file, bytes(file), spec, options);
        boolean outputIsTaken = graph != null && ReportOptions.write(graph, GraphJson.write(preview.graph()), console);
        reports.write(List.of(preview.report()), console, outputIsTaken);
        preview.baseline().write().run();
        preview.baseline().message().ifPresent(message -> console.err().println(message));
        return preview.report().within() ? Exit.CLEAN : Exit.FINDINGS;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new Unusable(file + ": cannot be read (" + failure.getMessage() + "), give a readable file");
        }
    }
}
