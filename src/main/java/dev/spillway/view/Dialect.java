package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The words in which a provider declares one kind of resource.
 *
 * @param kind what it is to the rules
 * @param part the input in which a resource of another kind declares this one; empty where it is a resource of its own
 * @param terms every word that is not that of {@code azure-native}; of two for one value the later one holds
 * @param rest what cannot be told word by word: done to the translated inputs, beside the declared ones
 */
record Dialect(ResourceKind kind, String part, List<Term> terms, BiConsumer<ObjectNode, ObjectNode> rest) {
    Dialect {
        terms = List.copyOf(terms);
    }

    /** Whether a resource declares one of these. */
    boolean fits(ResourceView resource) {
        return part.isEmpty() || !resource.node(part).isAbsent();
    }

    /** A resource in the words of the rules. It keeps its URN, its type, its name and its options. */
    Wording translate(ResourceView resource) {
        List<Term> used = new ArrayList<>();
        ObjectNode inputs = translate(resource.inputs(), used);
        TreeMap<String, List<String>> edges = new TreeMap<>(resource.propertyDependencies());
        for (Term term : terms) {
            List<String> own = resource.propertyDependencies().getOrDefault(top(term.own()), List.of());
            if (!own.isEmpty()) {
                edges.merge(top(term.general()), own, Dialect::both);
            }
        }
        if (!part.isEmpty()) {
            belongsToItself(resource, inputs, edges);
        }
        return new Wording(
                new ResourceView(
                        resource.urn(),
                        resource.type(),
                        resource.name(),
                        resource.parent(),
                        inputs,
                        resource.dependencies(),
                        edges,
                        resource.options()),
                used,
                terms);
    }

    /** A part is joined with the resource that declares it, whether or not that has a name already. */
    private void belongsToItself(ResourceView resource, ObjectNode inputs, Map<String, List<String>> edges) {
        String name = terms.get(0).general();
        if (!inputs.path(name).isTextual()) {
            inputs.put(name, Inputs.UNKNOWN);
        }
        edges.put(name, List.of(resource.urn()));
    }

    /** Inputs or outputs in the words of the rules. */
    ObjectNode translate(ObjectNode own) {
        return translate(own, new ArrayList<>());
    }

    private ObjectNode translate(ObjectNode own, List<Term> used) {
        ObjectNode general = own.deepCopy();
        terms.stream().map(Term::own).filter(path -> !path.contains(".")).forEach(general::remove);
        for (Term term : terms) {
            each(own, term, concrete -> {
                JsonNode value = find(own, InputPath.of(concrete.own()).steps());
                if (!value.isMissingNode() && !value.isNull()) {
                    used.add(concrete);
                    put(
                            general,
                            InputPath.of(concrete.general()).steps(),
                            concrete.as().general(value.deepCopy()));
                }
            });
        }
        rest.accept(own, general);
        return general;
    }

    /** A term of a list, for each of its elements. */
    private static void each(JsonNode own, Term term, Consumer<Term> use) {
        int star = term.own().indexOf(".*");
        if (star < 0) {
            use.accept(term);
            return;
        }
        JsonNode list = find(own, InputPath.of(term.own().substring(0, star)).steps());
        for (int at = 0; at < list.size() && list.isArray(); at++) {
            String place = "." + at;
            each(
                    own,
                    new Term(
                            term.own().replaceFirst("\\.\\*", place),
                            term.general().replaceFirst("\\.\\*", place),
                            term.as()),
                    use);
        }
    }

    /** The value at a path, or what hides it. */
    private static JsonNode find(JsonNode from, List<String> steps) {
        JsonNode here = Inputs.open(from);
        for (String step : steps) {
            if (Inputs.isUnknown(here)) {
                return here;
            }
            here = Inputs.open(here.isArray() ? here.path(index(step)) : here.path(step));
        }
        return here;
    }

    private static void put(ObjectNode into, List<String> steps, JsonNode value) {
        JsonNode here = into;
        for (int at = 0; at < steps.size() - 1; at++) {
            JsonNode next = Inputs.open(child(here, steps.get(at)));
            if (!next.isContainerNode()) {
                if (Inputs.isUnknown(next)) {
                    return;
                }
                next = index(steps.get(at + 1)) < 0 ? into.objectNode() : into.arrayNode();
            }
            set(here, steps.get(at), next);
            here = next;
        }
        set(here, steps.get(steps.size() - 1), value);
    }

    private static JsonNode child(JsonNode of, String step) {
        return of.isArray() ? of.path(index(step)) : of.path(step);
    }

    private static void set(JsonNode in, String step, JsonNode value) {
        if (in instanceof ObjectNode object) {
            object.set(step, value);
        } else if (in instanceof ArrayNode list) {
            int at = index(step);
            if (at < list.size()) {
                list.set(at, value);
            } else {
                list.add(value);
            }
        }
    }

    private static int index(String step) {
        return step.matches("\\d{1,6}") ? Integer.parseInt(step) : -1;
    }

    private static String top(String path) {
        return InputPath.of(path).steps().get(0);
    }

    private static List<String> both(List<String> one, List<String> other) {
        TreeSet<String> both = new TreeSet<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }
}
