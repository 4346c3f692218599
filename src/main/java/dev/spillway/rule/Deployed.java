package dev.spillway.rule;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What is known of the stack as it runs, beside what is declared.
 *
 * @param capacityByUrn throughput units that namespaces have now, which auto-inflate may have raised
 */
public record Deployed(Map<String, Integer> capacityByUrn) {
    public static final Deployed NOTHING_KNOWN = new Deployed(Map.of());

    public Deployed {
        capacityByUrn = Map.copyOf(capacityByUrn);
    }

    public OptionalInt capacity(String urn) {
        Integer units = capacityByUrn.get(urn);
        return units == null ? OptionalInt.empty() : OptionalInt.of(units);
    }
}
