package dev.spillway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One change of a {@code stack.yaml}: the value to write at a key.
 *
 * @param key steps from the top, such as {@code eventHubs, orders, autoInflate}
 */
record StackEdit(List<String> key, JsonNode value) {
    StackEdit {
        key = List.copyOf(key);
    }

    /** The edit as a line for people: {@code eventHubs.orders.autoInflate: true}. */
    String text() {
        return String.join(".", key) + ": " + flow(value);
    }

    /** Two edits of one key: the larger number wins, for it serves both; otherwise the later one. */
    static StackEdit stronger(StackEdit one, StackEdit other) {
        boolean numbers = one.value.isNumber() && other.value.isNumber();
        return numbers && one.value.doubleValue() > other.value.doubleValue() ? one : other;
    }

    Optional<String> parent() {
        return key.size() < 2 ? Optional.empty() : Optional.of(String.join(".", key.subList(0, key.size() - 1)));
    }

    private static String flow(JsonNode value) {
        if (value instanceof ObjectNode object) {
            StringJoiner members = new StringJoiner(", ", "{ ", " }");
            object.properties().forEach(member -> members.add(member.getKey() + ": " + flow(member.getValue())));
            return members.toString();
        }
        return value.asText();
    }
}
