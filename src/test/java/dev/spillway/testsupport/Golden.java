package dev.spillway.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Approved files: what a program wrote when somebody last read it and agreed. */
public final class Golden {
    private static final String UPDATE = "golden.update";

    /** As long as a stack trace of a failed program is: whoever reads it may be unable to run it again. */
    private static final int FOLLOWING_LINES = 60;

    private Golden() {}

    /** Fails at the first line that differs from the approved file; {@code -Dgolden.update=true} writes the file instead. */
    public static void assertMatches(Path approved, String actual) {
        Class<?> test = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
        assertMatches(approved, actual, Boolean.getBoolean(UPDATE), "make golden TESTS=" + test.getName());
    }

    static void assertMatches(Path approved, String actual, boolean update, String hint) {
        try {
            if (Files.exists(approved) && Files.readString(approved, UTF_8).equals(actual)) {
                return;
            }
            if (!update) {
                throw new AssertionError(difference(approved, actual) + "\nIf this is wanted: " + hint);
            }
            write(approved, actual);
        } catch (IOException e) {
            throw new UncheckedIOException(approved.toString(), e);
        }
    }

    /** Whole or not at all: a build that is stopped leaves no half of an approved file behind. */
    private static void write(Path approved, String actual) throws IOException {
        Path folder = approved.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, "golden", ".tmp");
        Files.writeString(whole, actual, UTF_8);
        Files.move(whole, approved, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String difference(Path approved, String actual) throws IOException {
        if (!Files.exists(approved)) {
            return approved + ": there is no approved file yet";
        }
        List<String> wanted = lines(Files.readString(approved, UTF_8));
        List<String> met = lines(actual);
        int at = 0;
        while (at < wanted.size() && at < met.size() && wanted.get(at).equals(met.get(at))) {
            at++;
        }
        return approved + ":" + (at + 1) + ": differs (" + wanted.size() + " lines approved, " + met.size() + " met)"
                + "\n  approved: " + line(wanted, at)
                + "\n  met:      " + line(met, at)
                + following(met, at);
    }

    /** What came after the difference: where an error was met for a result, the line itself says little. */
    private static String following(List<String> lines, int at) {
        return lines.stream()
                .skip(at + 1L)
                .limit(FOLLOWING_LINES)
                .filter(line -> !line.isEmpty())
                .map(line -> "\n            " + line)
                .collect(joining());
    }

    /** Without dropping the last, empty one: a missing line end is a difference too. */
    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    private static String line(List<String> lines, int at) {
        return at < lines.size() ? lines.get(at) : "(the end)";
    }
}
