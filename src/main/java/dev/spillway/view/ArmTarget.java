package dev.spillway.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A resource that others name by id, with those that it lies in, so that an id of any of them covers it.
 *
 * @param chain the resource, and those of the stack that it lies in
 * @param levels types and names, as an id of it would hold them
 */
public record ArmTarget(List<ResourceView> chain, List<Level> levels, Fact<String> resourceGroup) {
    /** One step of the way to it. */
    public record Level(String type, Fact<String> name) {
        private Fact<Boolean> is(ArmId.Part part) {
            return name.isAbsent()
                    ? Fact.unknown(name.path(), "not given")
                    : name.map(own -> own.equalsIgnoreCase(part.name()));
        }
    }

    public ArmTarget {
        chain = List.copyOf(chain);
        levels = List.copyOf(levels);
    }

    static ArmTarget of(ResourceView resource, String type, Fact<String> name) {
        return new ArmTarget(List.of(resource), List.of(new Level(type, name)), resource.text("resourceGroupName"));
    }

    ArmTarget with(ResourceView inner) {
        List<ResourceView> longer = new ArrayList<>(chain);
        longer.add(inner);
        return new ArmTarget(longer, levels, resourceGroup);
    }

    ArmTarget with(String type, Fact<String> name) {
        List<Level> more = new ArrayList<>(levels);
        more.add(new Level(type, name));
        return new ArmTarget(chain, more, resourceGroup);
    }

    /**
     * Whether an id that another resource holds is that of the target or of something around it.
     *
     * @param property the top-level input of {@code from} that the id stands in
     */
    Fact<Boolean> isCoveredBy(Fact<String> id, ResourceView from, String property) {
        List<String> edges = from.edges(property);
        boolean isReached = chain.stream().anyMatch(one -> edges.contains(one.urn()));
        if (id.isUnknown()) {
            return edges.isEmpty() ? id.map(text -> false) : Fact.known(id.path(), isReached);
        }
        return id.then(text -> ArmId.parse(text)
                .map(parsed -> covers(parsed, id.path(), isReached))
                .orElseGet(() -> Fact.unknown(id.path(), "met \"" + text + "\" where an id belongs")));
    }

    private Fact<Boolean> covers(ArmId id, String path, boolean isReached) {
        if (id.parts().isEmpty() && !id.resourceGroup().isEmpty()) {
            return inGroup(id.resourceGroup(), path);
        }
        Fact<Boolean> answer = Fact.known(path, true);
        for (ArmId.Part part : id.parts()) {
            answer = Facts.all(answer, level(part, path));
        }
        return answer.isUnknown() && isReached ? Fact.known(path, true) : answer;
    }

    private Fact<Boolean> level(ArmId.Part part, String path) {
        return levels.stream()
                .filter(level -> level.type().equalsIgnoreCase(part.type()))
                .findFirst()
                .map(level -> level.is(part))
                .orElseGet(() -> Fact.known(path, false));
    }

    private Fact<Boolean> inGroup(String group, String path) {
        return resourceGroup.isKnown()
                ? Fact.known(path, resourceGroup.value().equalsIgnoreCase(group))
                : Fact.unknown(path, "the resource group of " + chain.get(0).name() + " is not known");
    }
}
