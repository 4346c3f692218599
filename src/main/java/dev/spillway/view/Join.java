package dev.spillway.view;

import java.util.List;
import java.util.function.Function;

/**
 * Finds the resource that another one means: by its name where both names are known, and by the engine's dependency edges
 * where one is not.
 */
final class Join<T extends Subject> {
    private final List<T> candidates;
    private final Function<T, Fact<String>> nameOf;

    Join(List<T> candidates, Function<T, Fact<String>> nameOf) {
        this.candidates = List.copyOf(candidates);
        this.nameOf = nameOf;
    }

    /**
     * The resource that is meant; absent where none is meant or it is not in the stack.
     *
     * @param property the top-level input of {@code from} that the name stands in
     */
    Fact<T> find(Fact<String> wanted, ResourceView from, String property) {
        if (wanted.isAbsent()) {
            return Fact.absent(wanted.path());
        }
        List<T> named = wanted.whenKnown().map(this::named).orElse(List.of());
        List<T> possible = named.isEmpty() ? nameless(wanted) : named;
        List<T> meant = possible.size() == 1 && !named.isEmpty() ? possible : reachedFrom(from, property, possible);
        if (meant.size() == 1) {
            return Fact.known(wanted.path(), meant.get(0));
        }
        return possible.isEmpty() && wanted.isKnown()
                ? Fact.absent(wanted.path())
                : Fact.unknown(wanted.path(), whyUnclear(wanted, possible.size()));
    }

    private List<T> named(String name) {
        return candidates.stream()
                .filter(candidate ->
                        nameOf.apply(candidate).whenKnown().filter(name::equals).isPresent())
                .toList();
    }

    /** Those that may be meant although no name says so. */
    private List<T> nameless(Fact<String> wanted) {
        return candidates.stream()
                .filter(candidate ->
                        !wanted.isKnown() || !nameOf.apply(candidate).isKnown())
                .toList();
    }

    private static <T extends Subject> List<T> reachedFrom(ResourceView from, String property, List<T> possible) {
        List<String> edges = from.propertyDependencies().getOrDefault(property, from.dependencies());
        return possible.stream()
                .filter(candidate -> edges.contains(candidate.urn()))
                .toList();
    }

    private static String whyUnclear(Fact<String> wanted, int possible) {
        return wanted instanceof Fact.Unknown<String> unknown
                ? unknown.why()
                : "met \"" + wanted.value() + "\", which may be any of " + possible + " resources";
    }
}
