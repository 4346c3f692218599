package dev.spillway.config;

import dev.spillway.config.Value.Entry;
import dev.spillway.config.Value.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The keys of one section: declaring a key here is what makes it known. */
final class Keys {
    private final String section;
    private final Map<String, Key<?>> built = new LinkedHashMap<>();

    /** @param section its place on the contract's page, with {@code *} for a name that the user chooses */
    Keys(String section) {
        this.section = section;
    }

    <T> Key<T> required(String name, Form<T> form) {
        return declare(new Key<>(name, form, true));
    }

    <T> Key<T> optional(String name, Form<T> form) {
        return declare(new Key<>(name, form, false));
    }

    private <T> Key<T> declare(Key<T> key) {
        if (built.put(key.name(), key) != null || NotBuiltYet.keysOf(section).contains(key.name())) {
            throw new IllegalStateException(section + "." + key.name() + " is declared twice");
        }
        return key;
    }

    Collection<Key<?>> all() {
        return List.copyOf(built.values());
    }

    /** The section as a form; {@code read} checks what its keys say about each other. */
    <T> Form<T> as(String noun, Function<Fields, T> read) {
        return new Form<>(noun, "its keys indented below it") {
            @Override
            Answer<T> present(Cell cell) {
                return cell.value() instanceof Mapping mapping
                        ? cell.held(read.apply(fields(mapping, cell)))
                        : isNot(cell);
            }
        };
    }

    private Fields fields(Mapping mapping, Cell cell) {
        var answers = new HashMap<String, Answer<?>>();
        var places = new HashMap<String, Place>();
        var unknown = new ArrayList<Entry>();
        for (var entry : Duplicates.reported(mapping, cell)) {
            var name = entry.key().text();
            var key = built.get(name);
            if (key == null) {
                unknown.add(entry);
                continue;
            }
            answers.put(name, key.form().read(cell.under(name, entry.value())));
            places.put(name, entry.value().place());
        }
        unknown.forEach(entry -> refuse(entry, cell, answers));
        boolean empty = answers.isEmpty();
        for (var key : built.values()) {
            if (!mapping.whole()) {
                answers.putIfAbsent(key.name(), Answer.wrong());
            }
            if (key.required() && !answers.containsKey(key.name())) {
                cell.under(key.name(), mapping)
                        .wrong("missing, give " + key.form().right());
                answers.put(key.name(), Answer.wrong());
            }
        }
        return new Fields(cell, answers, places, empty);
    }

    /** Reports a key that is not built or not known; what it was meant to be is not missed a second time. */
    private void refuse(Entry entry, Cell cell, Map<String, Answer<?>> answers) {
        var name = entry.key().text();
        var path = Paths.under(cell.path(), name);
        if (NotBuiltYet.keysOf(section).contains(name)) {
            cell.log().add(entry.key().place(), path, "not built yet, leave it out");
            return;
        }
        var known = Stream.concat(built.keySet().stream(), NotBuiltYet.keysOf(section).stream())
                .toList();
        var meant = NearestKey.to(name, known);
        meant.ifPresent(key -> answers.putIfAbsent(key, Answer.wrong()));
        var right = meant.map(key -> "did you mean " + key)
                .orElseGet(() -> "give " + Listing.or(List.copyOf(built.keySet())));
        cell.log().add(entry.key().place(), path, "unknown key, " + right);
    }
}
