package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Judges a value by a schema; what is not known yet satisfies everything, and one value gets one complaint. */
final class SchemaCheck {
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})");
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "boolean", "number", "integer", "null");

    private final ArmSchemas schemas;

    SchemaCheck(ArmSchemas schemas) {
        this.schemas = schemas;
    }

    /** The shape that a value is meant to follow; without a shape, the complaint says why, or nothing is known. */
    record Choice(Optional<ObjectNode> schema, Optional<Complaint> complaint) {
        static Choice of(ObjectNode schema) {
            return new Choice(Optional.of(schema), Optional.empty());
        }
    }

    List<Complaint> complaints(JsonNode value, ObjectNode schema) {
        List<Complaint> found = new ArrayList<>();
        check(value, schema, ImmutableList.of(), found);
        Set<List<String>> seen = new HashSet<>();
        return found.stream().filter(complaint -> seen.add(complaint.path())).toList();
    }

    /**
     * @param names Pulumi names of the ARM names of this object, as far as they differ
     */
    Choice pick(ObjectNode schema, JsonNode value, Map<String, Optional<String>> names) {
        List<ObjectNode> alternatives = schemas.alternatives(schema);
        if (alternatives.size() == 1) {
            return Choice.of(alternatives.get(0));
        }
        List<ObjectNode> fit = alternatives.stream()
                .filter(alternative -> fits(types(alternative), value))
                .toList();
        if (fit.isEmpty()) {
            Set<String> wanted = new TreeSet<>();
            alternatives.forEach(alternative -> wanted.addAll(types(alternative)));
            ObjectNode none = Json.object();
            wanted.forEach(none.putArray("type")::add);
            return Choice.of(none);
        }
        if (fit.size() == 1) {
            return Choice.of(fit.get(0));
        }
        Optional<String> discriminator = value.isObject() ? schemas.discriminator(fit) : Optional.empty();
        return discriminator.isPresent() ? chosen(discriminator.get(), fit, value, names) : closest(fit, value);
    }

    private Choice chosen(String property, List<ObjectNode> fit, JsonNode value, Map<String, Optional<String>> names) {
        Optional<JsonNode> given = value.properties().stream()
                .filter(field -> field.getKey().equals(property)
                        || names.getOrDefault(field.getKey(), Optional.empty()).equals(Optional.of(property)))
                .map(Map.Entry::getValue)
                .findFirst();
        if (given.isEmpty()) {
            return new Choice(Optional.empty(), Optional.of(new Complaint(List.of(property), "is required")));
        }
        if (Json.isUnknown(given.get())) {
            return new Choice(Optional.empty(), Optional.empty());
        }
        List<JsonNode> all = new ArrayList<>();
        for (ObjectNode alternative : fit) {
            for (JsonNode choice : schemas.choices(alternative, property)) {
                if (choice.equals(given.get())) {
                    return Choice.of(alternative);
                }
                all.add(choice);
            }
        }
        return new Choice(
                Optional.empty(), Optional.of(new Complaint(List.of(property), wrongChoice(given.get(), all))));
    }

    /** Where nothing tells the shapes apart: the one with the fewest complaints. */
    private Choice closest(List<ObjectNode> fit, JsonNode value) {
        ObjectNode best = fit.get(0);
        int fewest = Integer.MAX_VALUE;
        for (ObjectNode alternative : fit) {
            int complaints = complaints(value, alternative).size();
            if (complaints < fewest) {
                fewest = complaints;
                best = alternative;
            }
        }
        return Choice.of(best);
    }

    private void check(JsonNode value, ObjectNode given, ImmutableList<String> path, List<Complaint> found) {
        if (Json.isUnknown(value)) {
            return;
        }
        Choice choice = pick(given, value, Map.of());
        choice.complaint()
                .ifPresent(problem -> found.add(new Complaint(below(path, problem.property()), problem.reason())));
        if (choice.schema().isEmpty()) {
            return;
        }
        ObjectNode schema = choice.schema().get();
        List<String> types = Json.texts(typeNode(schema));
        if (!types.isEmpty() && !fits(types, value)) {
            found.add(new Complaint(path, show(value) + " is not of type " + String.join(" or ", types)));
            return;
        }
        if (schema.has("enum") && !elements(schema.path("enum")).contains(value)) {
            found.add(new Complaint(path, wrongChoice(value, elements(schema.path("enum")))));
            return;
        }
        if (value.isNumber()) {
            checkNumber(value, schema, path, found);
        } else if (value.isTextual()) {
            checkText(value, schema, path, found);
        } else if (value.isArray()) {
            checkArray(value, schema, path, found);
        } else if (value.isObject()) {
            checkObject(value, schema, path, found);
        }
    }

    private static void checkNumber(
            JsonNode value, ObjectNode schema, ImmutableList<String> path, List<Complaint> found) {
        double number = value.doubleValue();
        if (schema.has("minimum") && number < schema.path("minimum").doubleValue()) {
            found.add(new Complaint(path, show(value) + " is less than the minimum of " + schema.path("minimum")));
        }
        if (schema.has("maximum") && number > schema.path("maximum").doubleValue()) {
            found.add(new Complaint(path, show(value) + " is more than the maximum of " + schema.path("maximum")));
        }
        if (schema.has("multipleOf") && number % schema.path("multipleOf").doubleValue() != 0) {
            found.add(new Complaint(path, show(value) + " is not a multiple of " + schema.path("multipleOf")));
        }
    }

    private static void checkText(
            JsonNode value, ObjectNode schema, ImmutableList<String> path, List<Complaint> found) {
        String text = value.textValue();
        int length = text.codePointCount(0, text.length());
        if (length < schema.path("minLength").asInt(0)) {
            found.add(new Complaint(
                    path,
                    show(value) + " has " + length + " characters, fewer than the minLength of "
                            + schema.path("minLength")));
        }
        if (length > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            found.add(new Complaint(
                    path,
                    show(value) + " has " + length + " characters, more than the maxLength of "
                            + schema.path("maxLength")));
        }
        String pattern = schema.path("pattern").asText();
        // In Java, unlike in JSON Schema, a final $ also matches before a line end.
        if (!Pattern.compile(pattern.replaceFirst("(?<!\\\\)\\$$", "\\\\z"))
                .matcher(text)
                .find()) {
            found.add(new Complaint(path, show(value) + " does not match " + pattern));
        }
        if (schema.path("format").asText().equals("date-time")
                && !DATE_TIME.matcher(text).matches()) {
            found.add(new Complaint(path, show(value) + " is not a date-time"));
        }
    }

    private void checkArray(JsonNode value, ObjectNode schema, ImmutableList<String> path, List<Complaint> found) {
        if (value.size() < schema.path("minItems").asInt(0)) {
            found.add(new Complaint(
                    path, "has " + value.size() + " items, fewer than the minItems of " + schema.path("minItems")));
        }
        if (value.size() > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
            found.add(new Complaint(
                    path, "has " + value.size() + " items, more than the maxItems of " + schema.path("maxItems")));
        }
        if (schema.path("uniqueItems").asBoolean() && new HashSet<>(elements(value)).size() < value.size()) {
            found.add(new Complaint(path, "has elements that are not unique"));
        }
        if (schema.get("items") instanceof ObjectNode items) {
            int index = 0;
            for (JsonNode element : value) {
                check(element, items, below(path, "[" + index++ + "]"), found);
            }
        }
    }

    private void checkObject(JsonNode value, ObjectNode schema, ImmutableList<String> path, List<Complaint> found) {
        for (String name : Json.texts(schema.path("required"))) {
            if (!value.has(name)) {
                found.add(new Complaint(below(path, name), "is required"));
            }
        }
        JsonNode extra = schema.path("additionalProperties");
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            ImmutableList<String> there = below(path, field.getKey());
            if (schema.path("properties").get(field.getKey()) instanceof ObjectNode known) {
                check(field.getValue(), known, there, found);
            } else if (extra instanceof ObjectNode any) {
                check(field.getValue(), any, there, found);
            } else if (extra.isBoolean() && !extra.asBoolean()) {
                found.add(new Complaint(there, "is not a property of the schema" + near(field.getKey(), schema)));
            }
        }
    }

    private String near(String name, ObjectNode schema) {
        List<String> known = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        if (schema.path("properties").get("properties") instanceof ObjectNode bag) {
            schemas.alternatives(bag)
                    .forEach(inner -> inner.path("properties").fieldNames().forEachRemaining(known::add));
        }
        return known.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(other -> " (did you mean '" + other + "'?)")
                .orElse("");
    }

    private static ImmutableList<String> below(List<String> path, String step) {
        return ImmutableList.<String>builder().addAll(path).add(step).build();
    }

    private static JsonNode typeNode(ObjectNode schema) {
        JsonNode type = schema.path("type");
        return type.isTextual() ? Json.array().add(type) : type;
    }

    private static List<String> types(ObjectNode schema) {
        List<String> types = Json.texts(typeNode(schema));
        return !types.isEmpty() ? types : schema.has("properties") ? List.of("object") : List.copyOf(TYPES);
    }

    private static boolean fits(List<String> types, JsonNode value) {
        return Json.isUnknown(value)
                || types.stream().anyMatch(type -> switch (type) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    case "number" -> value.isNumber();
                    case "integer" -> value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
                    default -> value.isNull();
                });
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String wrongChoice(JsonNode value, List<JsonNode> choices) {
        String near = choices.stream()
                .filter(choice -> value.isTextual() && choice.asText().equalsIgnoreCase(value.textValue()))
                .findFirst()
                .map(choice -> " (only the case differs from " + choice + ")")
                .orElse("");
        return show(value) + " is not one of "
                + choices.stream().map(JsonNode::toString).collect(Collectors.joining(", ")) + near;
    }

    private static String show(JsonNode value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
