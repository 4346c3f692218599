package dev.spillway.loss;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.units.InvalidValue;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** One object of a scenario: its fields by name, with a clear word about any that is missing, unknown or of another kind. */
final class ScenarioFields {
    private final JsonNode node;
    private final String place;

    private ScenarioFields(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new InvalidValue(place, node, "a JSON object");
        }
        this.node = node;
        this.place = place;
    }

    /** The object at that place, in which only these fields may stand. */
    static ScenarioFields of(JsonNode node, String place, Set<String> known) {
        var fields = new ScenarioFields(node, place);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new InvalidValue(
                        place + "." + name, "a field that is not supported yet", String.join(", ", known));
            }
        }
        return fields;
    }

    String place(String name) {
        return place + "." + name;
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    JsonNode required(String name) {
        if (!has(name)) {
            throw new InvalidValue(place(name), "nothing", "a value: it is required");
        }
        return node.get(name);
    }

    Optional<JsonNode> optional(String name) {
        return has(name) ? Optional.of(node.get(name)) : Optional.empty();
    }

    List<JsonNode> list(String name) {
        JsonNode list = required(name);
        if (!list.isArray()) {
            throw new InvalidValue(place(name), list, "a JSON array");
        }
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    double number(String name) {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw new InvalidValue(place(name), value, "a number");
        }
        return value.doubleValue();
    }

    double number(String name, double absent) {
        return has(name) ? number(name) : absent;
    }

    int whole(String name) {
        double value = number(name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new InvalidValue(place(name), value, "a whole number");
        }
        return (int) value;
    }

    int whole(String name, int absent) {
        return has(name) ? whole(name) : absent;
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        JsonNode value = node.get(name);
        if (!value.isBoolean()) {
            throw new InvalidValue(place(name), value, "true or false");
        }
        return value.booleanValue();
    }

    String text(String name, String absent) {
        if (!has(name)) {
            return absent;
        }
        JsonNode value = node.get(name);
        if (!value.isTextual()) {
            throw new InvalidValue(place(name), value, "a text");
        }
        return value.textValue();
    }

    /** The member of a closed family that goes by the name in this field. */
    <T> T named(String name, String absent, Function<String, Optional<T>> byName) {
        String text = text(name, absent);
        return byName.apply(text)
                .orElseThrow(() -> new InvalidValue(place(name), text, "one of the names in the loss model"));
    }
}
