package dev.spillway.rule;

import dev.spillway.units.InvalidValue;
import java.util.Arrays;

/** The parts of the catalogue, by the letters that rule ids begin with. */
public enum Area {
    EVENT_HUBS("EH", "event-hubs"),
    CAPTURE("CP", "capture"),
    REGIONS("DR", "regions"),
    EVENT_GRID("EG", "event-grid"),
    GRID_NAMESPACES("EN", "grid-namespaces"),
    STORAGE("ST", "storage"),
    ALERTS("AL", "alerts"),
    CLUSTER("AK", "cluster"),
    WORKLOAD("KW", "workload"),
    CROSSING("CX", "crossing"),
    OPTIONS("PU", "options");

    private final String prefix;
    private final String folder;

    Area(String prefix, String folder) {
        this.prefix = prefix;
        this.folder = folder;
    }

    /** The name of the folder below {@code policies}. */
    public String folder() {
        return folder;
    }

    /** The area of a rule, by its id. */
    public static Area of(String id) {
        return Arrays.stream(values())
                .filter(area -> id.startsWith(area.prefix + "-"))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidValue("rule id", id, "an id that begins with the letters of an area, such as EH-"));
    }
}
