package dev.spillway.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Reads annotations, whose values are texts whatever they mean. */
final class Annotations {
    private static final String PREFIX = "spillway.dev/";
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final ObjectMapper JSON = new JsonMapper();

    private static final Map<String, String> OF_PODS = new ConcurrentHashMap<>();
    private static final Map<String, String> OF_WORKLOAD = new ConcurrentHashMap<>();

    private final ResourceView resource;
    private final String parent;
    private final Map<String, String> paths;

    /** The names are few and asked for all the time, so the paths that follow from them are kept. */
    private Annotations(ResourceView resource, String parent, Map<String, String> paths) {
        this.resource = resource;
        this.parent = parent;
        this.paths = paths;
    }

    /** Those of the pods, a change of which rolls them. */
    static Annotations ofPods(ResourceView resource) {
        return new Annotations(resource, "spec.template.metadata.annotations", OF_PODS);
    }

    /** Those of the workload itself. */
    static Annotations ofWorkload(ResourceView resource) {
        return new Annotations(resource, "metadata.annotations", OF_WORKLOAD);
    }

    String path(String name) {
        return paths.computeIfAbsent(name, key -> InputPath.child(parent, PREFIX + key));
    }

    Fact<String> text(String name) {
        return resource.text(path(name));
    }

    /** A number that is zero or more, in plain decimal digits. */
    Fact<Double> number(String name, String unit) {
        return text(name)
                .then(text -> NUMBER.matcher(text).matches()
                        ? Fact.known(path(name), Double.parseDouble(text))
                        : Fact.unknown(path(name), "met \"" + text + "\" where a number of " + unit + " belongs"));
    }

    Fact<JsonNode> json(String name) {
        return text(name).then(text -> parse(path(name), text));
    }

    private static Fact<JsonNode> parse(String path, String text) {
        try {
            JsonNode parsed = JSON.readTree(text);
            return parsed.isObject()
                    ? Fact.known(path, parsed)
                    : Fact.unknown(path, "met " + text + " where a JSON object belongs");
        } catch (JsonProcessingException e) {
            return Fact.unknown(path, "met a text that is not JSON where a JSON object belongs");
        }
    }
}
