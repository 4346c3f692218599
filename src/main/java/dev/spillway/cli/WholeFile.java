package dev.spillway.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path draft = Files.createTempFile(folder, "." + file.getFileName(), ".draft");
            try {
                Files.writeString(draft, text, StandardCharsets.UTF_8);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failure) {
            throw new Unusable(
                    file + ": cannot be written (" + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                            + "), name a file in a folder that exists and may be written to");
        }
    }
}
