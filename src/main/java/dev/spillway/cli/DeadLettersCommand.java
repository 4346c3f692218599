package dev.spillway.cli;

import dev.spillway.deadletter.DeadLetters;
import dev.spillway.deadletter.Found;
import dev.spillway.deadletter.ReplayWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spillway dead-letters}: what Event Grid gave up and why, and the requests that would publish it again. */
@Command(
        name = "dead-letters",
        description = {
            "Groups dead-letter blobs by reason, and writes the requests that would",
            "replay them. Reads files and folders; sends nothing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:everything was read", "2:something could not be read; the rest is told all the same"})
final class DeadLettersCommand implements Callable<Integer> {

    private final Main.Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "a blob as it was downloaded, or a folder of them")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--replay",
            paramLabel = "F",
            description = "write the requests, one JSON object a line; duplicates stand in requests of their own")
    private @Nullable String replay;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "the topic that the requests go to (default: a word to replace)")
    private String endpoint = "${EVENTGRID_ENDPOINT}";

    @Option(names = "--json", paramLabel = "F", description = "write the report as JSON (- = standard output)")
    private @Nullable String json;

    DeadLettersCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Path> blobs = blobs();
        Found found = replay == null ? read(blobs, Optional.empty()) : replayed(blobs, Path.of(replay));
        boolean isTaken = json != null && ReportOptions.write(json, found.json().toPrettyString() + "\n", console);
        if (!isTaken) {
            console.out().print(found.text());
        }
        found.problems().forEach(problem -> console.err().println(problem));
        return found.problems().isEmpty() ? Exit.CLEAN : Exit.UNUSABLE;
    }

    /** Files as they were named, and what is in the folders, sorted; everything that is not there is named at once. */
    private List<Path> blobs() {
        List<Path> blobs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String file : files) {
            try {
                Path path = Path.of(file);
                if (Files.isDirectory(path)) {
                    try (Stream<Path> inside = Files.walk(path)) {
                        inside.filter(Files::isRegularFile).sorted().forEach(blobs::add);
                    }
                } else if (Files.isReadable(path)) {
                    blobs.add(path);
                } else {
                    problems.add(file + ": no such file, give a blob that was downloaded");
                }
            } catch (InvalidPathException | IOException unusable) {
                problems.add(file + ": cannot be read, give a file that this user may read");
            }
        }
        if (!problems.isEmpty()) {
            throw new Unusable(String.join("\n", problems));
        }
        return blobs;
    }

    /** Whole or not at all: nobody replays the first half. */
    private Found replayed(List<Path> blobs, Path target) {
        Path folder = target.toAbsolutePath().getParent();
        try {
            Path draft = Files.createTempFile(folder, "." + target.getFileName(), ".draft");
            try {
                Found found;
                try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                    ReplayWriter writer = new ReplayWriter(out, endpoint);
                    found = read(blobs, Optional.of(writer));
                    writer.finish();
                }
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return found;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failure) {
            throw new Unusable(target + ": cannot be written (" + failure.getMessage()
                    + "), name a file in a folder that exists and may be written to");
        }
    }

    private static Found read(List<Path> blobs, Optional<ReplayWriter> writer) {
        DeadLetters letters = new DeadLetters(writer);
        for (Path blob : blobs) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(blob))) {
                letters.read(blob.toString(), in);
            } catch (IOException failure) {
                throw new Unusable(blob + ": cannot be read (" + failure.getMessage() + "), give a readable file");
            }
        }
        return letters.found();
    }
}
