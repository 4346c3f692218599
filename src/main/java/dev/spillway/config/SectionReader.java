package dev.spillway.config;

import dev.spillway.config.Value.Entry;
import dev.spillway.config.Value.Mapping;
import java.util.HashMap;
import java.util.Map;

/** Reads the entries of one section by the keys it declares, and reports those it does not and those it lacks. */
final class SectionReader {
    private final Keys keys;
    private final Mapping mapping;
    private final Cell cell;
    private final Map<String, Answer<?>> answers = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    private SectionReader(Keys keys, Mapping mapping, Cell cell) {
        this.keys = keys;
        this.mapping = mapping;
        this.cell = cell;
    }

    static Fields fields(Keys keys, Mapping mapping, Cell cell) {
        return new SectionReader(keys, mapping, cell).fields();
    }

    private Fields fields() {
        var entries = Duplicates.reported(mapping, cell);
        entries.forEach(entry -> keys.named(entry.key().text()).ifPresent(key -> read(key, entry)));
        entries.stream()
                .filter(entry -> keys.named(entry.key().text()).isEmpty())
                .forEach(this::refuse);
        boolean empty = answers.isEmpty();
        keys.all().stream().filter(key -> !answers.containsKey(key.name())).forEach(this::leaveOut);
        return new Fields(cell, answers, places, empty);
    }

    private void read(Key<?> key, Entry entry) {
        answers.put(key.name(), key.form().read(cell.under(key.name(), entry.value())));
        places.put(key.name(), entry.value().place());
    }

    private void refuse(Entry entry) {
        var name = entry.key().text();
        cell.log().add(entry.key().place(), Paths.under(cell.path(), name), unknown(name));
    }

    /** What a misspelt key was meant to be counts as given, so that nobody misses it as well. */
    private String unknown(String name) {
        var built = keys.all().stream().map(Key::name).toList();
        var meant = NearestKey.to(name, built);
        meant.ifPresent(key -> answers.putIfAbsent(key, Answer.wrong()));
        return "unknown key, " + meant.map(key -> "did you mean " + key).orElseGet(() -> "give " + Listing.or(built));
    }

    private void leaveOut(Key<?> key) {
        if (!mapping.whole()) {
            answers.put(key.name(), Answer.wrong());
            return;
        }
        if (key.required()) {
            answers.put(
                    key.name(),
                    cell.under(key.name(), mapping)
                            .wrong("missing, give " + key.form().right()));
        }
    }
}
