package dev.spillway.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Approved files: compared as they are, written anew by {@code make golden}, read in review like code. */
public final class Golden {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private Golden() {}

    /** Fails at the first line that differs; with {@code -Dgolden.update=true} writes the file instead. */
    public static void assertMatches(Path approved, String actual) {
        try {
            if (UPDATE) {
                write(approved, actual);
                return;
            }
            if (!Files.exists(approved)) {
                throw new AssertionError(approved + ": no approved file yet; `make golden` writes it, then read it");
            }
            String expected = Files.readString(approved);
            if (!expected.equals(actual)) {
                throw new AssertionError(difference(approved, expected, actual));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path approved, String actual) throws IOException {
        Files.createDirectories(approved.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(approved.toAbsolutePath().getParent(), ".golden", ".draft");
        Files.writeString(draft, actual);
        Files.move(draft, approved, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String difference(Path approved, String expected, String actual) {
        List<String> wanted = expected.lines().toList();
        List<String> met = actual.lines().toList();
        int line = 0;
        while (line < wanted.size() && line < met.size() && wanted.get(line).equals(met.get(line))) {
            line++;
        }
        return approved + ":" + (line + 1) + " differs\n  approved: " + at(wanted, line) + "\n  now:      "
                + at(met, line) + "\nIf the change is meant, run `make golden` and read what it wrote.";
    }

    private static String at(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : "(end of text)";
    }
}
