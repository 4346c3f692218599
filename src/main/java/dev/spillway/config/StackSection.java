package dev.spillway.config;

import dev.spillway.facts.Regions;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys at the top of a {@code stack.yaml}. */
final class StackSection {
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_TAGS = 50;

    static final Keys KEYS = new Keys("");

    @SuppressWarnings("unused") // one version exists, so that its value decides nothing yet
    private static final Key<String> API_VERSION =
            KEYS.required("apiVersion", ChoiceForm.ofText("a version of this file", "spillway.dev/v1"));

    private static final Key<String> NAME = KEYS.required("name", TextForm.of(Names.STACK));
    private static final Key<SizingProfile> PROFILE =
            KEYS.optional("profile", ChoiceForm.of("a profile", SizingProfile::key, List.of(SizingProfile.values())));
    private static final Key<String> LOCATION = KEYS.required("location", TextForm.of(Names.LOCATION));
    private static final Key<String> SECONDARY_LOCATION =
            KEYS.optional("secondaryLocation", TextForm.of(Names.LOCATION));
    private static final Key<String> RESOURCE_GROUP = KEYS.optional("resourceGroup", TextForm.of(Names.RESOURCE_GROUP));
    private static final Key<Map<String, Answer<String>>> TAGS = KEYS.optional(
            "tags", new NamedForm<>("a mapping of tags", Names.TAG, MOST_TAGS, TextForm.of(Names.TAG_VALUE)));
    private static final Key<Fields> LOAD = KEYS.optional("load", LoadSection.FORM);
    private static final Key<RecoverySection> RECOVERY = KEYS.optional("recovery", RecoverySection.FORM);
    private static final Key<Map<String, Answer<NamespaceSection>>> EVENT_HUBS = KEYS.optional(
            "eventHubs",
            new NamedForm<>("a mapping of namespaces", Names.NAMESPACE, MOST_ENTRIES, NamespaceSection.FORM));
    private static final Key<Map<String, Answer<WorkloadSection>>> WORKLOADS = KEYS.optional(
            "workloads", new NamedForm<>("a mapping of workloads", Names.WORKLOAD, MOST_ENTRIES, WorkloadSection.FORM));
    private static final Key<EventGridSection> EVENT_GRID = KEYS.optional("eventGrid", EventGridSection.FORM);
    private static final Key<KubernetesSection> CLUSTER = KEYS.optional("cluster", KubernetesSection.FORM);
    private static final Key<MonitoringSection> MONITORING = KEYS.optional("monitoring", MonitoringSection.FORM);
    private static final Key<RulesSection> RULES = KEYS.optional("rules", RulesSection.FORM);
    private static final Key<List<Object>> EXCEPTIONS = KEYS.optional("exceptions", RulesSection.EXCEPTIONS);

    static final Form<StackSection> FORM = KEYS.as("a stack", StackSection::new);

    private final Fields fields;
    private final EffectiveLoad load;
    private final HubDirectory hubs;

    private StackSection(Fields fields) {
        this.fields = fields;
        this.load = EffectiveLoad.NONE.within(fields.get(LOAD));
        this.hubs = new HubDirectory(namespaces(), load);
        checkAcross();
    }

    /** What sections say about each other, which none of them can see alone. */
    private void checkAcross() {
        load.check();
        namespaces()
                .held()
                .ifPresent(all -> all.values()
                        .forEach(answer -> answer.held()
                                .ifPresent(namespace -> namespace.load(load).check())));
        hubs.checkLoads();
        checkDerivedNames();
        checkCapture();
        namespaces()
                .held()
                .ifPresent(all -> all.forEach((name, answer) -> answer.held()
                        .ifPresent(namespace ->
                                namespace.checkCrossings(name, fields.get(LOCATION), fields.get(SECONDARY_LOCATION)))));
        checkSecondaryLocation();
        fields.get(EVENT_GRID).held().ifPresent(grid -> {
            grid.check(fields.get(NAME), fields.get(LOCATION), fields.get(SECONDARY_LOCATION));
            workloads()
                    .held()
                    .ifPresent(all -> grid.checkPublishers(
                            new Publishers(all, !fields.get(CLUSTER).isAbsent())));
        });
        workloads()
                .held()
                .ifPresent(all -> all.values()
                        .forEach(answer -> answer.held().ifPresent(workload -> {
                            workload.checkReferences(hubs);
                            workload.load(hubs).check();
                        })));
    }

    private void checkSecondaryLocation() {
        if (fields.get(SECONDARY_LOCATION).holds(second -> fields.get(LOCATION).holds(second::equals))) {
            fields.report(SECONDARY_LOCATION, "the same as location, give another region");
        }
    }

    private void checkCapture() {
        var region = fields.get(LOCATION).held().flatMap(Regions::find);
        boolean isCritical = fields.get(PROFILE).holds(SizingProfile.MISSION_CRITICAL::equals);
        namespaces()
                .held()
                .ifPresent(all -> all.values()
                        .forEach(answer -> answer.held().ifPresent(namespace -> {
                            region.ifPresent(namespace::checkRegion);
                            if (isCritical) {
                                namespace.needCaptureOrAReason();
                            }
                        })));
    }

    private void checkDerivedNames() {
        fields.get(NAME)
                .held()
                .ifPresent(stack -> namespaces()
                        .held()
                        .ifPresent(all -> all.forEach((name, answer) ->
                                answer.held().ifPresent(namespace -> namespace.checkDerivedName(stack, name)))));
    }

    private Answer<Map<String, Answer<NamespaceSection>>> namespaces() {
        return fields.get(EVENT_HUBS).orGiven(Map.of());
    }

    private Answer<Map<String, Answer<WorkloadSection>>> workloads() {
        return fields.get(WORKLOADS).orGiven(Map.of());
    }

    /** The stack; asked for only when the file has no problem. */
    StackSpec spec() {
        var name = fields.get(NAME).value();
        var profile = fields.get(PROFILE).orGiven(SizingProfile.STANDARD).value();
        return new StackSpec(
                name,
                profile,
                fields.get(LOCATION).value(),
                fields.get(RESOURCE_GROUP).held().orElse("rg-" + name),
                tags(),
                load.profile(),
                RecoverySection.target(fields.get(RECOVERY), profile),
                namespaceSpecs(),
                workloadSpecs(),
                RulesSection.spec(fields.get(RULES), fields.get(EXCEPTIONS)),
                fields.get(MONITORING).held().map(MonitoringSection::spec),
                fields.get(CLUSTER).held().map(KubernetesSection::spec),
                fields.get(SECONDARY_LOCATION).held(),
                EventGridSection.spec(fields.get(EVENT_GRID)));
    }

    private Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        fields.get(TAGS).orGiven(Map.of()).value().forEach((name, value) -> tags.put(name, value.value()));
        return tags;
    }

    private List<NamespaceSpec> namespaceSpecs() {
        return namespaces().value().entrySet().stream()
                .map(namespace -> namespace
                        .getValue()
                        .value()
                        .spec(
                                namespace.getKey(),
                                load,
                                fields.get(SECONDARY_LOCATION).held()))
                .toList();
    }

    private List<WorkloadSpec> workloadSpecs() {
        return workloads().value().entrySet().stream()
                .map(workload -> workload.getValue().value().spec(workload.getKey(), hubs))
                .toList();
    }
}
