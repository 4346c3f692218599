package dev.spillway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two resources of Event Grid in two regions that were made from one description, and what was made with them.
 *
 * @param resource the one in the primary region
 * @param secondary the one in the other region; unknown where the tags of one of the two are, absent where there is none
 * @param parts URNs of the primary's resource and of everything beside it, to the URN of its counterpart; empty where there is
 *     none
 * @param surplus URNs of the secondary's that have no counterpart
 */
public record TwinView(
        ResourceView resource, Fact<ResourceView> secondary, Map<String, Optional<String>> parts, List<String> surplus)
        implements Subject {
    private static final String PAIR = "tags.spillway-pair";
    private static final String ROLE = "tags.spillway-pair-role";

    public TwinView {
        parts = new TreeMap<>(parts);
        surplus = List.copyOf(surplus);
    }

    static List<TwinView> in(ResourceGraph graph) {
        Map<String, List<ResourceView>> siblings = graph.resources().stream()
                .filter(resource -> !resource.parent().isEmpty())
                .collect(Collectors.groupingBy(ResourceView::parent));
        Map<String, ResourceView> secondaries = new HashMap<>();
        List<ResourceView> unclear = new ArrayList<>();
        List<ResourceView> primaries = new ArrayList<>();
        for (ResourceView resource : graph.resources()) {
            if (!resource.type().contains(":eventgrid")) {
                continue;
            }
            Fact<String> role = resource.text(ROLE);
            if (role.isUnknown() || resource.text(PAIR).isUnknown()) {
                unclear.add(resource);
            } else if (role.isKnown()) {
                if (role.value().equals("secondary")) {
                    secondaries.put(key(resource), resource);
                } else {
                    primaries.add(resource);
                }
            }
        }
        List<TwinView> twins = new ArrayList<>(primaries.stream()
                .map(primary -> of(siblings, primary, secondaries, unclear))
                .toList());
        unclear.forEach(one -> twins.add(new TwinView(
                one, Fact.unknown(PAIR, "the tags of " + one.name() + " are not known"), Map.of(), List.of())));
        twins.sort(Comparator.comparing(TwinView::urn));
        return twins;
    }

    private static TwinView of(
            Map<String, List<ResourceView>> siblings,
            ResourceView primary,
            Map<String, ResourceView> secondaries,
            List<ResourceView> unclear) {
        ResourceView secondary = secondaries.get(key(primary));
        if (secondary != null) {
            return twin(siblings, primary, secondary);
        }
        Fact<ResourceView> missing = unclear.isEmpty()
                ? Fact.absent(PAIR)
                : Fact.unknown(PAIR, "the tags of " + unclear.get(0).name() + " are not known");
        return new TwinView(primary, missing, Map.of(), List.of());
    }

    private static TwinView twin(
            Map<String, List<ResourceView>> siblings, ResourceView primary, ResourceView secondary) {
        Map<String, String> others = new TreeMap<>();
        UnaryOperator<String> neutral = neutral(primary, secondary);
        beside(siblings, secondary).forEach(part -> others.put(neutral.apply(part.urn()), part.urn()));
        Map<String, Optional<String>> parts = new TreeMap<>();
        beside(siblings, primary)
                .forEach(part -> parts.put(part.urn(), Optional.ofNullable(others.remove(neutral.apply(part.urn())))));
        return new TwinView(primary, Fact.known(PAIR, secondary), parts, List.copyOf(others.values()));
    }

    /** Everything that one component declared; a resource of no component stands alone. */
    private static List<ResourceView> beside(Map<String, List<ResourceView>> siblings, ResourceView of) {
        return of.parent().isEmpty() ? List.of(of) : siblings.getOrDefault(of.parent(), List.of(of));
    }

    private static UnaryOperator<String> neutral(ResourceView primary, ResourceView secondary) {
        return urn -> urn.replaceFirst("::" + Pattern.quote(primary.name()) + "(?=-|$)", "::*")
                .replaceFirst("::" + Pattern.quote(secondary.name()) + "(?=-|$)", "::*");
    }

    private static String key(ResourceView resource) {
        return resource.type() + " " + resource.text(PAIR).whenKnown().orElse("");
    }
}
