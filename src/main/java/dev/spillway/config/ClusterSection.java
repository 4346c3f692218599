package dev.spillway.config;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.DedicatedCluster;
import dev.spillway.model.TextFormat;

/** The keys of {@code dedicatedCluster}. */
final class ClusterSection {
    static final Keys KEYS = new Keys("eventHubs.*.dedicatedCluster");
    private static final Key<String> EXISTING_ID = KEYS.optional("existingId", AzureTexts.of(TextFormat.CLUSTER_ID));
    private static final Key<Integer> CAPACITY_UNITS = KEYS.optional(
            "capacityUnits",
            NumberForm.whole(
                    "a number of capacity units",
                    1,
                    TierLimits.of(Tier.DEDICATED).units()));

    static final Form<DedicatedCluster> FORM = KEYS.as("a cluster", ClusterSection::spec);

    private ClusterSection() {}

    private static DedicatedCluster spec(Fields fields) {
        return new DedicatedCluster(fields.get(EXISTING_ID).held(), Optionals.ofInt(fields.get(CAPACITY_UNITS)));
    }
}
