package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;

/** Turns JSON nodes into the engine's wire values; what {@link StructReader} reads comes back as it was. */
public final class StructWriter {
    private StructWriter() {}

    /** The fields of an object. */
    public static Struct write(JsonNode object) {
        Struct.Builder struct = Struct.newBuilder();
        object.properties().forEach(field -> struct.putFields(field.getKey(), value(field.getValue())));
        return struct.build();
    }

    private static Value value(JsonNode node) {
        Value.Builder value = Value.newBuilder();
        return switch (node.getNodeType()) {
            case OBJECT -> value.setStructValue(write(node)).build();
            case ARRAY -> value.setListValue(list(node)).build();
            case STRING -> value.setStringValue(node.textValue()).build();
            case BOOLEAN -> value.setBoolValue(node.booleanValue()).build();
            case NUMBER -> value.setNumberValue(node.doubleValue()).build();
            default -> value.setNullValue(NullValue.NULL_VALUE).build();
        };
    }

    private static ListValue list(JsonNode node) {
        ListValue.Builder list = ListValue.newBuilder();
        node.forEach(element -> list.addValues(value(element)));
        return list.build();
    }
}
