package dev.spillway.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.InputPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Changes as they are written in a program: the inputs of one resource in Java, TypeScript and YAML, all from the same paths and
 * values. What the change does not touch is left out.
 */
public final class Snippets {
    private static final String STEP = "  ";

    private final String type;
    private final ObjectNode inputs;
    private final List<String> removed;

    private Snippets(String type, ObjectNode inputs, List<String> removed) {
        this.type = type;
        this.inputs = inputs;
        this.removed = List.copyOf(removed);
    }

    /**
     * The changes of one resource.
     *
     * @param type its token, such as {@code azure-native:eventhub:Namespace}
     */
    public static Snippets of(String type, Collection<Change> changes) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        List<String> removed = new ArrayList<>();
        for (Change change : changes) {
            if (change.value().isNull()) {
                removed.add(change.path());
            } else {
                put(inputs, InputPath.of(change.path()).steps(), change.value());
            }
        }
        return new Snippets(type, inputs, removed);
    }

    /** Language to snippet: {@code java}, {@code typescript}, {@code yaml}. */
    public SortedMap<String, String> byLanguage() {
        return new TreeMap<>(Map.of("java", java(), "typescript", typescript(), "yaml", yaml()));
    }

    /** As the arguments of a Java builder; names of nested classes are those of the SDK's convention. */
    public String java() {
        StringBuilder text = new StringBuilder();
        removed.forEach(path -> text.append("// without .").append(path).append("(...)\n"));
        fields(inputs)
                .forEach((name, value) -> text.append('.')
                        .append(name)
                        .append('(')
                        .append(javaValue(name, value, STEP))
                        .append(")\n"));
        return text.toString();
    }

    /** As fields of the object of arguments. */
    public String typescript() {
        StringBuilder text = new StringBuilder();
        removed.forEach(path -> text.append("// without ").append(path).append('\n'));
        fields(inputs)
                .forEach((name, value) -> text.append(key(name))
                        .append(": ")
                        .append(typescriptValue(value, ""))
                        .append(",\n"));
        return text.toString();
    }

    /** As {@code properties} of a resource of a Pulumi YAML program. */
    public String yaml() {
        StringBuilder text = new StringBuilder("type: " + type + "\nproperties:\n");
        removed.forEach(path -> text.append("  # without ").append(path).append('\n'));
        fields(inputs).forEach((name, value) -> yamlField(text, name, value, STEP));
        return text.toString();
    }

    /** A step that is a number stands for a list whose other elements stay as they are. */
    private static void put(ObjectNode inputs, List<String> steps, JsonNode value) {
        ObjectNode here = inputs;
        for (String step : steps.subList(0, steps.size() - 1)) {
            here = here.withObjectProperty(step);
        }
        here.set(steps.get(steps.size() - 1), value);
    }

    private static boolean isPosition(JsonNode node) {
        return node.isObject()
                && !node.isEmpty()
                && fields(node).keySet().stream().allMatch(name -> name.chars().allMatch(Character::isDigit));
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        (isPosition(list) ? fields(list).values() : list).forEach(elements::add);
        return elements;
    }

    private static String javaValue(String name, JsonNode value, String indent) {
        if (value.isArray() || isPosition(value)) {
            List<String> parts = elements(value).stream()
                    .map(element -> javaValue(singular(name), element, indent))
                    .toList();
            return String.join(", ", parts);
        }
        if (!value.isObject()) {
            return value.toString();
        }
        if (hasOddKey(value)) {
            return map(value, indent);
        }
        StringBuilder text = new StringBuilder(className(name) + ".builder()\n");
        fields(value)
                .forEach((field, inner) -> text.append(indent)
                        .append(STEP)
                        .append('.')
                        .append(field)
                        .append('(')
                        .append(javaValue(field, inner, indent + STEP))
                        .append(")\n"));
        return text.append(indent).append(STEP).append(".build()").toString();
    }

    private static String map(JsonNode value, String indent) {
        List<String> entries = new ArrayList<>();
        fields(value).forEach((key, inner) -> {
            entries.add(quoted(key));
            entries.add(javaValue(key, inner, indent));
        });
        return "Map.of(" + String.join(", ", entries) + ")";
    }

    private static boolean hasOddKey(JsonNode object) {
        return fields(object).keySet().stream().anyMatch(name -> !isPlain(name));
    }

    private static boolean isPlain(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    private static String className(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Args";
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private static String typescriptValue(JsonNode value, String indent) {
        if (value.isArray() || isPosition(value)) {
            List<String> parts = elements(value).stream()
                    .map(element -> typescriptValue(element, indent))
                    .toList();
            return "[" + String.join(", ", parts) + "]";
        }
        if (!value.isObject()) {
            return value.toString();
        }
        StringBuilder text = new StringBuilder("{\n");
        fields(value)
                .forEach((name, inner) -> text.append(indent)
                        .append(STEP)
                        .append(key(name))
                        .append(": ")
                        .append(typescriptValue(inner, indent + STEP))
                        .append(",\n"));
        return text.append(indent).append('}').toString();
    }

    private static String key(String name) {
        return isPlain(name) ? name : quoted(name);
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    private static void yamlField(StringBuilder text, String name, JsonNode value, String indent) {
        text.append(indent).append(isPlain(name) ? name : quoted(name)).append(':');
        if (value.isArray() || isPosition(value)) {
            text.append('\n');
            elements(value).forEach(element -> yamlElement(text, element, indent + STEP));
        } else if (value.isObject() && !value.isEmpty()) {
            text.append('\n');
            fields(value).forEach((inner, field) -> yamlField(text, inner, field, indent + STEP));
        } else {
            text.append(' ').append(value).append('\n');
        }
    }

    private static void yamlElement(StringBuilder text, JsonNode element, String indent) {
        if (!element.isObject()) {
            text.append(indent).append("- ").append(element).append('\n');
            return;
        }
        StringBuilder inner = new StringBuilder();
        fields(element).forEach((name, value) -> yamlField(inner, name, value, indent + STEP));
        text.append(indent).append("- ").append(inner.substring(indent.length() + STEP.length()));
    }
}
