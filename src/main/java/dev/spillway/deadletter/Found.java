package dev.spillway.deadletter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.units.NumberText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found in dead-letter blobs.
 *
 * @param duplicatesMayBeMissed whether there were more events than are remembered, so that some repeats may be unmarked
 * @param groups by reason and outcome, the largest first
 * @param problems what could not be read, each with its place
 */
public record Found(
        long files,
        long events,
        long duplicates,
        boolean duplicatesMayBeMissed,
        List<Group> groups,
        Map<String, Long> schemas,
        List<String> problems) {
    public Found {
        groups = List.copyOf(groups);
        schemas = new TreeMap<>(schemas);
        problems = List.copyOf(problems);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("Dead letters  ")
                .append(NumberText.count(events, "event"))
                .append(" in ")
                .append(NumberText.count(files, "file"))
                .append(", ")
                .append(NumberText.count(duplicates, "duplicate"))
                .append('\n');
        if (duplicatesMayBeMissed) {
            text.append("  more events than are remembered: some duplicates may not be marked\n");
        }
        if (schemas.size() > 1) {
            text.append("  of two schemas, which no one topic takes: ")
                    .append(schemas)
                    .append('\n');
        }
        for (Group group : groups) {
            text.append("\n  ")
                    .append(group.reason())
                    .append(", ")
                    .append(group.outcome())
                    .append('\n');
            text.append("    ")
                    .append(NumberText.count(group.events(), "event"))
                    .append(", ")
                    .append(NumberText.count(group.duplicates(), "duplicate"))
                    .append(", tried up to ")
                    .append(NumberText.count(group.mostAttempts(), "time"))
                    .append('\n');
            if (!group.firstPublished().isEmpty()) {
                text.append("    published from ")
                        .append(group.firstPublished())
                        .append("\n              to   ")
                        .append(group.lastPublished())
                        .append('\n');
            }
            group.types()
                    .forEach((type, count) -> text.append("      ")
                            .append(NumberText.whole(count))
                            .append(' ')
                            .append(type)
                            .append('\n'));
            text.append("    ").append(group.advice()).append('\n');
        }
        return text.toString();
    }

    /** For machines. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", 1);
        json.put("files", files).put("events", events).put("duplicates", duplicates);
        json.put("duplicatesMayBeMissed", duplicatesMayBeMissed);
        ObjectNode bySchema = json.putObject("schemas");
        schemas.forEach(bySchema::put);
        ArrayNode all = json.putArray("groups");
        for (Group group : groups) {
            ObjectNode one = all.addObject()
                    .put("reason", group.reason())
                    .put("outcome", group.outcome())
                    .put("events", group.events())
                    .put("duplicates", group.duplicates())
                    .put("mostAttempts", group.mostAttempts())
                    .put("firstPublished", group.firstPublished())
                    .put("lastPublished", group.lastPublished())
                    .put("advice", group.advice());
            ObjectNode types = one.putObject("types");
            group.types().forEach(types::put);
        }
        ArrayNode unread = json.putArray("problems");
        problems.forEach(unread::add);
        return json;
    }
}
