package dev.spillway.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Value;
import dev.spillway.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pulumirpc.Provider.ConstructRequest;

/** What a component is asked to be, and everything that is wrong with it. */
final class Inputs {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String component;
    private final Map<String, Input> byName = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Inputs(String component) {
        this.component = component;
    }

    static Inputs of(ConstructRequest request) {
        String type = request.getType().substring(request.getType().lastIndexOf(':') + 1);
        Inputs inputs = new Inputs(type + " " + request.getName());
        request.getInputs().getFieldsMap().forEach((name, value) -> {
            Input input = Input.of(value);
            if (!input.isAbsent()) {
                inputs.byName.put(
                        name,
                        input.with(request.getInputDependenciesOrDefault(
                                        name, ConstructRequest.PropertyDependencies.getDefaultInstance())
                                .getUrnsList()));
            }
        });
        return inputs;
    }

    /** What problems are said to be in. */
    String component() {
        return component;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    void report(String path, String message) {
        problems.add(new Problem(component, 0, 0, path, message));
    }

    void report(Collection<Problem> more) {
        problems.addAll(more);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** A text that may be unknown or secret; empty, and reported, when it is neither given nor text. */
    Optional<Input> text(String name, String right) {
        Input input = byName.get(name);
        if (input == null) {
            report(name, "missing, give " + right);
            return Optional.empty();
        }
        if (input.value().filter(value -> !value.hasStringValue()).isPresent()) {
            report(name, "not text, give " + right);
            return Optional.empty();
        }
        return Optional.of(input);
    }

    /** The URN of a resource; empty, and reported, when it is not given or something else. */
    Optional<String> resource(String name, String right) {
        Optional<Input> input = Optional.ofNullable(byName.get(name));
        Optional<String> urn = input.flatMap(Input::urn);
        if (urn.isEmpty()) {
            report(name, (input.isEmpty() ? "missing, give " : "not a component, give ") + right);
        }
        return urn;
    }

    /** The URNs of a list of resources, which may be left out; what is something else is reported. */
    List<String> resources(String name, String right) {
        List<String> urns = new ArrayList<>();
        List<Value> items = items(name);
        for (int at = 0; at < items.size(); at++) {
            String place = name + "[" + at + "]";
            Input.of(items.get(at))
                    .urn()
                    .ifPresentOrElse(urns::add, () -> report(place, "not a component, give " + right));
        }
        return urns;
    }

    /** A list of objects, which may be left out, each with its texts by their names; all of them are needed. */
    List<Map<String, Input>> objects(String name, List<String> keys) {
        List<Map<String, Input>> objects = new ArrayList<>();
        List<Value> items = items(name);
        for (int at = 0; at < items.size(); at++) {
            Map<String, Value> fields = Input.of(items.get(at))
                    .value()
                    .orElseGet(Value::getDefaultInstance)
                    .getStructValue()
                    .getFieldsMap();
            Map<String, Input> texts = new TreeMap<>();
            for (String key : keys) {
                Input text = Input.of(fields.getOrDefault(key, Value.getDefaultInstance()));
                boolean isText = text.value().map(Value::hasStringValue).orElse(true);
                if (!isText) {
                    report(name + "[" + at + "]." + key, "missing or not text, give " + String.join(", ", keys));
                }
                texts.put(key, text);
            }
            objects.add(texts);
        }
        return objects;
    }

    private List<Value> items(String name) {
        Optional<Value> list = Optional.ofNullable(byName.get(name)).flatMap(Input::value);
        if (byName.containsKey(name) && !list.map(Value::hasListValue).orElse(false)) {
            report(name, "not a list that is known before deployment, give a list");
            return List.of();
        }
        return list.map(value -> value.getListValue().getValuesList()).orElse(List.of());
    }

    /** Everything else, which the design is made from and which has to be there before it. */
    ObjectNode plainWithout(String... taken) {
        ObjectNode plain = JSON.objectNode();
        byName.forEach((name, input) -> {
            if (!List.of(taken).contains(name)) {
                plain(name, input).ifPresent(value -> plain.set(name, value));
            }
        });
        return plain;
    }

    private Optional<JsonNode> plain(String path, Input input) {
        if (input.isAbsent()) {
            return Optional.empty();
        }
        if (input.isSecret()) {
            report(path, "a secret, and the design is published with its reasons, give a plain value");
            return Optional.empty();
        }
        if (input.value().isEmpty()) {
            report(path, "not known before deployment, when the design is made, give a plain value");
            return Optional.empty();
        }
        if (input.isObjectOfTheEngine()) {
            report(path, "a resource or a file, give a plain value");
            return Optional.empty();
        }
        return Optional.of(json(path, input.value().orElseThrow()));
    }

    private JsonNode json(String path, Value value) {
        return switch (value.getKindCase()) {
            case BOOL_VALUE -> JSON.booleanNode(value.getBoolValue());
            case NUMBER_VALUE -> number(value.getNumberValue());
            case STRING_VALUE -> JSON.textNode(value.getStringValue());
            case LIST_VALUE -> list(path, value.getListValue().getValuesList());
            case STRUCT_VALUE -> mapping(path, value.getStructValue().getFieldsMap());
            case NULL_VALUE, KIND_NOT_SET -> JSON.nullNode();
        };
    }

    /** The engine knows fractions alone; 4 is whole all the same. */
    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 53
                ? JSON.numberNode((long) value)
                : JSON.numberNode(value);
    }

    private JsonNode list(String path, List<Value> values) {
        ArrayNode list = JSON.arrayNode();
        for (int at = 0; at < values.size(); at++) {
            plain(path + "[" + at + "]", Input.of(values.get(at))).ifPresent(list::add);
        }
        return list;
    }

    private JsonNode mapping(String path, Map<String, Value> values) {
        ObjectNode mapping = JSON.objectNode();
        new TreeMap<>(values)
                .forEach((name, value) ->
                        plain(path + "." + name, Input.of(value)).ifPresent(node -> mapping.set(name, node)));
        return mapping;
    }
}
