package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Typed fields of one JSON object. What is absent or null is empty; what is of another type is a problem, and empty. */
final class JsonFields {
    private static final int QUOTED_AT_MOST = 120;

    private final JsonNode object;
    private final String path;
    private final BiConsumer<String, String> problems;

    /**
     * @param path where the object stands; empty for the whole text
     * @param problems takes the path and the message of each problem
     */
    JsonFields(JsonNode object, String path, BiConsumer<String, String> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    String text(String key) {
        return isAbsent(key) ? "" : text(value(key), inside(path, key));
    }

    boolean flag(String key) {
        JsonNode value = value(key);
        if (isAbsent(value)) {
            return false;
        }
        if (!value.isBoolean()) {
            met(inside(path, key), value, "true or false");
        }
        return value.booleanValue();
    }

    List<String> texts(String key) {
        return texts(value(key), inside(path, key));
    }

    SortedMap<String, List<String>> textsByKey(String key) {
        SortedMap<String, List<String>> lists = new TreeMap<>();
        objectAt(key)
                .properties()
                .forEach(field ->
                        lists.put(field.getKey(), texts(field.getValue(), inside(inside(path, key), field.getKey()))));
        return lists;
    }

    SortedMap<String, String> textByKey(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        objectAt(key)
                .properties()
                .forEach(field ->
                        texts.put(field.getKey(), text(field.getValue(), inside(inside(path, key), field.getKey()))));
        return texts;
    }

    SortedMap<String, Double> numberByKey(String key) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        objectAt(key).properties().forEach(field -> {
            if (field.getValue().isNumber()) {
                numbers.put(field.getKey(), field.getValue().doubleValue());
            } else {
                met(inside(inside(path, key), field.getKey()), field.getValue(), "a number");
            }
        });
        return numbers;
    }

    /** The elements of a list, of whatever kind they are. */
    List<JsonNode> elements(String key) {
        JsonNode value = value(key);
        if (!isAbsent(value) && !value.isArray()) {
            met(inside(path, key), value, "a list");
        }
        List<JsonNode> elements = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(elements::add);
        }
        return elements;
    }

    JsonFields object(String key) {
        return new JsonFields(objectAt(key), inside(path, key), problems);
    }

    /** The object at a key as plain values, each number in its one spelling. */
    ObjectNode values(String key) {
        return values(objectAt(key), inside(path, key));
    }

    boolean isAbsent(String key) {
        return isAbsent(value(key));
    }

    void missing(String key, String right) {
        // A value of the wrong type is also empty, and has its message already.
        if (isAbsent(key) || value(key).isTextual()) {
            problem(key, (isAbsent(key) ? "is missing, " : "is empty, ") + right);
        }
    }

    void problem(String key, String message) {
        problems.accept(inside(path, key), message);
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case NULL -> "null";
            case MISSING -> "nothing";
            default -> "an object";
        };
    }

    static String quoted(String text) {
        return "\"" + (text.length() > QUOTED_AT_MOST ? text.substring(0, QUOTED_AT_MOST) + "\u2026" : text) + "\"";
    }

    private JsonNode value(String key) {
        return object.path(key);
    }

    private ObjectNode objectAt(String key) {
        JsonNode value = value(key);
        if (value instanceof ObjectNode found) {
            return found;
        }
        if (!isAbsent(value)) {
            met(inside(path, key), value, "an object");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private List<String> texts(JsonNode value, String at) {
        if (isAbsent(value)) {
            return List.of();
        }
        if (!value.isArray()) {
            met(at, value, "a list of texts");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            texts.add(text(value.get(index), at + "[" + index + "]"));
        }
        return texts;
    }

    private String text(JsonNode value, String at) {
        if (!value.isTextual()) {
            met(at, value, "a text");
            return "";
        }
        return value.textValue();
    }

    private ObjectNode values(ObjectNode node, String at) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties()
                .forEach(field -> copy.set(field.getKey(), plain(field.getValue(), inside(at, field.getKey()))));
        return copy;
    }

    private JsonNode plain(JsonNode node, String at) {
        if (node instanceof ObjectNode inner) {
            return values(inner, at);
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (int index = 0; index < list.size(); index++) {
                copy.add(plain(list.get(index), at + "[" + index + "]"));
            }
            return copy;
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            problems.accept(at, "met a number that is too large, give one of at most 1.7e308");
            return node;
        }
        return node.isFloatingPointNumber() ? Numbers.node(node.doubleValue()) : node;
    }

    private void met(String at, JsonNode value, String right) {
        problems.accept(at, "met " + kind(value) + ", give " + right);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String inside(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
