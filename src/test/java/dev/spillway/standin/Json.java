package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON as the stand-in uses it: plain trees in which a sentinel text says "not known yet". */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** What the engine sends for a value that is known only after deployment, whatever its type. */
    static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static final List<String> UNKNOWNS = List.of(
            UNKNOWN,
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
            "030794c1-ac77-496b-92df-f27374a8bd58",
            "e48ece36-62e2-4504-bad9-02848725956a",
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff");

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A JSON literal of ours, with single quotes so that it can be read in Java. */
    static ObjectNode literal(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    static boolean isUnknown(JsonNode node) {
        return node.isTextual() && UNKNOWNS.stream().anyMatch(node.textValue()::contains);
    }

    static boolean holdsUnknown(JsonNode node) {
        if (isUnknown(node)) {
            return true;
        }
        for (JsonNode child : node) {
            if (holdsUnknown(child)) {
                return true;
            }
        }
        return false;
    }

    /** Without the inputs that were not set: a null counts as absent. */
    static ObjectNode withoutNulls(ObjectNode node) {
        ObjectNode kept = object();
        for (Map.Entry<String, JsonNode> field : fields(node)) {
            if (!field.getValue().isNull()) {
                kept.set(
                        field.getKey(),
                        field.getValue() instanceof ObjectNode inner ? withoutNulls(inner) : field.getValue());
            }
        }
        return kept;
    }

    /** A copy of the first, with every field of the second laid over it. */
    static ObjectNode merged(ObjectNode under, ObjectNode over) {
        ObjectNode merged = under.deepCopy();
        for (Map.Entry<String, JsonNode> field : fields(over)) {
            if (field.getValue() instanceof ObjectNode top && merged.get(field.getKey()) instanceof ObjectNode bottom) {
                merged.set(field.getKey(), merged(bottom, top));
            } else {
                merged.set(field.getKey(), field.getValue().deepCopy());
            }
        }
        return merged;
    }

    /** The fields as a list, so that the node may be changed while they are walked. */
    static List<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        return new ArrayList<>(node.properties());
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** The object at that field, made when it is not there. */
    static ObjectNode child(ObjectNode node, String field) {
        return node.get(field) instanceof ObjectNode there ? there : node.putObject(field);
    }

    static Struct struct(JsonNode node) {
        Struct.Builder struct = Struct.newBuilder();
        node.properties().forEach(field -> struct.putFields(field.getKey(), value(field.getValue())));
        return struct.build();
    }

    private static Value value(JsonNode node) {
        Value.Builder value = Value.newBuilder();
        if (node.isObject()) {
            return value.setStructValue(struct(node)).build();
        }
        if (node.isArray()) {
            ListValue.Builder list = ListValue.newBuilder();
            node.forEach(element -> list.addValues(value(element)));
            return value.setListValue(list).build();
        }
        if (node.isNumber()) {
            return value.setNumberValue(node.doubleValue()).build();
        }
        if (node.isBoolean()) {
            return value.setBoolValue(node.booleanValue()).build();
        }
        return node.isNull()
                ? value.setNullValue(NullValue.NULL_VALUE).build()
                : value.setStringValue(node.asText()).build();
    }
}
