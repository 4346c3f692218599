package dev.spillway.facts;

import java.util.List;

/** The log categories that a type of resource can send to a workspace, from {@code monitor-log-categories.csv}. */
public final class LogCategories {
    private LogCategories() {}

    /** All of them, in the order of the table; empty for a type that has none. */
    public static List<String> of(String resourceType) {
        return FactTable.rows("monitor-log-categories.csv").stream()
                .filter(row -> row.get("resourceType").equals(resourceType))
                .map(row -> row.get("category"))
                .toList();
    }
}
