package dev.spillway.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one place says about the rules: an entry for each rule, {@code all}, {@code loss-forecast} and {@code spillway}.
 *
 * @param place what to call it in messages; empty where there is only one
 */
public record PolicySource(Kind kind, String place, ObjectNode entries) {
    /** Who says it. */
    public enum Kind {
        /** The engine, which has added the published level of every rule that its user does not name. */
        ENGINE,
        /** A policy configuration, as the engine reads it. */
        FILE,
        /** A {@code stack.yaml}, where the same things stand in places of their own. */
        STACK
    }

    /** What a user calls the place of a general key. */
    String place(String key) {
        if (kind != Kind.STACK) {
            return PolicyReader.GENERAL + "." + key;
        }
        return key.equals("exceptions") ? key : "rules." + key;
    }
}
