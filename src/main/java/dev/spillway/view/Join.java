package dev.spillway.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the resource that another one means: by its name where both names are known, and by the engine's dependency edges
 * where one is not.
 */
final class Join<T extends Subject> {
    private final List<T> candidates;
    private final List<T> nameless;
    private final Set<String> namelessUrns;
    private final Map<String, T> byUrn;
    private final Map<String, List<T>> named;

    Join(List<T> candidates, Function<T, Fact<String>> nameOf) {
        this.candidates = List.copyOf(candidates);
        this.byUrn = candidates.stream().collect(Collectors.toUnmodifiableMap(Subject::urn, Function.identity()));
        this.nameless = candidates.stream()
                .filter(candidate -> !nameOf.apply(candidate).isKnown())
                .toList();
        this.namelessUrns = nameless.stream().map(Subject::urn).collect(Collectors.toUnmodifiableSet());
        this.named = candidates.stream()
                .filter(candidate -> nameOf.apply(candidate).isKnown())
                .collect(Collectors.groupingBy(
                        candidate -> nameOf.apply(candidate).value()));
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
        List<T> withName = wanted.whenKnown()
                .map(name -> named.getOrDefault(name, List.of()))
                .orElse(List.of());
        List<T> possible = withName.isEmpty() ? possible(wanted) : withName;
        List<T> meant = withName.size() == 1 ? withName : reachedFrom(from, property, wanted, withName);
        if (meant.size() == 1) {
            return Fact.known(wanted.path(), meant.get(0));
        }
        return possible.isEmpty() && wanted.isKnown()
                ? Fact.absent(wanted.path())
                : Fact.unknown(wanted.path(), whyUnclear(wanted, possible.size()));
    }

    /** Those that may be meant although no name says so. */
    private List<T> possible(Fact<String> wanted) {
        return wanted.isKnown() ? nameless : candidates;
    }

    /** No list of those that may be meant is searched: there may be as many of them as there are resources. */
    private List<T> reachedFrom(ResourceView from, String property, Fact<String> wanted, List<T> withName) {
        Set<String> urns = wanted.isKnown()
                ? withName.isEmpty()
                        ? namelessUrns
                        : withName.stream().map(Subject::urn).collect(Collectors.toUnmodifiableSet())
                : byUrn.keySet();
        return from.edges(property).stream()
                .filter(urns::contains)
                .map(byUrn::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String whyUnclear(Fact<String> wanted, int possible) {
        return wanted instanceof Fact.Unknown<String> unknown
                ? unknown.why()
                : "met \"" + wanted.value() + "\", which may be any of " + possible + " resources";
    }
}
