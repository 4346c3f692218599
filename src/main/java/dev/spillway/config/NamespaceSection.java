package dev.spillway.config;

import dev.spillway.facts.Region;
import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.HubSpec;
import dev.spillway.model.NamespaceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys of one Event Hubs namespace. */
final class NamespaceSection {
    private static final Keys KEYS = new Keys("eventHubs.*");
    private static final TierLimits LIMITS = TierLimits.of(Tier.STANDARD);
    private static final int LONGEST_AZURE_NAME = 50;
    private static final Key<String> NAMESPACE_NAME =
            KEYS.optional("namespaceName", TextForm.of(Names.AZURE_NAMESPACE));
    private static final Key<Fields> LOAD = KEYS.optional("load", LoadSection.FORM);
    private static final Key<Tier> TIER = KEYS.required(
            "tier",
            ChoiceForm.of("a tier", Tier::azureName, List.of(Tier.STANDARD))
                    .refusing(Tier.BASIC.azureName(), "keeps events for one day and has no capture")
                    .notBuilt(Tier.PREMIUM.azureName(), Tier.DEDICATED.azureName()));
    private static final Key<Integer> THROUGHPUT_UNITS =
            KEYS.optional("throughputUnits", NumberForm.whole("a number of throughput units", 1, LIMITS.units()));
    private static final Key<Boolean> AUTO_INFLATE = KEYS.optional("autoInflate", new FlagForm());
    private static final Key<Integer> MAXIMUM_THROUGHPUT_UNITS = KEYS.optional(
            "maximumThroughputUnits", NumberForm.whole("a number of throughput units", 1, LIMITS.units()));
    private static final Key<Duration> INFLATE_REACTION = KEYS.optional(
            "inflateReactionSeconds",
            NumberForm.seconds("a time to react in", Range.aboveZero(NumberForm.MOST_SECONDS)));
    private static final Key<Boolean> RESET_INFLATED_CAPACITY = KEYS.optional("resetInflatedCapacity", new FlagForm());
    private static final Key<Map<String, Answer<HubSection>>> HUBS = KEYS.optional(
            "hubs", new NamedForm<>("a mapping of hubs", Names.HUB, LIMITS.hubsPerNamespace(), HubSection.FORM));

    private static final Key<CaptureStorageSection> CAPTURE_STORAGE =
            KEYS.optional("captureStorage", CaptureStorageSection.FORM);

    static final Form<NamespaceSection> FORM = KEYS.as("a namespace", NamespaceSection::new);

    private final Fields fields;

    private NamespaceSection(Fields fields) {
        this.fields = fields;
        checkMaximum();
        checkCapture();
    }

    private void checkCapture() {
        boolean isWanted = hubs().holds(hubs ->
                hubs.values().stream().anyMatch(hub -> hub.isWrong() || hub.holds(HubSection::isCaptured)));
        if (!fields.get(CAPTURE_STORAGE).isAbsent() && !isWanted && !hubs().isWrong()) {
            fields.report(CAPTURE_STORAGE, "no hub of the namespace has capture, give it to one or leave this out");
        }
    }

    /** Whether the region can hold the captured files as asked. */
    void checkRegion(Region region) {
        fields.get(CAPTURE_STORAGE).held().ifPresent(storage -> storage.checkRegion(region));
    }

    /** Whether every hub says where its events are kept. */
    void needCaptureOrAReason() {
        hubs().held()
                .ifPresent(all -> all.values().forEach(hub -> hub.held().ifPresent(HubSection::needCaptureOrAReason)));
    }

    private void checkMaximum() {
        var maximum = fields.get(MAXIMUM_THROUGHPUT_UNITS);
        if (maximum.isAbsent()) {
            return;
        }
        if (fields.get(AUTO_INFLATE).holds(inflates -> !inflates)) {
            fields.report(
                    MAXIMUM_THROUGHPUT_UNITS,
                    "a maximum is given while autoInflate is false, which Azure refuses, leave it out or give autoInflate true");
            return;
        }
        maximum.held().ifPresent(most -> {
            if (fields.get(THROUGHPUT_UNITS).holds(units -> units > most)) {
                int units = fields.get(THROUGHPUT_UNITS).value();
                fields.report(
                        MAXIMUM_THROUGHPUT_UNITS,
                        most + " is below throughputUnits, give " + units + " to " + LIMITS.units());
            }
        });
    }

    /** The name in Azure is derived from two names that are each short enough; together they may not be. */
    void checkDerivedName(String stack, String name) {
        String derived = NamespaceSpec.derivedAzureName(stack, name);
        boolean longOfItself = name.length() >= LONGEST_AZURE_NAME;
        if (!longOfItself && fields.get(NAMESPACE_NAME).isAbsent() && derived.length() > LONGEST_AZURE_NAME) {
            fields.report(
                    NAMESPACE_NAME,
                    "missing, and the derived " + derived + " has " + derived.length()
                            + " characters, give a name of 6 to " + LONGEST_AZURE_NAME);
        }
    }

    Answer<Map<String, Answer<HubSection>>> hubs() {
        return fields.get(HUBS).orGiven(Map.of());
    }

    EffectiveLoad load(EffectiveLoad ofStack) {
        return ofStack.within(fields.get(LOAD));
    }

    NamespaceSpec spec(String name, EffectiveLoad ofStack) {
        return new NamespaceSpec(
                name,
                fields.get(NAMESPACE_NAME).held(),
                load(ofStack).profile(),
                fields.get(TIER).value(),
                Optionals.ofInt(fields.get(THROUGHPUT_UNITS)),
                fields.get(AUTO_INFLATE).held(),
                Optionals.ofInt(fields.get(MAXIMUM_THROUGHPUT_UNITS)),
                fields.get(INFLATE_REACTION).held(),
                fields.get(RESET_INFLATED_CAPACITY).holds(resets -> resets),
                hubSpecs(load(ofStack)),
                fields.get(CAPTURE_STORAGE).held().map(CaptureStorageSection::spec));
    }

    private List<HubSpec> hubSpecs(EffectiveLoad load) {
        return hubs().value().entrySet().stream()
                .map(hub -> hub.getValue().value().spec(hub.getKey(), load))
                .toList();
    }
}
