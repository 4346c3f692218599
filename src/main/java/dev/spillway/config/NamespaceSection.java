package dev.spillway.config;

import dev.spillway.facts.Region;
import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.Crossing;
import dev.spillway.model.DedicatedCluster;
import dev.spillway.model.DiagnosticsSpec;
import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.EncryptionSpec;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NamespaceOptions;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.NetworkSpec;
import dev.spillway.model.SasRule;
import dev.spillway.model.SchemaGroup.Compatibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one Event Hubs namespace. */
final class NamespaceSection {
    static final Keys KEYS = new Keys("eventHubs.*");
    private static final TierLimits LIMITS = TierLimits.of(Tier.STANDARD);
    private static final int LONGEST_AZURE_NAME = 50;
    private static final int MOST_HUBS = 1600;
    private static final int MOST_RATE = 10_000;
    private static final Key<String> NAMESPACE_NAME =
            KEYS.optional("namespaceName", TextForm.of(Names.AZURE_NAMESPACE));
    private static final Key<Fields> LOAD = KEYS.optional("load", LoadSection.FORM);
    private static final Key<Tier> TIER = KEYS.required(
            "tier",
            ChoiceForm.of("a tier", Tier::azureName, List.of(Tier.STANDARD, Tier.PREMIUM, Tier.DEDICATED))
                    .refusing(Tier.BASIC.azureName(), "keeps events for one day and has no capture"));
    private static final Key<Integer> THROUGHPUT_UNITS =
            KEYS.optional("throughputUnits", NumberForm.whole("a number of throughput units", 1, LIMITS.units()));
    private static final Key<Boolean> AUTO_INFLATE = KEYS.optional("autoInflate", new FlagForm());
    private static final Key<Integer> MAXIMUM_THROUGHPUT_UNITS = KEYS.optional(
            "maximumThroughputUnits", NumberForm.whole("a number of throughput units", 1, LIMITS.units()));
    private static final Key<Duration> INFLATE_REACTION = KEYS.optional(
            "inflateReactionSeconds",
            NumberForm.seconds("a time to react in", Range.aboveZero(NumberForm.MOST_SECONDS)));
    private static final Key<Boolean> RESET_INFLATED_CAPACITY = KEYS.optional("resetInflatedCapacity", new FlagForm());
    private static final Key<Map<String, Answer<HubSection>>> HUBS =
            KEYS.optional("hubs", new NamedForm<>("a mapping of hubs", Names.HUB, MOST_HUBS, HubSection.FORM));
    private static final Key<Integer> PROCESSING_UNITS = KEYS.optional(
            "processingUnits", ChoiceForm.of("a number of processing units", String::valueOf, List.of(1, 2, 4, 8, 16)));
    private static final Key<Double> INGRESS =
            KEYS.optional("ingressMegabytesPerSecondPerUnit", NumberForm.number("a rate", Range.aboveZero(MOST_RATE)));
    private static final Key<DedicatedCluster> CLUSTER = KEYS.optional("dedicatedCluster", ClusterSection.FORM);
    private static final Key<Boolean> ZONE_REDUNDANT = KEYS.optional("zoneRedundant", new FlagForm());
    private static final Key<Boolean> KAFKA = KEYS.optional("kafka", new FlagForm());

    @SuppressWarnings("unused") // one version is both safe and known to the API, so that its value decides nothing yet
    private static final Key<String> TLS = KEYS.optional(
            "minimumTlsVersion",
            ChoiceForm.ofText("a version of TLS", "1.2")
                    .refusing("1.0", "is served no more")
                    .refusing("1.1", "is served no more")
                    .refusing("1.3", "is not known to this version of the API"));

    private static final Key<Boolean> LOCAL_AUTH = KEYS.optional("localAuth", new FlagForm());
    private static final Key<NetworkSpec> NETWORK = KEYS.optional("network", NetworkSection.FORM);
    private static final Key<EncryptionSpec> ENCRYPTION = KEYS.optional("encryption", EncryptionSection.FORM);
    private static final Key<Map<String, Answer<List<SasRule.Right>>>> SAS_RULES =
            KEYS.optional("sasRules", SasRuleSection.RULES);
    private static final Key<Map<String, Answer<Compatibility>>> SCHEMA_GROUPS =
            KEYS.optional("schemaGroups", SchemaGroupSection.GROUPS);
    private static final Key<Map<String, Answer<ApplicationGroupSection>>> APPLICATION_GROUPS =
            KEYS.optional("applicationGroups", ApplicationGroupSection.GROUPS);
    private static final Key<DiagnosticsSpec> DIAGNOSTICS = KEYS.optional("diagnostics", DiagnosticsSection.FORM);
    private static final Key<DisasterRecoverySpec> DISASTER_RECOVERY =
            KEYS.optional("disasterRecovery", DisasterRecoverySection.FORM);
    private static final Key<String> EXISTING = KEYS.optional("existing", ExistingSection.FORM);

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
        if (maximum.isAbsent() || fields.get(TIER).holds(Tier::isLarge)) {
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
        String secondary = DisasterRecoverySpec.derivedSecondaryName(
                fields.get(NAMESPACE_NAME).held().orElse(derived));
        boolean pairedWithoutName = fields.get(DISASTER_RECOVERY)
                .holds(recovery -> recovery.kind() == DisasterRecoverySpec.Kind.METADATA
                        && recovery.secondaryNamespaceName().isEmpty());
        if (pairedWithoutName && secondary.length() > LONGEST_AZURE_NAME && derived.length() <= LONGEST_AZURE_NAME) {
            fields.report(
                    DISASTER_RECOVERY,
                    "no secondaryNamespaceName, and the derived " + secondary + " has " + secondary.length()
                            + " characters, give a name of 6 to " + LONGEST_AZURE_NAME);
        }
    }

    Answer<Map<String, Answer<HubSection>>> hubs() {
        return fields.get(HUBS).orGiven(Map.of());
    }

    EffectiveLoad load(EffectiveLoad ofStack) {
        return ofStack.within(fields.get(LOAD));
    }

    /** What its settings say about each other, about the tier and about the region. */
    void checkCrossings(String name, Answer<String> location, Answer<String> secondaryLocation) {
        if (fields.get(TIER).held().isEmpty()) {
            return;
        }
        var second = secondaryLocation.held();
        List<HubSpec> hubs = new ArrayList<>();
        hubs().held()
                .ifPresent(all ->
                        all.forEach((hub, answer) -> answer.held().ifPresent(section -> hubs.add(section.draft(hub)))));
        Crossing.in(spec(name, Optional.empty(), hubs, second), location.held().orElse(""))
                .forEach(fields::report);
    }

    NamespaceSpec spec(String name, EffectiveLoad ofStack, Optional<String> secondaryLocation) {
        return spec(name, load(ofStack).profile(), hubSpecs(load(ofStack)), secondaryLocation);
    }

    private NamespaceSpec spec(
            String name, Optional<LoadProfile> load, List<HubSpec> hubs, Optional<String> secondaryLocation) {
        return new NamespaceSpec(
                name,
                fields.get(NAMESPACE_NAME).held(),
                load,
                fields.get(TIER).value(),
                Optionals.ofInt(fields.get(THROUGHPUT_UNITS)),
                fields.get(AUTO_INFLATE).held(),
                Optionals.ofInt(fields.get(MAXIMUM_THROUGHPUT_UNITS)),
                fields.get(INFLATE_REACTION).held(),
                fields.get(RESET_INFLATED_CAPACITY).holds(resets -> resets),
                hubs,
                options(secondaryLocation),
                fields.get(CAPTURE_STORAGE).held().map(CaptureStorageSection::spec));
    }

    private NamespaceOptions options(Optional<String> secondaryLocation) {
        return NamespaceOptions.builder()
                .processingUnits(Optionals.ofInt(fields.get(PROCESSING_UNITS)))
                .ingressMegabytesPerSecondPerUnit(Optionals.ofDouble(fields.get(INGRESS)))
                .cluster(fields.get(CLUSTER).held())
                .zoneRedundant(fields.get(ZONE_REDUNDANT).held())
                .kafka(fields.get(KAFKA).held().orElse(true))
                .localAuth(fields.get(LOCAL_AUTH).holds(on -> on))
                .network(fields.get(NETWORK).held())
                .encryption(fields.get(ENCRYPTION).held())
                .sasRules(SasRuleSection.rules(fields.get(SAS_RULES)))
                .schemaGroups(SchemaGroupSection.groups(fields.get(SCHEMA_GROUPS)))
                .applicationGroups(ApplicationGroupSection.groups(fields.get(APPLICATION_GROUPS)))
                .diagnostics(fields.get(DIAGNOSTICS).held())
                .disasterRecovery(
                        fields.get(DISASTER_RECOVERY).held().map(recovery -> recovery.orIn(secondaryLocation)))
                .existingGroup(fields.get(EXISTING).held())
                .build();
    }

    private List<HubSpec> hubSpecs(EffectiveLoad load) {
        return hubs().value().entrySet().stream()
                .map(hub -> hub.getValue().value().spec(hub.getKey(), load))
                .toList();
    }
}
