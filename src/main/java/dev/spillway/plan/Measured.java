package dev.spillway.plan;

import dev.spillway.facts.Tier;
import dev.spillway.model.NamespaceSpec;
import java.util.Map;
import java.util.TreeMap;

/** What only the owner of a namespace knows, as tags, so that whoever judges the declared resources can count with it. */
final class Measured {
    private static final String INGRESS = "spillway-ingress-megabytes-per-second-per-unit";
    private static final String UNITS = "spillway-capacity-units";
    private static final String HOT = "spillway-hot-partition-share-";

    private Measured() {}

    static Map<String, String> tags(NamespaceSpec namespace, int units) {
        Map<String, String> tags = new TreeMap<>();
        namespace
                .options()
                .ingressMegabytesPerSecondPerUnit()
                .ifPresent(rate -> tags.put(INGRESS, String.valueOf(rate)));
        if (namespace.tier() == Tier.DEDICATED) {
            tags.put(UNITS, String.valueOf(units));
        }
        namespace
                .hubs()
                .forEach(hub -> hub.options()
                        .hotPartitionShare()
                        .ifPresent(share -> tags.put(HOT + hub.name(), String.valueOf(share))));
        return tags;
    }
}
