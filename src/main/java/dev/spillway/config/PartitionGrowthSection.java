package dev.spillway.config;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.PartitionGrowth;
import java.util.Optional;

/** The keys of {@code partitionGrowth}: the word that a hub with ordered keys was drained before it grows. */
final class PartitionGrowthSection {
    private static final Keys KEYS = new Keys("eventHubs.*.hubs.*.partitionGrowth");
    private static final Key<Integer> TO = KEYS.required(
            "to",
            NumberForm.whole(
                    "a partition count", 2, TierLimits.of(Tier.DEDICATED).partitionsPerHub()));
    private static final Key<String> DRAINED = KEYS.required("drained", TextForm.of(Names.CONFIRMATION));

    static final Form<PartitionGrowthSection> FORM = KEYS.as("a confirmation of a growth", PartitionGrowthSection::new);

    private final Fields fields;

    private PartitionGrowthSection(Fields fields) {
        this.fields = fields;
    }

    /** The count it was given for; none where that is wrong and reported. */
    int to() {
        return fields.get(TO).held().orElse(0);
    }

    /** Empty where it is wrong and reported. */
    Optional<PartitionGrowth> spec() {
        return fields.get(TO)
                .held()
                .flatMap(to -> fields.get(DRAINED).held().map(drained -> new PartitionGrowth(to, drained)));
    }
}
