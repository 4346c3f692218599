package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the engine did in one operation, from the log that it writes for programs. */
final class EngineEvents {
    /** Steps that change nothing. */
    private static final Set<String> SILENT = Set.of("same", "refresh", "read");

    private static final Pattern STEP = Pattern.compile("\\[\"([^\"]*)\"]|\\[(\\d+)]|([^.\\[]+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READABLE_CHARACTERS = 120;

    private final List<JsonNode> events;

    private EngineEvents(List<JsonNode> events) {
        this.events = events;
    }

    static EngineEvents in(Path log) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        if (Files.exists(log)) {
            for (String line : Files.readAllLines(log, UTF_8)) {
                events.add(JSON.readTree(line));
            }
        }
        return new EngineEvents(events);
    }

    /** What was done to whom, in the order in which it ended. */
    List<String> order() {
        return steps().map(step ->
                        step.path("op").asText() + " " + name(step.path("urn").asText()))
                .distinct()
                .toList();
    }

    /** Every change with the values before and after, sorted: the engine works in parallel, and the order is chance. */
    Set<String> changes() {
        Set<String> lines = new TreeSet<>();
        steps().forEach(step ->
                lines.add(step.path("op").asText() + " " + name(step.path("urn").asText()) + values(step)));
        return lines;
    }

    /** What the policy pack said and did. */
    Set<String> policies() {
        Set<String> lines = new TreeSet<>();
        of("policyEvent")
                .forEach(event -> lines.add("[" + event.path("enforcementLevel").asText() + "] "
                        + event.path("policyName").asText() + " on "
                        + name(event.path("resourceUrn").asText()) + "\n"
                        + event.path("message").asText().strip()));
        of("policyRemediationEvent")
                .forEach(event ->
                        lines.add("[remediated] " + event.path("policyName").asText() + " on "
                                + name(event.path("resourceUrn").asText()) + "\n"
                                + String.join("\n", differences("", event.path("before"), event.path("after")))));
        return lines;
    }

    /** Errors and warnings, without those that disappear from a terminal. */
    Set<String> complaints() {
        Set<String> lines = new TreeSet<>();
        of("diagnosticEvent")
                .filter(event -> Set.of("error", "warning", "info#err")
                        .contains(event.path("severity").asText()))
                .filter(event -> !event.path("ephemeral").asBoolean())
                .forEach(event -> lines.add(event.path("severity").asText() + " on "
                        + name(event.path("urn").asText()) + "\n"
                        + event.path("message").asText().strip()));
        return lines;
    }

    /** How many of each kind, or nothing where the operation did not come to an end. */
    String summary() {
        List<String> counts = new ArrayList<>();
        of("summaryEvent")
                .forEach(event -> event.path("resourceChanges")
                        .properties()
                        .forEach(count -> counts.add(count.getValue().asText() + " " + count.getKey())));
        return String.join(", ", new TreeSet<>(counts));
    }

    private Stream<JsonNode> steps() {
        return of("resOutputsEvent")
                .map(event -> event.path("metadata"))
                .filter(step -> !SILENT.contains(step.path("op").asText()))
                .filter(step -> !step.path("type").asText().startsWith("pulumi:"));
    }

    private Stream<JsonNode> of(String kind) {
        return events.stream().filter(event -> event.has(kind)).map(event -> event.path(kind));
    }

    private static String values(JsonNode step) {
        StringBuilder lines = new StringBuilder();
        new TreeSet<>(keys(step))
                .forEach(path -> lines.append("\n    ")
                        .append(path)
                        .append(": ")
                        .append(change(value(step.path("old"), path), value(step.path("new"), path))));
        return lines.toString();
    }

    /** Both values; of long ones, such as a whole workbook, the place where they begin to differ. */
    private static String change(String before, String after) {
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return near(before, same) + " -> " + near(after, same);
    }

    private static String near(String value, int place) {
        if (value.length() <= READABLE_CHARACTERS) {
            return value;
        }
        int from = Math.max(0, place - READABLE_CHARACTERS / 2);
        int to = Math.min(value.length(), from + READABLE_CHARACTERS);
        return (from > 0 ? "..." : "") + value.substring(from, to) + (to < value.length() ? "..." : "");
    }

    private static List<String> keys(JsonNode step) {
        List<String> keys = new ArrayList<>();
        step.path("detailedDiff").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static String value(JsonNode state, String path) {
        JsonNode here = state.path("inputs");
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            here = steps.group(2) == null
                    ? here.path(steps.group(1) == null ? steps.group(3) : steps.group(1))
                    : here.path(Integer.parseInt(steps.group(2)));
        }
        return here.isMissingNode() ? "(none)" : here.toString();
    }

    private static List<String> differences(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return List.of();
        }
        if (!before.isObject() || !after.isObject()) {
            return List.of(path + ": " + (before.isMissingNode() ? "(none)" : before) + " -> "
                    + (after.isMissingNode() ? "(none)" : after));
        }
        Set<String> fields = new TreeSet<>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        return fields.stream()
                .flatMap(field ->
                        differences(path.isEmpty() ? field : path + "." + field, before.path(field), after.path(field))
                                .stream())
                .toList();
    }

    /** {@code EventHub orders-orders} for a URN. */
    private static String name(String urn) {
        if (urn.isEmpty()) {
            return "the stack";
        }
        String[] parts = urn.split("::", 4);
        return parts[2].replaceFirst(".*[:$/]", "") + " " + parts[3];
    }
}
