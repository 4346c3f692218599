package dev.spillway.kube;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The reference stacks with their Kubernetes objects, as the real provider rendered them. */
final class StackFiles {
    private static final Path STACKS = Path.of("stacks");

    private StackFiles() {}

    /** Those that have any; a stack of topics alone has none. */
    static List<String> names() {
        try (Stream<Path> all = Files.list(STACKS)) {
            return all.filter(folder -> Files.isRegularFile(folder.resolve("manifests.approved.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path manifests(String stack) {
        return STACKS.resolve(stack).resolve("manifests.approved.yaml");
    }

    static List<JsonNode> objects(String stack) {
        return Manifests.in(manifests(stack));
    }

    /** The objects of a kind. */
    static List<JsonNode> objects(String stack, String kind) {
        return objects(stack).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }
}
