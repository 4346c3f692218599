package dev.spillway.config;

import dev.spillway.config.Value.Scalar;
import dev.spillway.config.Value.Sequence;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a {@code stack.yaml}, strictly. */
public final class StackFile {
    private static final String RIGHT = "a stack that begins with apiVersion: spillway.dev/v1";

    private StackFile() {}

    /**
     * Reads and validates a file.
     *
     * @throws Problems everything that is wrong with it, a missing file included; nothing else is ever thrown for bad input
     */
    public static StackSpec read(Path file) {
        return parse(file.toString(), content(file));
    }

    private static byte[] content(Path file) {
        var log = new ProblemLog(file.toString());
        if (Files.notExists(file)) {
            throw log.stopping(Place.NONE, "", "no such file, give the path of a stack.yaml");
        }
        if (Files.isDirectory(file)) {
            throw log.stopping(Place.NONE, "", "a directory, give the path of the stack.yaml in it");
        }
        try (var bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(SourceText.LARGEST + 1);
        } catch (IOException unreadable) {
            throw log.stopping(Place.NONE, "", "a file that cannot be read, give one that this user may read");
        }
    }

    /**
     * Validates a file's content.
     *
     * @param fileName the file as the user gave it
     * @throws Problems everything that is wrong with it; nothing else is ever thrown for bad input
     */
    public static StackSpec parse(String fileName, byte[] content) {
        var log = new ProblemLog(fileName);
        var stack = stack(content, log);
        if (!log.isEmpty()) {
            throw log.asProblems();
        }
        return stack.value().spec();
    }

    private static Answer<StackSection> stack(byte[] content, ProblemLog log) {
        var document =
                DocumentReader.read(SourceText.decode(content, log), log).orElse(new Scalar("", true, Place.START));
        if (document instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NOTHING) {
            throw log.stopping(Place.NONE, "", "an empty file, give " + RIGHT);
        }
        if (document instanceof Scalar || document instanceof Sequence) {
            log.add(document.place(), "", document.shown() + " at the top of the file, give " + RIGHT);
            return Answer.wrong();
        }
        return StackSection.FORM.read(new Cell(document, "", log));
    }
}
