package dev.spillway.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.ResourceGraph;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a program declared.
 *
 * @param graph every registered resource, the stack itself among them; incomplete where there are errors
 * @param stackOutputs what the program exports; secrets stand in their wrappers, in plain text
 * @param componentOutputs what components say about themselves, by URN
 * @param errors one message for each thing that went wrong, sorted
 * @param warnings what the program warned of, sorted
 * @param failures what the program threw, in the order of their messages
 */
public record Capture(
        ResourceGraph graph,
        ObjectNode stackOutputs,
        SortedMap<String, ObjectNode> componentOutputs,
        List<String> errors,
        List<String> warnings,
        List<Throwable> failures) {
    public Capture {
        componentOutputs = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, ObjectNode>) componentOutputs));
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
    }

    /** The first failure of a kind, for callers whose exceptions say more than a message. */
    public <T extends Throwable> Optional<T> failure(Class<T> kind) {
        return failures.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
