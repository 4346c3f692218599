package dev.spillway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.spillway.model.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no stack at all, or are meant to hurt, end in a plain problem, and soon. */
final class HostileFileTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String MINIMAL = "apiVersion: spillway.dev/v1\nname: orders\nlocation: westeurope\n";

    @Test
    void oneByteMoreThanAMebibyteIsRefused() {
        var problems = Reading.problems(filledTo(1024 * 1024 + 1));

        assertThat(problems).containsExactly("stack.yaml: larger than 1 MiB, give a file of at most 1,048,576 bytes");
    }

    @Test
    void exactlyAMebibyteIsRead() {
        assertThat(Reading.problems(filledTo(1024 * 1024))).isEmpty();
    }

    @Test
    void emptyFileIsOneProblem() {
        assertThat(Reading.problems(new byte[0]))
                .containsExactly(
                        "stack.yaml: an empty file, give a stack that begins with apiVersion: spillway.dev/v1");
    }

    @Test
    void billionLaughsEndSoon() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char name = 'b'; name <= 'z'; name++) {
            var earlier = "*" + (char) (name - 1);
            bomb.append(name).append(": &").append(name).append(" [").append(earlier);
            bomb.append((", " + earlier).repeat(9)).append("]\n");
        }

        var problems = assertTimeoutPreemptively(SOON, () -> Reading.problems(bomb.toString()));

        assertThat(problems)
                .hasSize(1)
                .allMatch(line -> line.endsWith("aliases repeat more than 10,000 values, write them out"));
    }

    @Test
    void tenThousandRepeatedValuesAreStillRead() {
        var yaml = "x: &x [" + "1, ".repeat(99) + "1]\ny: [" + "*x, ".repeat(98) + "*x]\n";

        assertThat(Reading.problems(yaml)).noneMatch(line -> line.contains("aliases"));
        assertThat(Reading.problems(yaml.replace("y: [", "y: [*x, "))).anyMatch(line -> line.contains("aliases"));
    }

    @Test
    void nestingThatWouldOverflowTheStackIsRefused() {
        for (var opening : List.of("[", "{a: ", "- ", "? ")) {
            var yaml = opening.repeat(1_000_000 / opening.length());

            var problems = assertTimeoutPreemptively(SOON, () -> Reading.problems(yaml));

            assertThat(problems).hasSize(1).allMatch(line -> line.contains("nested more than 50 levels deep"));
        }
    }

    @Test
    void aNumberOfAMillionDigitsIsNotComputed() {
        var yaml = MINIMAL + "recovery: { maxLostEvents: " + "9".repeat(1_000_000) + " }";

        var problems = assertTimeoutPreemptively(SOON, () -> Reading.problems(yaml));

        assertThat(problems).hasSize(1).allMatch(line -> line.length() < 200);
    }

    @Test
    void tensOfThousandsOfUnknownKeysEndSoon() {
        var yaml = new StringBuilder(MINIMAL);
        for (int index = 0; index < 30_000; index++) {
            yaml.append("key").append(index).append(": 1\n");
        }

        var problems = assertTimeoutPreemptively(SOON, () -> Reading.problems(yaml.toString()));

        assertThat(problems).hasSize(30_000);
    }

    @Test
    void malformedUtf8IsNamedWithItsOffset() {
        var content = "name: a\nx: ?".getBytes(StandardCharsets.UTF_8);
        content[11] = (byte) 0xFF;

        assertThat(Reading.problems(content))
                .containsExactly("stack.yaml:2:4: byte 0xFF at offset 11 is not UTF-8, save the file as UTF-8");
    }

    @Test
    void cutOffUtf8IsNamedWithItsOffset() {
        var content = Arrays.copyOf("\u00E9\u20AC".getBytes(StandardCharsets.UTF_8), 4);

        assertThat(Reading.problems(content))
                .containsExactly("stack.yaml:1:2: byte 0xE2 at offset 2 is not UTF-8, save the file as UTF-8");
    }

    @Test
    void utf16IsRefusedInBothByteOrders() {
        var expected = "stack.yaml:1:1: a UTF-16 byte order mark at byte 0, save the file as UTF-8";

        assertThat(Reading.problems("\uFEFFname: a".getBytes(StandardCharsets.UTF_16BE)))
                .containsExactly(expected);
        assertThat(Reading.problems("\uFEFFname: a".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(expected);
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(Reading.problems("name: a\nx: \0"))
                .containsExactly("stack.yaml:2:4: control character U+0000 is not allowed in YAML, remove it");
        assertThat(Reading.problems("\u001B[31m"))
                .containsExactly("stack.yaml:1:1: control character U+001B is not allowed in YAML, remove it");
    }

    @Test
    void messagesNeverCarryControlCharactersOfTheUser() {
        var problems = Reading.problems(MINIMAL + "\"a\\e[31m\\n\\u202Eb\\ud800\": 1\nprofile: \"\\x1b\"\n");

        assertThat(problems).hasSize(2).allMatch(line -> line.matches("[\\p{Print}\u2026]+"));
    }

    /** snakeyaml-engine 2.10 throws a NumberFormatException here, found by the fuzz test. */
    @Test
    void escapeThatTheParserChokesOnIsAProblem() {
        assertThat(Reading.problems("name: \"\\x"))
                .containsExactly(
                        "stack.yaml:1:5: not YAML 1.2 behind this place (an escape or a sign), correct the text there");
    }

    @Test
    void missingFileIsAProblemOfItsName(@TempDir Path folder) {
        var file = folder.resolve("nowhere.yaml");

        assertThatThrownBy(() -> StackFile.read(file))
                .isInstanceOf(Problems.class)
                .hasMessage(file + ": no such file, give the path of a stack.yaml");
    }

    @Test
    void directoryIsAProblem(@TempDir Path folder) {
        assertThatThrownBy(() -> StackFile.read(folder))
                .isInstanceOf(Problems.class)
                .hasMessage(folder + ": a directory, give the path of the stack.yaml in it");
    }

    @Test
    void hugeFileIsNotReadWhole(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("stack.yaml"), filledTo(3 * 1024 * 1024));

        assertThatThrownBy(() -> StackFile.read(file))
                .isInstanceOf(Problems.class)
                .hasMessage(file + ": larger than 1 MiB, give a file of at most 1,048,576 bytes");
    }

    @Test
    void fileIsReadFromItsPath(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("stack.yaml"), MINIMAL);

        assertThat(StackFile.read(file).name()).isEqualTo("orders");
    }

    private static byte[] filledTo(int size) {
        var content = new byte[size];
        Arrays.fill(content, (byte) '#');
        var start = MINIMAL.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, content, 0, start.length);
        return content;
    }
}
