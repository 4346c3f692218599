package dev.spillway.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.rule.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the value of a parameter is written, which follows from its standard. */
public final class ParameterForm {
    private ParameterForm() {}

    /** The value of a parameter as JSON Schema. */
    public static ObjectNode schema(Parameter<?> parameter) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("description", parameter.meaning());
        Object standard = parameter.standard();
        if (standard instanceof Integer whole) {
            return schema.put("type", "integer").put("minimum", 0).put("default", whole);
        }
        if (standard instanceof Double number) {
            return schema.put("type", "number").put("minimum", 0).put("default", number);
        }
        if (standard instanceof Boolean flag) {
            return schema.put("type", "boolean").put("default", flag);
        }
        if (standard instanceof List<?> texts) {
            schema.put("type", "array").putObject("items").put("type", "string");
            ArrayNode list = schema.putArray("default");
            texts.forEach(text -> list.add(String.valueOf(text)));
            return schema;
        }
        throw new IllegalStateException(String.format(
                Locale.ROOT, "parameter %s has a %s, which no schema is written for", parameter.key(), standard));
    }

    @SuppressWarnings("unchecked") // Each branch reads what the parameter's own standard is.
    static <T> Optional<T> read(Parameter<T> parameter, JsonNode value) {
        Object standard = parameter.standard();
        if (standard instanceof Integer) {
            return value.isNumber() && value.doubleValue() == value.intValue() && value.intValue() >= 0
                    ? Optional.of((T) Integer.valueOf(value.intValue()))
                    : Optional.empty();
        }
        if (standard instanceof Double) {
            return value.isNumber() && value.doubleValue() >= 0
                    ? Optional.of((T) Double.valueOf(value.doubleValue()))
                    : Optional.empty();
        }
        if (standard instanceof Boolean) {
            return value.isBoolean() ? Optional.of((T) Boolean.valueOf(value.booleanValue())) : Optional.empty();
        }
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return value.isArray() && elements.stream().allMatch(JsonNode::isTextual)
                ? Optional.of((T) elements.stream().map(JsonNode::textValue).toList())
                : Optional.empty();
    }

    static String wanted(Parameter<?> parameter) {
        Object standard = parameter.standard();
        if (standard instanceof Integer) {
            return "a whole number from 0";
        }
        if (standard instanceof Double) {
            return "a number from 0";
        }
        return standard instanceof Boolean ? "true or false" : "a list of texts";
    }
}
