package dev.spillway.config;

import dev.spillway.config.Value.Entry;
import dev.spillway.config.Value.Mapping;
import java.util.Collection;
import java.util.LinkedHashMap;

/** Finds keys that are given twice, where YAML would quietly let one of them win. */
final class Duplicates {
    private Duplicates() {}

    /** The entries by their first mention; each further one is reported. */
    static Collection<Entry> reported(Mapping mapping, Cell cell) {
        var first = new LinkedHashMap<String, Entry>();
        for (var entry : mapping.entries()) {
            var earlier = first.putIfAbsent(entry.key().text(), entry);
            if (earlier != null) {
                var path = Paths.under(cell.path(), entry.key().text());
                var place = entry.key().place();
                cell.log().add(place, path, "given before at " + earlier.key().place() + ", keep one");
            }
        }
        return first.values();
    }
}
