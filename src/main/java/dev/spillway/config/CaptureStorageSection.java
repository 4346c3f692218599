package dev.spillway.config;

import dev.spillway.facts.CaptureLimits;
import dev.spillway.facts.Region;
import dev.spillway.model.CaptureStorageSpec;
import dev.spillway.model.CaptureStorageSpec.Authentication;
import dev.spillway.model.CaptureStorageSpec.Redundancy;
import java.util.List;

/** The keys of a namespace's {@code captureStorage}. */
final class CaptureStorageSection {
    private static final Keys KEYS = new Keys("eventHubs.*.captureStorage");
    private static final int MOST_DAYS = 36_500;

    private static final Key<String> ACCOUNT_NAME = KEYS.optional("accountName", TextForm.of(Names.STORAGE_ACCOUNT));
    private static final Key<String> EXISTING =
            KEYS.optional("existingAccountId", TextForm.of(Names.STORAGE_ACCOUNT_ID));
    private static final Key<Redundancy> REDUNDANCY =
            KEYS.optional("redundancy", ChoiceForm.of("a redundancy", Redundancy::key, List.of(Redundancy.values())));
    private static final Key<Authentication> AUTHENTICATION = KEYS.optional(
            "authentication",
            ChoiceForm.of("a way to authenticate", Authentication::key, List.of(Authentication.values())));
    private static final Key<Integer> SOFT_DELETE_DAYS = KEYS.optional(
            "softDeleteDays", NumberForm.whole("a number of days", 1, CaptureLimits.LONGEST_SOFT_DELETE_DAYS));
    private static final Key<Integer> COOL_AFTER_DAYS =
            KEYS.optional("coolAfterDays", NumberForm.whole("a number of days", 1, MOST_DAYS));
    private static final Key<Integer> KEEP_DAYS =
            KEYS.optional("keepDays", NumberForm.whole("a number of days", 1, MOST_DAYS));
    private static final Key<Integer> IMMUTABLE_DAYS = KEYS.optional(
            "immutableDays", NumberForm.whole("a number of days", 1, CaptureLimits.LONGEST_IMMUTABLE_DAYS));

    /** What says how an account of our own is. */
    private static final List<Key<?>> OWN =
            List.of(ACCOUNT_NAME, REDUNDANCY, SOFT_DELETE_DAYS, COOL_AFTER_DAYS, KEEP_DAYS);

    static final Form<CaptureStorageSection> FORM = KEYS.as("a storage of captured files", CaptureStorageSection::new);

    private final Fields fields;

    private CaptureStorageSection(Fields fields) {
        this.fields = fields;
        if (!fields.get(EXISTING).isAbsent()) {
            OWN.stream()
                    .filter(key -> !fields.get(key).isAbsent())
                    .forEach(key ->
                            fields.report(key, "belongs to the account that exists, set it there and leave it out"));
        }
        checkAges();
    }

    private void checkAges() {
        fields.get(KEEP_DAYS).held().ifPresent(keep -> {
            if (fields.get(COOL_AFTER_DAYS).holds(cool -> cool >= keep)) {
                fields.report(
                        KEEP_DAYS,
                        keep + " is not above coolAfterDays, give "
                                + (fields.get(COOL_AFTER_DAYS).value() + 1) + " or more");
            }
            if (fields.get(IMMUTABLE_DAYS).holds(fixed -> fixed > keep)) {
                fields.report(
                        KEEP_DAYS,
                        keep + " is below immutableDays, until when nothing can be deleted, give "
                                + fields.get(IMMUTABLE_DAYS).value() + " or more");
            }
        });
    }

    /** Whether the region can hold the copies as asked. */
    void checkRegion(Region region) {
        fields.get(REDUNDANCY).held().ifPresent(asked -> {
            if (asked.needsZones() && !region.hasZones()) {
                fields.report(
                        REDUNDANCY,
                        asked.key() + " needs zones, which " + region.name() + " has not, "
                                + (region.pair().isPresent() ? "give geo" : "leave it out"));
            } else if (asked.needsPair() && region.pair().isEmpty()) {
                fields.report(
                        REDUNDANCY,
                        asked.key() + " needs a paired region, which " + region.name() + " has not, "
                                + (region.hasZones() ? "give zone" : "leave it out"));
            }
        });
    }

    CaptureStorageSpec spec() {
        return new CaptureStorageSpec(
                fields.get(ACCOUNT_NAME).held(),
                fields.get(EXISTING).held(),
                fields.get(REDUNDANCY).held(),
                fields.get(AUTHENTICATION).held().orElse(Authentication.IDENTITY),
                Optionals.ofInt(fields.get(SOFT_DELETE_DAYS)),
                Optionals.ofInt(fields.get(COOL_AFTER_DAYS)),
                Optionals.ofInt(fields.get(KEEP_DAYS)),
                Optionals.ofInt(fields.get(IMMUTABLE_DAYS)));
    }
}
