package dev.spillway.view;

import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a stack has in more than one region: pairs of namespaces, replicas, twins. */
public final class RegionTopology {
    private static final String PARTNER = "partnerNamespace";

    /** Names of the hubs by the URN of their namespace. */
    private final Map<String, Set<String>> hubNames;

    /** Every namespace. */
    private final RegionIndex<NamespaceView> places = new RegionIndex<>(NamespaceView::location);

    /** Those that a producer of the stack sends to, by the names of their hubs. */
    private final RegionIndex<NamespaceView> sentTo = new RegionIndex<>(NamespaceView::location);

    /** Hubs and producers of which nobody knows yet where they belong. */
    private final List<Gap> strays;

    private final List<PairView> pairs;
    private final KeyIndex<PairView> pairsByPrimary;
    private final KeyIndex<PairView> pairsByPartner;
    private final Join<Group> groups;

    RegionTopology(
            ResourceGraph graph, List<NamespaceView> namespaces, List<HubView> hubs, List<WorkloadView> workloads) {
        List<WorkloadView> producers = workloads.stream()
                .filter(workload -> workload.is(Role.PRODUCER))
                .toList();
        this.hubNames = hubNames(hubs);
        Set<String> used = producers.stream()
                .map(producer -> producer.namespace().whenKnown())
                .flatMap(Optional::stream)
                .map(NamespaceView::urn)
                .collect(Collectors.toSet());
        namespaces.forEach(namespace -> places.file(namespace, Set.of()));
        namespaces.stream()
                .filter(namespace -> used.contains(namespace.urn()))
                .forEach(namespace -> sentTo.file(namespace, namesIn(namespace)));
        this.strays = Stream.concat(
                        hubs.stream().flatMap(hub -> unknown(hub, hub.namespace(), hub.azureName())),
                        producers.stream().flatMap(producer -> unknown(producer, producer.namespace())))
                .toList();
        var byName = new Join<>(namespaces, NamespaceView::azureName);
        this.pairs = graph.of(ResourceKind.DISASTER_RECOVERY)
                .map(pair -> new PairView(
                        pair,
                        byName.find(pair.text("namespaceName"), pair, "namespaceName"),
                        byName.find(ArmId.nameIn(pair.text(PARTNER), "namespaces"), pair, PARTNER)))
                .toList();
        this.pairsByPrimary = new KeyIndex<>(pairs, pair -> KeyIndex.Keys.in(pair.primary()));
        this.pairsByPartner = new KeyIndex<>(pairs, pair -> KeyIndex.Keys.in(pair.partner()));
        this.groups = new Join<>(
                graph.of(ResourceKind.RESOURCE_GROUP).map(Group::new).toList(),
                group -> group.resource().text("resourceGroupName"));
    }

    public List<PairView> pairs() {
        return pairs;
    }

    /** Whether a namespace is one side of a pair. */
    public Search paired(NamespaceView namespace) {
        KeyIndex.Keys side = KeyIndex.Keys.of(namespace.urn());
        return Search.among(pairsByPrimary.sharing(side), pair -> side(pair.primary(), namespace))
                .or(Search.among(pairsByPartner.sharing(side), pair -> side(pair.partner(), namespace)));
    }

    /** Whether another namespace elsewhere has hubs of the same names that a workload of the stack sends to. */
    public Search twin(NamespaceView namespace) {
        Set<String> own = namesIn(namespace);
        Search known = own.isEmpty() ? Search.MISSING : sentTo.withAll(namespace, own);
        boolean mayHaveOne =
                !strays.isEmpty() && !places.withAll(namespace, Set.of()).isMissing();
        return mayHaveOne ? known.or(Search.unknown(strays)) : known;
    }

    private Set<String> namesIn(NamespaceView namespace) {
        return hubNames.getOrDefault(namespace.urn(), Set.of());
    }

    private static Stream<Gap> unknown(Subject subject, Fact<?>... facts) {
        return Stream.of(facts).filter(Fact::isUnknown).flatMap(fact -> Gap.in(subject, fact).stream());
    }

    /** Whether two places are different regions. */
    public static Fact<Boolean> areApart(Fact<String> one, Fact<String> other) {
        return Fact.both(region(one), region(other), (a, b) -> !a.equals(b));
    }

    /** A place by its programmatic name, whichever way it is written. */
    public static Fact<String> region(Fact<String> location) {
        return location.map(place -> Regions.find(place)
                .map(Region::name)
                .orElseGet(() -> place.replace(" ", "").toLowerCase(Locale.ROOT)));
    }

    /** Whether a tag of the resource, or of its resource group in the stack, says that it must not fail. */
    public Fact<Boolean> isCritical(ResourceView resource) {
        Fact<Boolean> own = tagged(resource);
        if (own.isUnknown() || own.value()) {
            return own;
        }
        Fact<Group> group = groups.find(resource.text("resourceGroupName"), resource, "resourceGroupName");
        return group.whenKnown().map(found -> tagged(found.resource())).orElse(own);
    }

    private static Fact<Boolean> tagged(ResourceView resource) {
        Fact<Boolean> critical = tag(resource, "spillway-critical", "true");
        Fact<Boolean> profile = tag(resource, "spillway-profile", "mission-critical");
        return critical.isUnknown() || critical.value() ? critical : profile;
    }

    private static Fact<Boolean> tag(ResourceView resource, String key, String value) {
        return resource.text(InputPath.child("tags", key)).map(value::equals).orDefault(false);
    }

    private static Fact<Boolean> side(Fact<NamespaceView> side, NamespaceView namespace) {
        return side.map(found -> found.urn().equals(namespace.urn())).orDefault(false);
    }

    private static Map<String, Set<String>> hubNames(List<HubView> hubs) {
        Map<String, Set<String>> names = new HashMap<>();
        for (HubView hub : hubs) {
            Optional<NamespaceView> namespace = hub.namespace().whenKnown();
            Optional<String> name = hub.azureName().whenKnown();
            if (namespace.isPresent() && name.isPresent()) {
                names.computeIfAbsent(namespace.get().urn(), urn -> new HashSet<>())
                        .add(name.get());
            }
        }
        return names;
    }

    /** A resource group. */
    private record Group(ResourceView resource) implements Subject {}
}
