package dev.spillway.cli;

import com.google.common.base.Throwables;
import dev.spillway.model.Problems;
import dev.spillway.report.NoFonts;
import dev.spillway.report.Tool;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
        version = Tool.NAME + " " + Tool.VERSION)
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
        Commands commands = new Commands(console, home);
        CommandLine command = new CommandLine(new Main(), commands);
        commands.askedFor(args).forEach((name, create) -> command.addSubcommand(name, create.get()));
        command.setOut(console.out())
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
    private record Commands(Console console, Path home) implements CommandLine.IFactory {
        /** Only the one that is named, since looking at all of them takes a tenth of a second; all where none is. */
        private Map<String, Supplier<Object>> askedFor(String... args) {
            Map<String, Supplier<Object>> all = all();
            if (args.length > 0 && all.containsKey(args[0])) {
                all.keySet().retainAll(List.of(args[0]));
            }
            return all;
        }

        private Map<String, Supplier<Object>> all() {
            Map<String, Supplier<Object>> all = new LinkedHashMap<>();
            all.put("preview", () -> new PreviewCommand(console, home));
            all.put("check", () -> new CheckCommand(console, home));
            all.put("forecast", () -> new ForecastCommand(console, home));
            all.put("size", () -> new SizeCommand(console, home));
            all.put("dead-letters", () -> new DeadLettersCommand(console));
            all.put("loadtest", () -> new LoadTestCommand(console, home));
            all.put("explain", () -> new ExplainCommand(console, home));
            all.put("rules", () -> new RulesCommand(console));
            all.put("schema", () -> new SchemaCommand(console));
            all.put("new-rule", () -> new NewRuleCommand(console, home));
            all.put("docs", () -> new DocsCommand(console, home));
            all.put("rehearse", () -> new RehearseCommand(console, home));
            return all;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == LoadTestReportCommand.class
                    ? type.cast(new LoadTestReportCommand(console))
                    : CommandLine.defaultFactory().create(type);
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
