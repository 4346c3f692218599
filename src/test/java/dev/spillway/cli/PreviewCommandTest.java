package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {
    @Test
    void cleanStackExitsWithZero() {
        CommandLineRun run = CommandLineRun.of("preview", "dev");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("0 of 2,253,600 events in the hour", "This change may go ahead");
    }

    @Test
    void devPassesTheStrictProfile() {
        CommandLineRun run = CommandLineRun.of("preview", "dev", "--rules", "strict");

        assertThat(run.out()).contains("What is wrong  nothing");
        assertThat(run.exit()).isZero();
    }

    @Test
    void observedStackStillKeepsItsBudget() {
        CommandLineRun observed = CommandLineRun.of("preview", "incident", "--rules", "observe");
        CommandLineRun accepted = CommandLineRun.of("preview", "incident", "--rules", "observe", "--max-loss", "0.01");

        assertThat(observed.exit()).isEqualTo(1);
        assertThat(observed.out()).contains("This change should not go ahead: over the loss budget.");
        assertThat(accepted.exit()).isZero();
    }

    @Test
    void failOnReplacesWhatTheProfileMakesMandatory() {
        String[] accepted = {"preview", "incident", "--max-loss", "1", "--fail-on"};

        assertThat(CommandLineRun.of(with(accepted, "never")).exit()).isZero();
        assertThat(CommandLineRun.of(with(accepted, "critical")).exit()).isEqualTo(1);
        assertThat(CommandLineRun.of(with(accepted, "worst")))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "--fail-on: worst is not a severity, give critical, high, medium, low or never" + newline()));
    }

    @Test
    void quietLeavesOutTreeAndSizes() {
        String out = CommandLineRun.of("preview", "incident", "--quiet").out();

        assertThat(out)
                .doesNotContain("What would be declared", "How it is sized")
                .contains("22,400 of 2,253,600");
    }

    @Test
    void unknownStackIsOneClearLine() {
        assertThat(CommandLineRun.of("preview", "nowhere"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "nowhere: no such stack, give the name of a folder under stacks/ that holds a stack.yaml, or a path"
                                + " to such a file" + newline()));
    }

    @Test
    void badUsageExitsWithTwoAndSaysWhatIsWrong() {
        assertThat(CommandLineRun.of("preview").err()).contains("Missing required parameter: 'STACK'");
        assertThat(CommandLineRun.of("preview").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of("preview", "dev", "--nope").err()).contains("Unknown option: '--nope'");
        assertThat(CommandLineRun.of("preview", "dev", "--nope").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of().exit()).isEqualTo(2);
        assertThat(CommandLineRun.of("preview", "dev", "--max-loss", "2"))
                .isEqualTo(new CommandLineRun(
                        2, "", "--max-loss: 2.0 is not a ratio of lost to offered events, give 0 to 1" + newline()));
        assertThat(CommandLineRun.of("preview", "dev", "--rules", "lax").err())
                .isEqualTo("--rules: lax is not a profile, give observe, baseline or strict" + newline());
    }

    @Test
    void everyProblemOfAFileIsPrintedInOneGo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("stack.yaml"), "apiVersion: spillway.dev/v2\nnmae: x\n");

        CommandLineRun run = CommandLineRun.of("preview", file.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(file + ":1:13: apiVersion:", "nmae", "did you mean name")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void reportsAreWrittenWholeAndDoNotSilenceTheTerminal(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("report.json");
        Path graph = folder.resolve("graph.json");

        CommandLineRun run =
                CommandLineRun.of("preview", "dev", "--json", json.toString(), "--graph", graph.toString());

        assertThat(run.out()).contains("What would be declared");
        assertThat(Files.readString(json)).startsWith("{").endsWith("}\n");
        assertThat(Files.readString(graph)).startsWith("[").endsWith("]\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(json, graph);
        }
    }

    @Test
    void reportThatCannotBeWrittenIsAMessage(@TempDir Path folder) {
        Path missing = folder.resolve("no/such/report.json");

        CommandLineRun run = CommandLineRun.of("preview", "dev", "--json", missing.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith(missing + ": cannot be written").doesNotContain("\tat ");
    }

    /** What is not known is neither zero nor a pass. */
    @Test
    void lossThatIsNotComputableStopsTheChangeAndNamesWhatIsMissing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("stack.yaml"), """
                apiVersion: spillway.dev/v1
                name: noload
                location: westeurope
                eventHubs: { orders: { tier: Standard, hubs: { h: {} } } }
                workloads:
                  p: { role: producer, hub: orders/h, image: "a:1", perReplicaEventsPerSecond: 10 }
                """);

        CommandLineRun run = CommandLineRun.of("preview", file.toString());

        assertThat(run.out())
                .contains("not computable", "spillway.dev/load\"]: not given", "the loss is not computable.")
                .doesNotContain("0 of", "over the loss budget");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void stackWithoutNamespacesHasNothingToLose(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("stack.yaml"), "apiVersion: spillway.dev/v1\nname: tiny\nlocation: westeurope\n");

        CommandLineRun run = CommandLineRun.of("preview", file.toString());

        assertThat(run.out()).contains("What would be declared  1 resource\n");
        assertThat(run.exit()).isZero();
    }

    @Test
    void graphIsTheSameUnderAnotherLocaleAndZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String expected = CommandLineRun.of("preview", "dev", "--graph", "-").out();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            assertThat(CommandLineRun.of("preview", "dev", "--graph", "-").out())
                    .isEqualTo(expected);
            assertThat(CommandLineRun.of("preview", "incident").out()).contains("22,400 of 2,253,600");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void graphIsTheSameOnOneCore() throws IOException, InterruptedException {
        String expected = CommandLineRun.of("preview", "dev", "--graph", "-").out();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ActiveProcessorCount=1",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.language=ar",
                "-Duser.timezone=Pacific/Chatham",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.spillway.cli.Main",
                "preview",
                "dev",
                "--graph",
                "-");

        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(child.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(child.waitFor())
                .isEqualTo(CommandLineRun.of("preview", "dev").exit());
        assertThat(out).isEqualTo(expected);
    }

    private static String[] with(String[] args, String last) {
        return Stream.concat(Stream.of(args), Stream.of(last)).toArray(String[]::new);
    }

    private static String newline() {
        return System.lineSeparator();
    }
}
