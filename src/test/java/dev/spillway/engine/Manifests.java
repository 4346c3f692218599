package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The manifests that the Kubernetes provider rendered in place of sending them to a cluster. */
record Manifests(List<Path> files) {
    static Manifests of(EngineProject project) throws IOException {
        try (Stream<Path> all = Files.walk(project.folder().resolve("manifests"))) {
            return new Manifests(all.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList());
        }
    }

    /** All of them as one YAML stream, each below the name of its file. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append("--- # ")
                    .append(file.getFileName())
                    .append('\n')
                    .append(Files.readString(file, UTF_8).strip())
                    .append('\n');
        }
        return text.toString();
    }
}
