package dev.spillway.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** In which regions things of the same names lie, so that one in another region is found without asking each of them. */
final class RegionIndex<T extends Subject> {
    private static final String NOT_KNOWN = "";

    private final Function<T, Fact<String>> placeOf;
    private final Map<Kin, List<T>> members = new LinkedHashMap<>();
    private final Map<String, List<Kin>> byName = new HashMap<>();

    /** Those in one region that have the same names; the region is empty where it is not known. */
    private record Kin(Set<String> names, String region) {}

    RegionIndex(Function<T, Fact<String>> placeOf) {
        this.placeOf = placeOf;
    }

    void file(T member, Set<String> names) {
        members.computeIfAbsent(new Kin(Set.copyOf(names), region(member)), this::known)
                .add(member);
    }

    /** Files something under each name apart, for those that ask for any of them. */
    void fileEach(T member, Set<String> names) {
        names.forEach(name -> file(member, Set.of(name)));
    }

    /** Whether another one elsewhere has all of these names. */
    Search withAll(T one, Set<String> names) {
        Collection<Kin> kin = names.stream()
                .map(name -> byName.getOrDefault(name, List.of()))
                .min(Comparator.comparingInt(List::size))
                .<Collection<Kin>>map(rarest -> rarest)
                .orElse(members.keySet());
        return elsewhere(one, kin.stream().filter(other -> other.names().containsAll(names)));
    }

    /** Whether another one elsewhere was filed under one of these names. */
    Search withAny(T one, Set<String> names) {
        return elsewhere(one, names.stream().flatMap(name -> byName.getOrDefault(name, List.of()).stream()));
    }

    private Search elsewhere(T one, Stream<Kin> candidates) {
        String here = region(one);
        List<Gap> gaps = new ArrayList<>();
        for (Kin kin : candidates.toList()) {
            boolean isClear = !here.equals(NOT_KNOWN) && !kin.region().equals(NOT_KNOWN);
            if (isClear && !kin.region().equals(here)) {
                return Search.FOUND;
            }
            if (!isClear) {
                gaps.addAll(unclear(one, here, members.getOrDefault(kin, List.of())));
            }
        }
        return Search.unknown(gaps.stream().distinct().toList());
    }

    /** What has to be known: where it lies itself, or where the others do. */
    private List<Gap> unclear(T one, String here, List<T> others) {
        Stream<T> lost = here.equals(NOT_KNOWN)
                ? others.stream()
                        .filter(other -> !other.urn().equals(one.urn()))
                        .limit(1)
                        .map(other -> one)
                : others.stream();
        return lost.flatMap(each -> Gap.in(each, placeOf.apply(each)).stream()).toList();
    }

    private List<T> known(Kin kin) {
        kin.names()
                .forEach(name ->
                        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(kin));
        return new ArrayList<>();
    }

    private String region(T member) {
        return RegionTopology.region(placeOf.apply(member)).whenKnown().orElse(NOT_KNOWN);
    }
}
