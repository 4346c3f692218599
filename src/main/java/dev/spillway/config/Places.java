package dev.spillway.config;

import dev.spillway.config.Value.Entry;
import dev.spillway.config.Value.Mapping;

/** Finds where something stands by its path. */
final class Places {
    private Places() {}

    /** The place of what the path leads to, as far as the value goes: that of the section around it where it is missing. */
    static Place of(Value value, String path) {
        Value at = value;
        String rest = path;
        while (at instanceof Mapping mapping && !rest.isEmpty()) {
            String left = rest;
            var next = mapping.entries().stream()
                    .filter(entry -> left.equals(entry.key().text())
                            || left.startsWith(entry.key().text() + "."))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            Entry entry = next.get();
            at = entry.value();
            int taken = entry.key().text().length() + 1;
            rest = left.length() < taken ? "" : left.substring(taken);
        }
        return at.place();
    }
}
