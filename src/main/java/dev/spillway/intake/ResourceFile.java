package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.DeployedResource;
import dev.spillway.view.ResourceGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that holds the resources of a stack, whoever wrote it.
 *
 * @param stack name of the stack, from the resources' URNs; empty where there are none
 * @param deployed what is deployed beside what is declared; empty where the file does not tell
 */
public record ResourceFile(Kind kind, String stack, ResourceGraph graph, Optional<List<DeployedResource>> deployed) {
    /** Who can have written such a file, in the words of a message. */
    static final String WRITERS = "what pulumi preview --json, pulumi stack export or --graph writes";

    /** What a file turned out to be. */
    public enum Kind {
        GRAPH("graph"),
        PREVIEW("preview"),
        STATE("state");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** Reads a file and tells by its content what it is; everything wrong with it is thrown at once. */
    public static ResourceFile read(Path file) {
        return of(JsonText.parse(file), file.toString());
    }

    /**
     * The same of a JSON text.
     *
     * @param place what to call the text in messages, such as a file's name
     */
    public static ResourceFile read(String json, String place) {
        return of(JsonText.parse(json, place), place);
    }

    private static ResourceFile of(JsonNode json, String place) {
        if (json.isArray()) {
            return of(Kind.GRAPH, GraphReader.read(json, place), Optional.empty());
        }
        if (json instanceof ObjectNode object) {
            if (object.has("deployment")) {
                return of(Kind.STATE, StateReader.read(object, place), Optional.empty());
            }
            if (PreviewReader.wrote(object)) {
                ResourceGraph declared = PreviewReader.read(object, place);
                return of(Kind.PREVIEW, declared, Optional.of(PreviewReader.deployed(object, place)));
            }
        }
        throw new UnreadableGraph(List.of(place + ": met " + met(json) + ", give " + WRITERS));
    }

    private static ResourceFile of(Kind kind, ResourceGraph graph, Optional<List<DeployedResource>> deployed) {
        return new ResourceFile(kind, Urn.anyOf(graph).map(Urn::stack).orElse(""), graph, deployed);
    }

    private static String met(JsonNode json) {
        if (json.has("checkpoint")) {
            return "a backend's own checkpoint file";
        }
        return json.isObject() ? "an object that is no preview and no state" : JsonFields.kind(json);
    }
}
