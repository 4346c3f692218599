package dev.spillway.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what users know of their resources: a pattern, and facts under it. */
final class FactReader {
    private static final String SHAPE = "a mapping of resources, each with its facts";

    private final String prefix;
    private final List<String> problems;

    FactReader(String prefix, List<String> problems) {
        this.prefix = prefix;
        this.problems = problems;
    }

    void read(String place, JsonNode mapping, List<FactOverride> into) {
        if (!mapping.isObject()) {
            problem(place, "met " + PolicyReader.kind(mapping) + ", give " + SHAPE);
            return;
        }
        mapping.properties().forEach(entry -> one(place, entry.getKey(), entry.getValue(), into));
    }

    private void one(String place, String pattern, JsonNode facts, List<FactOverride> into) {
        String here = place + "." + pattern;
        if (!facts.isObject() || facts.isEmpty()) {
            problem(here, "met " + PolicyReader.kind(facts) + ", give facts such as role and hub");
            return;
        }
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            if (!known().contains(fact.getKey())) {
                problem(here + "." + fact.getKey(), "there is no such fact, give " + String.join(", ", known()));
            } else {
                values.put(fact.getKey(), text(fact.getValue()));
            }
        }
        boolean isMixed = values.keySet().stream().anyMatch(FactOverride.OF_AZURE::contains)
                && !FactOverride.OF_AZURE.containsAll(values.keySet());
        if (isMixed) {
            problem(here, "facts of workloads and of Azure resources together, give each its own resource");
        }
        into.add(new FactOverride(prefix + here, ResourcePattern.of(pattern), values));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static SortedSet<String> known() {
        SortedSet<String> known = new TreeSet<>(FactOverride.OF_PODS);
        known.addAll(FactOverride.OF_WORKLOADS);
        known.addAll(FactOverride.OF_AZURE);
        return known;
    }

    private void problem(String place, String text) {
        problems.add(prefix + place + ": " + text);
    }
}
