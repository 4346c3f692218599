package dev.spillway.config;

import dev.spillway.model.Crossing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the keys of one section held. */
final class Fields {
    private final Cell cell;
    private final Map<String, Answer<?>> answers;
    private final Map<String, Place> places;
    private final boolean empty;

    Fields(Cell cell, Map<String, Answer<?>> answers, Map<String, Place> places, boolean empty) {
        this.cell = cell;
        this.answers = Map.copyOf(answers);
        this.places = Map.copyOf(places);
        this.empty = empty;
    }

    @SuppressWarnings("unchecked") // an answer is stored under the name of the key whose form gave it
    <T> Answer<T> get(Key<T> key) {
        return (Answer<T>) answers.getOrDefault(key.name(), Answer.absent());
    }

    /** Whether none of the section's own keys was given. */
    boolean isEmpty() {
        return empty;
    }

    /** Reports what is wrong with a key as its section reads it, at its value or, without one, at the section. */
    void report(Key<?> key, String message) {
        var place = places.getOrDefault(key.name(), cell.value().place());
        cell.log().add(place, Paths.under(cell.path(), key.name()), message);
    }

    /** Reports what is wrong with something below the section; while a reason of it is unreadable, it says nothing. */
    void report(Crossing wrong) {
        boolean unread = Stream.concat(wrong.because().stream(), Stream.of(wrong.path()))
                .anyMatch(path -> cell.log().has(Paths.join(cell.path(), path))
                        || cell.log().has(path));
        if (!unread) {
            var place = Places.of(cell.value(), wrong.path());
            cell.log().add(place, Paths.join(cell.path(), wrong.path()), wrong.message());
        }
    }

    /** Reports at the first of these keys that is given. */
    void reportAtGiven(List<Key<?>> keys, String message) {
        var given = keys.stream().filter(key -> places.containsKey(key.name())).findFirst();
        report(given.orElse(keys.get(0)), message);
    }
}
