package dev.spillway.cli;

import dev.spillway.config.StackFile;
import dev.spillway.loadtest.LoadTestFiles;
import dev.spillway.plan.LoadTestPlan;
import dev.spillway.plan.LoadTestPlanner;
import dev.spillway.plan.StackPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spillway loadtest}: the load test that proves a stack's forecast. */
@Command(
        name = "loadtest",
        description = {
            "Write a load test of a stack: plans for JMeter over HTTPS and Kafka with their pass and fail,",
            "resource and tests for Azure Load Testing, and the queries that compare sent, accepted, delivered."
        },
        mixinStandardHelpOptions = true,
        subcommands = LoadTestReportCommand.class)
final class LoadTestCommand implements Callable<Integer> {
    private final Main.Console console;
    private final Path home;

    @Parameters(
            paramLabel = "STACK",
            arity = "0..1",
            description = "name of a folder under stacks/, or a path to a stack.yaml")
    private @Nullable String stack;

    @Option(names = "--out", paramLabel = "DIR", description = "the folder to write, made where it is missing")
    private @Nullable Path out;

    @Option(
            names = "--shorten",
            paramLabel = "N",
            defaultValue = "1",
            description = "divide all times by N, for a quick trial; rates stay")
    private double shorten;

    LoadTestCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        if (stack == null || out == null) {
            throw new Unusable("loadtest: STACK or --out DIR is missing, give both");
        }
        if (!(shorten >= 1) || Double.isInfinite(shorten)) {
            throw new Unusable("--shorten: " + shorten + " is not possible, give a number of 1 or more");
        }
        Path file = StackLocator.find(stack, home);
        List<LoadTestPlan> tests = LoadTestPlanner.plan(StackPlanner.plan(StackFile.read(file)), shorten);
        if (tests.isEmpty()) {
            throw new Unusable(file + ": no sender with a declared load, give a load and a workload of role producer");
        }
        Map<Path, String> files = new TreeMap<>();
        for (LoadTestPlan test : tests) {
            Path folder = tests.size() == 1 ? out : out.resolve(test.namespace().name());
            LoadTestFiles.of(test).forEach((name, text) -> files.put(folder.resolve(name), text));
        }
        files.keySet().forEach(LoadTestCommand::makeRoom);
        files.forEach(WholeFile::write);
        console.out().println(files.size() + " files written to " + out);
        return Exit.CLEAN;
    }

    private static void makeRoom(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new Unusable(folder + ": cannot be made ("
                    + failure.getClass().getSimpleName() + "), give a folder that may be written to");
        }
    }
}
