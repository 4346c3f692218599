package dev.spillway.cli;

import com.google.common.base.Throwables;
import dev.spillway.model.Problems;
import dev.spillway.report.NoFonts;
import dev.spillway.report.Tool;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The {@code spillway} command. */
@Command(
        name = "spillway",
        description = "Says before deployment which events would be lost, and why.",
        mixinStandardHelpOptions = true,
        version = Tool.NAME + " " + Tool.VERSION,
        subcommands = {
            PreviewCommand.class,
            CheckCommand.class,
            ForecastCommand.class,
            SizeCommand.class,
            DeadLettersCommand.class,
            LoadTestCommand.class,
            ExplainCommand.class,
            RulesCommand.class,
            SchemaCommand.class,
            NewRuleCommand.class,
            DocsCommand.class,
            RehearseCommand.class
        })
public final class Main {
    private Main() {}

    /** The launcher says in {@code spillway.terminal} whether standard output is a terminal: a JVM cannot tell for sure. */
    public static void main(String[] args) {
        Console console = Console.of(System.out, System.err, System.getenv(), Boolean.getBoolean("spillway.terminal"));
        int exit = run(console, Path.of(System.getProperty("spillway.home", "")), args);
        console.flush();
        System.exit(exit);
    }

    /**
     * Runs one command.
     *
     * @param home the project's folder, where {@code stacks} is looked for besides the current folder
     * @return the exit code
     */
    static int run(Console console, Path home, String... args) {
        CommandLine command = new CommandLine(new Main(), new Commands(console, home))
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler((mistake, given) -> usage(console, mistake))
                .setExecutionExceptionHandler((failure, line, result) -> failed(console, failure));
        if (args.length == 0) {
            command.usage(console.err());
            return Exit.UNUSABLE;
        }
        return command.execute(args);
    }

    private static int usage(Console console, ParameterException mistake) {
        console.err().println("spillway: " + mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, console.err());
        console.err()
                .println("Try: " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return Exit.UNUSABLE;
    }

    private static int failed(Console console, Exception failure) {
        if (failure instanceof Problems problems) {
            problems.problems().forEach(problem -> console.err().println(problem));
            int count = problems.problems().size();
            console.err().println(count == 1 ? "1 problem" : count + " problems");
            return Exit.UNUSABLE;
        }
        if (failure instanceof Unusable unusable) {
            console.err().println(unusable.getMessage());
            return Exit.UNUSABLE;
        }
        if (failure instanceof NoFonts noFonts) {
            console.err().println(noFonts.getMessage());
            return Exit.UNUSABLE;
        }
        console.err().println("spillway: a mistake of ours, please report it: " + failure);
        if (console.verbose()) {
            console.err().print(Throwables.getStackTraceAsString(failure));
        } else {
            console.err().println("(SPILLWAY_VERBOSE=1 shows where)");
        }
        return Exit.UNUSABLE;
    }

    /** Builds the commands with what they need from outside. */
    private record Commands(Map<Class<?>, Supplier<?>> made) implements CommandLine.IFactory {
        Commands(Console console, Path home) {
            this(Map.ofEntries(
                    Map.entry(PreviewCommand.class, () -> new PreviewCommand(console, home)),
                    Map.entry(CheckCommand.class, () -> new CheckCommand(console, home)),
                    Map.entry(LoadTestCommand.class, () -> new LoadTestCommand(console, home)),
                    Map.entry(LoadTestReportCommand.class, () -> new LoadTestReportCommand(console)),
                    Map.entry(ForecastCommand.class, () -> new ForecastCommand(console, home)),
                    Map.entry(SizeCommand.class, () -> new SizeCommand(console, home)),
                    Map.entry(DeadLettersCommand.class, () -> new DeadLettersCommand(console)),
                    Map.entry(DocsCommand.class, () -> new DocsCommand(console, home)),
                    Map.entry(ExplainCommand.class, () -> new ExplainCommand(console, home)),
                    Map.entry(RulesCommand.class, () -> new RulesCommand(console)),
                    Map.entry(SchemaCommand.class, () -> new SchemaCommand(console)),
                    Map.entry(NewRuleCommand.class, () -> new NewRuleCommand(console, home)),
                    Map.entry(RehearseCommand.class, () -> new RehearseCommand(console, home))));
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            Supplier<?> command = made.get(type);
            return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command.get());
        }
    }

    /** Where text goes, and what the reader's terminal can show. */
    record Console(PrintWriter out, PrintWriter err, boolean colour, boolean unicode, boolean verbose) {
        static Console of(PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
            boolean colour = terminal
                    && environment.getOrDefault("NO_COLOR", "").isEmpty()
                    && !"dumb".equals(environment.get("TERM"));
            return new Console(
                    new PrintWriter(out, false, StandardCharsets.UTF_8),
                    new PrintWriter(err, true, StandardCharsets.UTF_8),
                    colour,
                    speaksUnicode(environment),
                    !environment.getOrDefault("SPILLWAY_VERBOSE", "").isEmpty());
        }

        void flush() {
            out.flush();
            err.flush();
        }

        private static boolean speaksUnicode(Map<String, String> environment) {
            for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
                String value = environment.getOrDefault(name, "");
                if (!value.isEmpty()) {
                    return value.toUpperCase(java.util.Locale.ROOT)
                            .replace("-", "")
                            .contains("UTF8");
                }
            }
            return false;
        }
    }
}
