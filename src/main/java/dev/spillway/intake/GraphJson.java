package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.view.ResourceGraph;
import java.nio.file.Path;

/**
 * The JSON form of a resource graph, as {@code --graph} writes it: sorted throughout, so that equal graphs are equal
 * files. What stands in a secret is never written.
 */
public final class GraphJson {
    private GraphJson() {}

    /** The graph in a file of UTF-8; everything wrong with it is thrown at once. */
    public static ResourceGraph read(Path file) {
        return GraphReader.read(JsonText.parse(file), file.toString());
    }

    /**
     * The graph in a JSON text.
     *
     * @param place what to call the text in messages, such as a file's name
     */
    public static ResourceGraph read(String json, String place) {
        return GraphReader.read(JsonText.parse(json, place), place);
    }

    /** The graph in parsed JSON: a list of resources, of which each needs a type, and a name or a URN. */
    public static ResourceGraph read(JsonNode json, String place) {
        return GraphReader.read(json, place);
    }

    /** Two spaces deep, keys sorted, ends with a line break. */
    public static String write(ResourceGraph graph) {
        return GraphWriter.write(graph);
    }

    /** The same value with keys sorted and every secret replaced by {@code [secret]} in its wrapper. */
    public static JsonNode withoutSecrets(JsonNode node) {
        return GraphWriter.clean(node);
    }
}
