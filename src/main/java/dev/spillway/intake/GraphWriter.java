package dev.spillway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.util.List;
import java.util.TreeMap;

/** Writes a graph: one order, one spelling, no secrets. */
final class GraphWriter {
    private static final ObjectWriter PRETTY = JsonMapper.builder().build().writer(printer());

    private GraphWriter() {}

    static String write(ResourceGraph graph) {
        ArrayNode resources = JsonNodeFactory.instance.arrayNode();
        graph.resources().forEach(resource -> resources.add(resource(resource)));
        try {
            return PRETTY.writeValueAsString(resources) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static JsonNode clean(JsonNode node) {
        if (Inputs.isSecret(node)) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put(Inputs.SIGNATURE, Inputs.SECRET)
                    .put("value", Inputs.HIDDEN);
        }
        if (node.isObject()) {
            return cleanObject(node);
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(clean(element)));
            return list;
        }
        return node.isFloatingPointNumber() ? Numbers.node(node.doubleValue()) : node;
    }

    private static ObjectNode cleanObject(JsonNode node) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(field -> sorted.put(field.getKey(), clean(field.getValue())));
        return JsonNodeFactory.instance.objectNode().setAll(sorted);
    }

    private static ObjectNode resource(ResourceView resource) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("urn", resource.urn());
        node.put("type", resource.type());
        node.put("name", resource.name());
        node.put("parent", resource.parent());
        node.set("inputs", clean(resource.inputs()));
        node.set("dependencies", list(resource.dependencies()));
        ObjectNode properties = node.putObject("propertyDependencies");
        resource.propertyDependencies().forEach((property, urns) -> properties.set(property, list(urns)));
        node.set("options", options(resource.options()));
        return node;
    }

    /** The usual five always, the others where they say something. */
    private static ObjectNode options(ResourceOptions options) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("protect", options.protect());
        node.set("ignoreChanges", list(options.ignoreChanges()));
        node.put("deleteBeforeReplace", options.deleteBeforeReplace());
        node.set("aliases", list(options.aliases()));
        node.put("provider", options.provider());
        if (options.retainOnDelete()) {
            node.put("retainOnDelete", true);
        }
        putUnlessEmpty(node, "replaceOnChanges", options.replaceOnChanges());
        putUnlessEmpty(node, "additionalSecretOutputs", options.additionalSecretOutputs());
        if (!options.customTimeouts().isEmpty()) {
            ObjectNode timeouts = node.putObject("customTimeouts");
            options.customTimeouts().forEach(timeouts::put);
        }
        putUnlessEmpty(node, "importId", options.importId());
        putUnlessEmpty(node, "version", options.version());
        return node;
    }

    private static void putUnlessEmpty(ObjectNode node, String key, List<String> values) {
        if (!values.isEmpty()) {
            node.set(key, list(values));
        }
    }

    private static void putUnlessEmpty(ObjectNode node, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
        }
    }

    private static ArrayNode list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(indent)
                .withArrayIndenter(indent);
    }
}
