package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.spillway.units.InvalidValue;
import java.util.TreeMap;

/** Turns the engine's wire values into JSON nodes, keys sorted; sentinels for unknown and secret stay as they are. */
public final class StructReader {
    private StructReader() {}

    public static ObjectNode read(Struct struct) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(struct.getFieldsMap()).forEach((key, value) -> object.set(key, read(value)));
        return object;
    }

    public static JsonNode read(Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> read(value.getStructValue());
            case LIST_VALUE -> list(value);
            case STRING_VALUE -> TextNode.valueOf(value.getStringValue());
            case BOOL_VALUE -> BooleanNode.valueOf(value.getBoolValue());
            case NUMBER_VALUE -> number(value.getNumberValue());
            case NULL_VALUE, KIND_NOT_SET -> NullNode.getInstance();
        };
    }

    private static ArrayNode list(Value value) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        value.getListValue().getValuesList().forEach(element -> array.add(read(element)));
        return array;
    }

    private static JsonNode number(double number) {
        if (!Double.isFinite(number)) {
            throw new InvalidValue("input", number, "a finite number");
        }
        return Numbers.node(number);
    }
}
