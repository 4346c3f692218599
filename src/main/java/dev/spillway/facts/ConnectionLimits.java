package dev.spillway.facts;

import org.apache.commons.csv.CSVRecord;

/** How many connections a namespace brokers at once, from {@code connection-limits.csv}. */
public final class ConnectionLimits {
    private ConnectionLimits() {}

    /** Most connections of a namespace with so many units. */
    public static long of(Tier tier, int units) {
        CSVRecord row = FactTable.rows("connection-limits.csv").stream()
                .filter(candidate -> candidate.get("tier").equals(tier.azureName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no connections for " + tier.azureName()));
        long connections = Long.parseLong(row.get("connections"));
        return row.get("per").equals("unit") ? connections * units : connections;
    }
}
