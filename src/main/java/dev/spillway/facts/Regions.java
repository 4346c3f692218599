package dev.spillway.facts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The regions of the public cloud, from {@code regions.csv}. */
public final class Regions {
    private static final Map<String, Region> BY_NAME = FactTable.rows("regions.csv").stream()
            .map(Regions::region)
            .collect(Collectors.toUnmodifiableMap(Region::name, Function.identity()));

    private Regions() {}

    /** A region by its programmatic or its display name: {@code westeurope} or {@code West Europe}. */
    public static Optional<Region> find(String location) {
        return Optional.ofNullable(BY_NAME.get(location.replace(" ", "").toLowerCase(Locale.ROOT)));
    }

    private static Region region(CSVRecord row) {
        return new Region(
                row.get("region"),
                row.get("zones").equals("yes"),
                Optional.of(row.get("pair")).filter(pair -> !pair.isEmpty()));
    }
}
