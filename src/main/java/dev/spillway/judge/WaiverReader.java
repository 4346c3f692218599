package dev.spillway.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads exceptions. What is missing in one, or wrong, makes a finding when it is judged; a key that does not exist is an error. */
final class WaiverReader {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final Set<String> KEYS = Set.of("rule", "resource", "reason", "owner", "ticket", "expires");
    private static final String ALL = "rule, resource, reason, owner, ticket and expires";

    private final String prefix;
    private final List<String> problems;

    WaiverReader(String prefix, List<String> problems) {
        this.prefix = prefix;
        this.problems = problems;
    }

    void read(String place, JsonNode list, List<Waiver> into) {
        if (!list.isArray()) {
            problem(place, "met " + PolicyReader.kind(list) + ", give a list of exceptions");
            return;
        }
        for (int index = 0; index < list.size(); index++) {
            one(place + "[" + index + "]", list.get(index)).ifPresent(into::add);
        }
    }

    private Optional<Waiver> one(String place, JsonNode node) {
        if (!node.isObject()) {
            problem(place, "met " + PolicyReader.kind(node) + ", give " + ALL);
            return Optional.empty();
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!KEYS.contains(field.getKey())) {
                problem(place + "." + field.getKey(), "an exception has no such key, give " + ALL);
            }
        }
        return Optional.of(of(node, node.path("rule").asText(""), text(node, "resource"), prefix + place));
    }

    /** An exception whose rule and resource may be known from elsewhere. */
    static Waiver of(JsonNode node, String rule, String resource, String place) {
        return new Waiver(
                rule,
                resource,
                text(node, "reason"),
                text(node, "owner"),
                text(node, "ticket"),
                text(node, "expires"),
                place);
    }

    /** What an annotation says; nothing where it is no JSON. */
    static JsonNode json(JsonNode annotation) {
        try {
            return JSON.readTree(annotation.asText());
        } catch (JsonProcessingException broken) {
            return MissingNode.getInstance();
        }
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).isValueNode() && !node.path(key).isNull()
                ? node.path(key).asText().strip()
                : "";
    }

    private void problem(String place, String text) {
        problems.add(prefix + place + ": " + text);
    }
}
