package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A workload's own share of the load, as its annotation {@code spillway.dev/load} states it: a baseline, and one burst in the
 * middle of a window.
 */
public record DeclaredLoad(
        double baselineEventsPerSecond,
        double peakEventsPerSecond,
        double rampSeconds,
        double peakHoldSeconds,
        double windowSeconds,
        double averageEventBytes) {
    static Fact<DeclaredLoad> read(String path, JsonNode json) {
        var fields = new JsonFields(path, json);
        DeclaredLoad load = new DeclaredLoad(
                fields.number("baselineEventsPerSecond"),
                fields.number("peakEventsPerSecond"),
                fields.number("rampSeconds"),
                fields.number("peakHoldSeconds"),
                fields.number("windowSeconds"),
                fields.number("averageEventBytes"));
        return fields.complete(load);
    }
}
