package dev.spillway.plan;

/**
 * One line of the sizing table.
 *
 * @param key where it would stand in {@code stack.yaml}
 * @param unit may be empty, as for a flag
 */
public record Setting(String key, String value, String unit, Source source, String reason) {}
