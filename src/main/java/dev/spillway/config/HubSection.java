package dev.spillway.config;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.HubSpec;
import dev.spillway.model.Ordering;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The keys of one hub. */
final class HubSection {
    private static final TierLimits LIMITS = TierLimits.of(Tier.STANDARD);
    private static final Keys KEYS = new Keys("eventHubs.*.hubs.*");
    private static final Key<Fields> LOAD = KEYS.optional("load", LoadSection.FORM);
    private static final Key<Integer> PARTITION_COUNT = KEYS.optional(
            "partitionCount", NumberForm.whole("a partition count on Standard", 1, LIMITS.partitionsPerHub()));
    private static final Key<Duration> RETENTION =
            KEYS.optional("retentionHours", NumberForm.wholeHours("a retention on Standard", 1, (int)
                    LIMITS.longestRetention().toHours()));
    private static final Key<List<String>> CONSUMER_GROUPS = KEYS.optional(
            "consumerGroups",
            new ListForm<>(
                    "a list of consumer groups",
                    "a list of names such as [billing]",
                    new ConsumerGroupForm(),
                    LIMITS.consumerGroupsPerHub(),
                    group -> group.toLowerCase(Locale.ROOT)));

    private static final Key<Ordering> ORDERING =
            KEYS.optional("ordering", ChoiceForm.of("an order", Ordering::key, List.of(Ordering.values())));
    private static final Key<PartitionGrowthSection> PARTITION_GROWTH =
            KEYS.optional("partitionGrowth", PartitionGrowthSection.FORM);

    private static final Key<CaptureSection> CAPTURE = KEYS.optional("capture", CaptureSection.FORM);

    static final Form<HubSection> FORM = KEYS.as("a hub", HubSection::new);

    private final Fields fields;

    private HubSection(Fields fields) {
        this.fields = fields;
        checkGrowth();
    }

    /** A confirmation that outlived its growth would let the next one pass. */
    private void checkGrowth() {
        fields.get(PARTITION_GROWTH).held().ifPresent(growth -> {
            var count = fields.get(PARTITION_COUNT);
            if (growth.to() > 0 && (count.isAbsent() || count.holds(partitions -> partitions != growth.to()))) {
                fields.report(
                        PARTITION_GROWTH,
                        "confirms a growth to " + growth.to() + ", give partitionCount: " + growth.to()
                                + " with it or leave it out");
            }
        });
    }

    Answer<List<String>> consumerGroups() {
        return fields.get(CONSUMER_GROUPS).orGiven(List.of());
    }

    /** Whether its events are to be written to storage. */
    boolean isCaptured() {
        return fields.get(CAPTURE).holds(CaptureSection::isOn);
    }

    /** Where losing events is critical, the hub is the only place of its events by a written decision alone. */
    void needCaptureOrAReason() {
        if (fields.get(CAPTURE).isAbsent()) {
            fields.report(
                    CAPTURE,
                    "missing, mission-critical keeps no events in one place by default, give {} or"
                            + " { enabled: false, reason: \"...\" }");
        }
    }

    EffectiveLoad load(EffectiveLoad ofNamespace) {
        return ofNamespace.within(fields.get(LOAD));
    }

    HubSpec spec(String name, EffectiveLoad ofNamespace) {
        return new HubSpec(
                name,
                load(ofNamespace).profile(),
                Optionals.ofInt(fields.get(PARTITION_COUNT)),
                fields.get(RETENTION).held(),
                consumerGroups().value(),
                fields.get(ORDERING).held(),
                fields.get(PARTITION_GROWTH).held().map(PartitionGrowthSection::spec),
                fields.get(CAPTURE).held().map(CaptureSection::spec));
    }
}
