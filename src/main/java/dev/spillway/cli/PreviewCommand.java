package dev.spillway.cli;

import dev.spillway.config.StackFile;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Profile;
import dev.spillway.model.StackSpec;
import dev.spillway.report.JsonReport;
import dev.spillway.report.PreviewReport;
import dev.spillway.report.TextReport;
import dev.spillway.rule.Level;
import dev.spillway.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--json", paramLabel = "F", description = "write the preview as JSON (- = standard output)")
    private @Nullable String json;

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

    @Option(
            names = "--rules",
            paramLabel = "PROFILE",
            description = "observe, baseline or strict; instead of the stack's own")
    private @Nullable String rules;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "critical, high, medium, low or never; instead of what the profile makes mandatory")
    private @Nullable String failOn;

    @Option(
            names = "--max-loss",
            paramLabel = "RATIO",
            description = "largest lost / offered, 0 to 1; instead of the stack's budget")
    private @Nullable Double maxLoss;

    @Option(names = "--quiet", description = "leave out the tree and the sizing table")
    private boolean quiet;

    @Option(names = "--no-color", description = "no colour, even on a terminal")
    private boolean noColour;

    PreviewCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        Path file = StackLocator.find(stack, home);
        StackSpec spec = StackFile.read(file);
        Preview.Options options = new Preview.Options(
                profile(spec), failOn(), budget(), against == null ? Against.NOTHING : Against.state(Path.of(against)));
        Preview preview = Preview.of(file, bytes(file), spec, options);
        boolean toStandardOutput = write(preview);
        if (!toStandardOutput) {
            PreviewReport report = preview.report();
            console.out().print(TextReport.of(report, console.colour() && !noColour, console.unicode(), quiet));
        }
        return preview.report().within() ? Exit.CLEAN : Exit.FINDINGS;
    }

    /** Writes the files that were asked for, and tells whether one of them was standard output. */
    private boolean write(Preview preview) {
        boolean standardOutput = false;
        if (graph != null) {
            standardOutput |= write(graph, GraphJson.write(preview.graph()));
        }
        if (json != null) {
            standardOutput |= write(json, JsonReport.of(preview.report()).toPrettyString() + "\n");
        }
        return standardOutput;
    }

    private boolean write(String target, String text) {
        if (target.equals("-")) {
            console.out().print(text);
            return true;
        }
        WholeFile.write(Path.of(target), text);
        return false;
    }

    private Profile profile(StackSpec spec) {
        String key = rules == null ? spec.rules().key() : rules;
        return Profile.byKey(key)
                .orElseThrow(
                        () -> new Unusable("--rules: " + key + " is not a profile, give observe, baseline or strict"));
    }

    private Preview.FailOn failOn() {
        if (failOn == null) {
            return (severity, level) -> level == Level.MANDATORY;
        }
        String wanted = failOn.toLowerCase(Locale.ROOT);
        if (wanted.equals("never")) {
            return (severity, level) -> false;
        }
        for (Severity floor : Severity.values()) {
            if (floor.key().equals(wanted)) {
                return (severity, level) -> severity.compareTo(floor) <= 0;
            }
        }
        throw new Unusable("--fail-on: " + failOn + " is not a severity, give critical, high, medium, low or never");
    }

    private java.util.OptionalDouble budget() {
        if (maxLoss == null) {
            return java.util.OptionalDouble.empty();
        }
        if (!(maxLoss >= 0 && maxLoss <= 1)) {
            throw new Unusable("--max-loss: " + maxLoss + " is not a ratio of lost to offered events, give 0 to 1");
        }
        return java.util.OptionalDouble.of(maxLoss);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new Unusable(file + ": cannot be read (" + failure.getMessage() + "), give a readable file");
        }
    }
}
