package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people hand to {@code check} by mistake: a message that says what is right, never a stack trace, never a silent pass. */
class BadInputTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("cut off", "[{\"type\": \"azure-native:eventhub:Names", "the text ends in the middle"),
                Arguments.of("empty", "", "give"),
                Arguments.of("YAML", "apiVersion: spillway.dev/v1\nname: orders\n", "is not JSON"),
                Arguments.of("HTML", "<html><body>502</body></html>", "is not JSON"),
                Arguments.of("an ARM template", "{\"$schema\":\"x\",\"resources\":[]}", "no preview and no state"),
                Arguments.of("NUL bytes", "[\0\0]", "is not JSON"),
                Arguments.of("10,000 levels", "[".repeat(10_000), "nested deeper than"),
                Arguments.of(
                        "one URN twice",
                        "[" + namespace("a", "") + "," + namespace("a", "") + "]",
                        "second resource with the URN"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isRefusedInOneLineThatSaysWhatIsRight(String what, String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("input.json"), content);

        CommandLineRun run = CommandLineRun.of("check", file.toString());

        assertThat(run.exit()).as(what).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith(file.toString())
                .contains(message)
                .doesNotContain("\tat ")
                .doesNotContain("mistake of ours");
        assertThat(run.err().lines()).hasSizeLessThan(3);
    }

    @Test
    void resourcesThatDependOnEachOtherInACircleAreJudged() throws IOException {
        String circle = "[" + namespace("a", ",\"parent\":\"" + urn("b") + "\",\"dependencies\":[\"" + urn("b") + "\"]")
                + ","
                + namespace(
                        "b", ",\"parent\":\"" + urn("a") + "\",\"propertyDependencies\":{\"x\":[\"" + urn("a") + "\"]}")
                + "]";
        Path file = Files.writeString(folder.resolve("circle.json"), circle);

        CommandLineRun run = CommandLineRun.of("check", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("EH-002");
    }

    @Test
    void twoHundredMegabytesAreReadOrRefusedAndNeverCrash() throws IOException {
        Path file = folder.resolve("huge.json");
        String text = "x".repeat(1 << 20);
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("[{\"type\":\"kubernetes:core/v1:ConfigMap\",\"name\":\"c\",\"inputs\":{\"data\":{");
            for (int at = 0; at < 300; at++) {
                out.write((at == 0 ? "" : ",") + "\"k" + at + "\":\"" + text + "\"");
            }
            out.write("}}}]");
        }

        CommandLineRun run = CommandLineRun.of("check", file.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("give a file of at most 256 MiB");
    }

    private static String namespace(String name, String more) {
        return "{\"urn\":\"" + urn(name) + "\",\"type\":\"azure-native:eventhub:Namespace\",\"name\":\"" + name
                + "\",\"inputs\":{\"namespaceName\":\"" + name + "\"}" + more + "}";
    }

    private static String urn(String name) {
        return "urn:pulumi:s::p::azure-native:eventhub:Namespace::" + name;
    }
}
