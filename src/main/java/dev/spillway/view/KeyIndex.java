package dev.spillway.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One side of a join: what is filed under keys is found by those of the other side, so that nobody has to look at all of it. What
 * is left out certainly does not fit; what is found may.
 */
final class KeyIndex<T> {
    private final List<T> all;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<Integer> open = new ArrayList<>();

    /**
     * Names under which something is filed or sought.
     *
     * @param isOpen whether it may fit whatever the other side's keys are
     */
    record Keys(List<String> names, boolean isOpen) {
        static final Keys OPEN = new Keys(List.of(), true);

        Keys {
            names = List.copyOf(names);
        }

        static Keys of(String... names) {
            return new Keys(List.of(names), false);
        }

        /** Of what is in a place that may be known, not known yet, or nowhere in the stack. */
        static Keys in(Fact<? extends Subject> place) {
            return place.isUnknown()
                    ? OPEN
                    : place.whenKnown().map(known -> of(known.urn())).orElseGet(Keys::of);
        }

        Keys and(Keys other) {
            List<String> both = new ArrayList<>(names);
            both.addAll(other.names);
            return new Keys(both, isOpen || other.isOpen);
        }
    }

    KeyIndex(List<T> all, Function<T, Keys> keysOf) {
        this.all = List.copyOf(all);
        for (int at = 0; at < all.size(); at++) {
            Keys keys = keysOf.apply(all.get(at));
            if (keys.isOpen()) {
                open.add(at);
                continue;
            }
            for (String name : keys.names()) {
                file(name, at);
            }
        }
    }

    /** Those that may fit, in their order. */
    List<T> sharing(Keys wanted) {
        if (wanted.isOpen()) {
            return all;
        }
        if (open.isEmpty() && wanted.names().size() == 1) {
            return places.getOrDefault(wanted.names().get(0), List.of()).stream()
                    .map(all::get)
                    .toList();
        }
        Set<Integer> found = new TreeSet<>(open);
        wanted.names().forEach(name -> found.addAll(places.getOrDefault(name, List.of())));
        return found.stream().map(all::get).toList();
    }

    private void file(String name, int at) {
        List<Integer> filed = places.computeIfAbsent(name, key -> new ArrayList<>(1));
        if (filed.isEmpty() || filed.get(filed.size() - 1) != at) {
            filed.add(at);
        }
    }

    /** How many are filed under a name. */
    int count(String name) {
        return places.getOrDefault(name, List.of()).size();
    }
}
