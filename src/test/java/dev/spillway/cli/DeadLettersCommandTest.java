package dev.spillway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spillway dead-letters} on files. */
class DeadLettersCommandTest {
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/orders\",\"type\":\"order.placed\","
                    + "\"data\":{\"card\":\"4111\"},\"deadletterreason\":\"MaxDeliveryAttemptsExceeded\",\"deliveryattempts\":30,"
                    + "\"lastdeliveryoutcome\":\"NotFound\",\"publishtime\":\"2026-11-20T08:00:00Z\"}";

    @TempDir
    private Path folder;

    @Test
    void groupsAreToldAndRequestsWritten() throws IOException {
        write("a/one.json", "[" + EVENT + "]");
        write("a/b/two.json", "[" + EVENT + "]");
        Path requests = folder.resolve("replay.jsonl");

        CommandLineRun run =
                CommandLineRun.of("dead-letters", folder.resolve("a").toString(), "--replay", requests.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("""
                        Dead letters  2 events in 2 files, 1 duplicate

                          MaxDeliveryAttemptsExceeded, NotFound
                            2 events, 1 duplicate, tried up to 30 times
                            published from 2026-11-20T08:00:00Z
                                      to   2026-11-20T08:00:00Z
                              2 order.placed
                            the receiver was away longer than the attempts reach: replay when it is back
                        """);
        assertThat(Files.readString(requests, UTF_8).lines())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).startsWith("{\"method\":\"POST\",\"url\":\"${EVENTGRID_ENDPOINT}\""));
    }

    @Test
    void whatIsInTheEventsIsNotPrinted() throws IOException {
        Path blob = write("one.json", "[" + EVENT + ", {\"id\":\"2\",\"secret\":\"4111\"}]");

        CommandLineRun run = CommandLineRun.of("dead-letters", blob.toString(), "--json", "-");

        assertThat(run.out() + run.err()).doesNotContain("4111");
        assertThat(run.out()).contains("\"events\" : 1");
    }

    @Test
    void brokenBlobIsToldWithExitCodeTwoAndTheOthersAreReplayed() throws IOException {
        Path whole = write("whole.json", "[" + EVENT + "]");
        Path broken = write("broken.json", "[{\"id\":");
        Path requests = folder.resolve("replay.jsonl");

        CommandLineRun run =
                CommandLineRun.of("dead-letters", broken.toString(), whole.toString(), "--replay", requests.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("broken.json:1:", "ends in the middle");
        assertThat(run.out()).contains("1 event in 2 files");
        assertThat(Files.readString(requests, UTF_8).lines()).hasSize(1);
    }

    @Test
    void missingFilesAreAllNamedAndNothingIsWritten() throws IOException {
        Path requests = folder.resolve("replay.jsonl");

        CommandLineRun run = CommandLineRun.of("dead-letters", "no.json", "none.json", "--replay", requests.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        no.json: no such file, give a blob that was downloaded
                        none.json: no such file, give a blob that was downloaded
                        """);
        assertThat(requests).doesNotExist();
    }

    @Test
    void folderThatCannotBeWrittenToIsSaidAndLeavesNoDraft() throws IOException {
        Path blob = write("one.json", "[" + EVENT + "]");

        CommandLineRun run = CommandLineRun.of(
                "dead-letters",
                blob.toString(),
                "--replay",
                folder.resolve("nowhere/replay.jsonl").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("replay.jsonl: cannot be written");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(blob);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, UTF_8);
    }
}
