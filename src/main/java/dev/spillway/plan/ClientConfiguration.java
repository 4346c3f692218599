package dev.spillway.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of one client library, by the names that it has for them today.
 *
 * @param client the library's key
 * @param file the name of the file that holds them; {@code .json} or {@code .properties}
 * @param settings text, whole numbers, decimals and flags by dotted name, sorted
 */
public record ClientConfiguration(String client, String file, Map<String, Object> settings) {
    public ClientConfiguration {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** Every setting as text. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        settings.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** The content of the file: a line for each setting, or an object whose dots are levels. */
    public String content() {
        return file.endsWith(".json")
                ? json(tree(), "")
                : settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private Map<String, Object> tree() {
        Map<String, Object> root = new TreeMap<>();
        settings.forEach((name, value) -> put(root, name, value));
        return root;
    }

    @SuppressWarnings("unchecked") // only maps of this kind are put under a name that has a dot behind it
    private static void put(Map<String, Object> node, String name, Object value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            node.put(name, value);
            return;
        }
        Object below = node.computeIfAbsent(name.substring(0, dot), any -> new LinkedHashMap<String, Object>());
        put((Map<String, Object>) below, name.substring(dot + 1), value);
    }

    private static String json(Map<String, Object> node, String indent) {
        String inner = indent + "  ";
        return node.entrySet().stream()
                        .map(entry -> inner + '"' + entry.getKey() + "\": " + json(entry.getValue(), inner))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"))
                + (indent.isEmpty() ? "\n" : "");
    }

    @SuppressWarnings("unchecked") // maps are the levels that put has made
    private static String json(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            return json((Map<String, Object>) map, indent);
        }
        // Names of hubs and groups, and words of the libraries: none has a character that JSON escapes.
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }
}
