package dev.spillway.config;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.AccessSpec;
import dev.spillway.model.HubOptions;
import dev.spillway.model.HubOptions.Cleanup;
import dev.spillway.model.HubOptions.Status;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.Ordering;
import dev.spillway.model.SasRule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The keys of one hub. */
final class HubSection {
    private static final int MOST_GROUPS = TierLimits.of(Tier.DEDICATED).consumerGroupsPerHub();
    private static final int MOST_TOMBSTONE_HOURS = 8760;
    static final Keys KEYS = new Keys("eventHubs.*.hubs.*");
    private static final Key<Fields> LOAD = KEYS.optional("load", LoadSection.FORM);
    private static final Key<Integer> PARTITION_COUNT = KEYS.optional(
            "partitionCount",
            TierForm.of(tier -> NumberForm.whole(
                    "a partition count on " + tier.azureName(),
                    1,
                    TierLimits.of(tier).partitionsPerHub())));
    private static final Key<Duration> RETENTION = KEYS.optional(
            "retentionHours",
            TierForm.of(tier -> NumberForm.wholeHours("a retention on " + tier.azureName(), 1, (int)
                    TierLimits.of(tier).longestRetention().toHours())));
    private static final Key<List<String>> CONSUMER_GROUPS = KEYS.optional(
            "consumerGroups",
            new ListForm<>(
                    "a list of consumer groups",
                    "a list of names such as [billing]",
                    new ConsumerGroupForm(),
                    MOST_GROUPS,
                    group -> group.toLowerCase(Locale.ROOT)));
    private static final Key<Double> HOT_PARTITION_SHARE =
            KEYS.optional("hotPartitionShare", NumberForm.number("a share", Range.aboveZero(1)));
    private static final Key<Status> STATUS =
            KEYS.optional("status", ChoiceForm.of("a status", Status::azureName, List.of(Status.values())));
    private static final Key<Cleanup> CLEANUP = KEYS.optional(
            "cleanupPolicy", ChoiceForm.of("a cleanup policy", Cleanup::azureName, List.of(Cleanup.values())));
    private static final Key<Duration> TOMBSTONES = KEYS.optional(
            "tombstoneRetentionHours", NumberForm.wholeHours("a time for tombstones", 1, MOST_TOMBSTONE_HOURS));
    private static final Key<AccessSpec> ACCESS = KEYS.optional("access", AccessSection.FORM);
    private static final Key<Map<String, Answer<List<SasRule.Right>>>> SAS_RULES =
            KEYS.optional("sasRules", SasRuleSection.RULES);
    private static final Key<Boolean> EXISTING = KEYS.optional("existing", new FlagForm());

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
        checkExisting();
    }

    /** What somebody else declares is somebody else's to copy. */
    private void checkExisting() {
        if (fields.get(EXISTING).holds(exists -> exists) && !fields.get(CAPTURE).isAbsent()) {
            fields.report(CAPTURE, "belongs to the hub that exists, set it there and leave it out");
        }
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
        return spec(name, load(ofNamespace).profile());
    }

    /** What could be read of it, while other parts of the file may be wrong. */
    HubSpec draft(String name) {
        return spec(name, Optional.empty());
    }

    private HubSpec spec(String name, Optional<LoadProfile> load) {
        return new HubSpec(
                name,
                load,
                Optionals.ofInt(fields.get(PARTITION_COUNT)),
                fields.get(RETENTION).held(),
                consumerGroups().held().orElse(List.of()),
                options(),
                fields.get(ORDERING).held(),
                fields.get(PARTITION_GROWTH).held().flatMap(PartitionGrowthSection::spec),
                fields.get(CAPTURE).held().map(CaptureSection::spec));
    }

    private HubOptions options() {
        return new HubOptions(
                Optionals.ofDouble(fields.get(HOT_PARTITION_SHARE)),
                fields.get(STATUS).held(),
                fields.get(CLEANUP).held().orElse(Cleanup.DELETE),
                fields.get(TOMBSTONES).held(),
                fields.get(ACCESS).held().orElse(AccessSpec.NONE),
                SasRuleSection.rules(fields.get(SAS_RULES)),
                fields.get(EXISTING).holds(exists -> exists));
    }
}
