package dev.spillway.loss;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spillway.units.InvalidValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * One object of a scenario: its fields by name. Whatever is missing, unknown or of another kind becomes a problem, and reading
 * goes on with a harmless value.
 */
final class ScenarioFields {
    private static final int MOST_SLIPS = 4;

    private final JsonNode node;
    private final String place;
    private final ScenarioProblems problems;
    private final int problemsBefore;

    private ScenarioFields(JsonNode node, String place, ScenarioProblems problems) {
        this.problemsBefore = problems.count();
        this.place = place;
        this.problems = problems;
        if (node.isObject()) {
            this.node = node;
        } else {
            problems.add(place, node, "a JSON object");
            this.node = JsonNodeFactory.instance.objectNode();
        }
    }

    /** The object at that place, in which only these fields may stand. */
    static ScenarioFields of(JsonNode node, String place, Set<String> known, ScenarioProblems problems) {
        var fields = new ScenarioFields(node, place, problems);
        for (Iterator<String> names = fields.node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                problems.add(fields.place(name), "an unknown field", nearest(name, known));
            }
        }
        return fields;
    }

    /** The object in a field, in which only these fields may stand; empty where there is none. */
    Optional<ScenarioFields> child(String name, Set<String> known) {
        return has(name) ? Optional.of(of(node.get(name), place(name), known, problems)) : Optional.empty();
    }

    /** As {@link #child}, but a missing one is a problem. */
    Optional<ScenarioFields> requiredChild(String name, Set<String> known) {
        if (!has(name)) {
            problems.add(place(name), "nothing", "a value: it is required");
        }
        return child(name, known);
    }

    /** The objects of an array, each with its kind; none where there is no array. */
    List<ScenarioItem> items(String name) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = node.get(name);
        if (!list.isArray()) {
            problems.add(place(name), list, "a JSON array");
            return List.of();
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> new ScenarioItem(list.get(i), place(name) + "[" + i + "]", problems))
                .toList();
    }

    /** A record from these fields; empty where something was wrong with them, or the record refuses them. */
    <T> Optional<T> build(Supplier<T> record) {
        try {
            T built = record.get();
            return problems.count() == problemsBefore ? Optional.of(built) : Optional.empty();
        } catch (InvalidValue refused) {
            if (problems.count() == problemsBefore) {
                problems.add(place, refused);
            }
            return Optional.empty();
        } catch (InvalidScenario refused) {
            refused.problems().forEach(problems::add);
            return Optional.empty();
        } catch (NoSuchElementException missing) {
            if (problems.count() == problemsBefore) {
                throw missing;
            }
            return Optional.empty();
        }
    }

    void refuse(String name, Object met, String right) {
        problems.add(place(name), met, right);
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    double number(String name) {
        if (!has(name)) {
            problems.add(place(name), "nothing", "a value: it is required");
            return Double.NaN;
        }
        JsonNode value = node.get(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            problems.add(place(name), value, "a finite number");
            return Double.NaN;
        }
        return value.doubleValue();
    }

    double number(String name, double absent) {
        return has(name) ? number(name) : absent;
    }

    OptionalDouble optionalNumber(String name) {
        return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
    }

    int whole(String name) {
        double value = number(name);
        if (Double.isNaN(value)) {
            return 1;
        }
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            problems.add(place(name), value, "a whole number");
            return 1;
        }
        return (int) value;
    }

    int whole(String name, int absent) {
        return has(name) ? whole(name) : absent;
    }

    OptionalInt optionalWhole(String name) {
        return has(name) ? OptionalInt.of(whole(name)) : OptionalInt.empty();
    }

    boolean flag(String name) {
        return flag(name, false);
    }

    boolean flag(String name, boolean absent) {
        if (!has(name)) {
            return absent;
        }
        JsonNode value = node.get(name);
        if (!value.isBoolean()) {
            problems.add(place(name), value, "true or false");
        }
        return value.booleanValue();
    }

    /** Empty where there is none. */
    String text(String name) {
        if (!has(name)) {
            return "";
        }
        JsonNode value = node.get(name);
        if (!value.isTextual()) {
            problems.add(place(name), value, "a text");
        }
        return value.asText();
    }

    /** The member of a closed family that goes by the name in this field. */
    <T> T named(String name, T absent, Function<String, Optional<T>> byName, Collection<String> names) {
        if (!has(name)) {
            return absent;
        }
        String text = text(name);
        Optional<T> member = byName.apply(text);
        if (member.isEmpty() && node.get(name).isTextual()) {
            problems.add(place(name), "\"" + text + "\"", oneOf(names));
        }
        return member.orElse(absent);
    }

    static String oneOf(Collection<String> names) {
        return "one of " + String.join(", ", names.stream().sorted().toList());
    }

    private String place(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static String nearest(String name, Set<String> known) {
        var distance = new LevenshteinDistance(MOST_SLIPS);
        Stream<String> near = known.stream().filter(key -> distance.apply(name, key) >= 0);
        return near.min(Comparator.<String>comparingInt(key -> distance.apply(name, key))
                        .thenComparing(Comparator.naturalOrder()))
                .map(key -> key + ", which is nearest to it")
                .orElseGet(() -> oneOf(known));
    }
}
