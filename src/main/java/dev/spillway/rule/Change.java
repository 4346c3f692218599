package dev.spillway.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spillway.view.Subject;

/**
 * One value that would have to be set to cure a violation.
 *
 * @param urn the resource to change, which need not be the one that the finding stands on
 * @param path as {@link dev.spillway.view.InputPath} reads it
 */
public record Change(String urn, String path, JsonNode value) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public static Change set(Subject subject, String path, int value) {
        return new Change(subject.urn(), path, NODES.numberNode(value));
    }

    public static Change set(Subject subject, String path, boolean value) {
        return new Change(subject.urn(), path, NODES.booleanNode(value));
    }

    public static Change set(Subject subject, String path, JsonNode value) {
        return new Change(subject.urn(), path, value);
    }

    /** Takes the input away, so that the service's default holds. */
    public static Change remove(Subject subject, String path) {
        return new Change(subject.urn(), path, NODES.nullNode());
    }

    public static Change set(Subject subject, String path, String value) {
        return new Change(subject.urn(), path, NODES.textNode(value));
    }
}
