package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as Kubernetes writes them: {@code 500m} cores, {@code 512Mi} bytes. */
final class Quantity {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-zA-Z]*)");
    private static final double KIBI = 1024;
    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("", 1.0),
            Map.entry("m", 1e-3),
            Map.entry("k", 1e3),
            Map.entry("M", 1e6),
            Map.entry("G", 1e9),
            Map.entry("T", 1e12),
            Map.entry("Ki", KIBI),
            Map.entry("Mi", KIBI * KIBI),
            Map.entry("Gi", KIBI * KIBI * KIBI),
            Map.entry("Ti", KIBI * KIBI * KIBI * KIBI));

    private Quantity() {}

    static Fact<Double> in(ResourceView resource, String path) {
        Fact<JsonNode> given = resource.node(path);
        return given.then(node -> {
            OptionalDouble amount = parse(node.asText());
            return amount.isPresent()
                    ? Fact.known(path, amount.getAsDouble())
                    : Fact.unknown(path, "met \"" + node.asText() + "\" where an amount such as 500m or 512Mi belongs");
        });
    }

    static OptionalDouble parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || !UNITS.containsKey(parts.group(2))) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(parts.group(1)) * UNITS.getOrDefault(parts.group(2), 1.0));
    }
}
