package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Numbers of a JSON object, and what is wrong with those that cannot be read. */
final class JsonFields {
    private final String path;
    private final JsonNode json;
    private final List<String> wrong = new ArrayList<>();

    JsonFields(String path, JsonNode json) {
        this.path = path;
        this.json = json;
    }

    /** The number, or zero and a complaint that {@link #complete} returns. */
    double number(String field) {
        if (json.path(field).isMissingNode()) {
            wrong.add(field + " is missing");
        }
        return optionalNumber(field).orElse(0);
    }

    OptionalDouble optionalNumber(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber() || value.doubleValue() < 0) {
            wrong.add(field + " is " + value + ", not a number of zero or more");
        }
        return OptionalDouble.of(value.asDouble());
    }

    OptionalInt optionalWhole(String field) {
        OptionalDouble value = optionalNumber(field);
        if (value.isPresent() && value.getAsDouble() != Math.rint(value.getAsDouble())) {
            wrong.add(field + " is " + value.getAsDouble() + ", not a whole number");
        }
        return value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
    }

    /** What was read, unless something was wrong. */
    <T> Fact<T> complete(T read) {
        return wrong.isEmpty() ? Fact.known(path, read) : Fact.unknown(path, String.join(", ", wrong));
    }
}
