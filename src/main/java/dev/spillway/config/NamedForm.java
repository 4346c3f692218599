package dev.spillway.config;

import dev.spillway.config.Value.Entry;
import dev.spillway.config.Value.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/** A mapping whose keys are names that the user chooses, in the order of the file. */
final class NamedForm<T> extends Form<Map<String, Answer<T>>> {
    private final Shape name;
    private final int most;
    private final Form<T> entry;

    NamedForm(String noun, Shape name, int most, Form<T> entry) {
        super(noun, "names with their values, or {} for none");
        this.name = name;
        this.most = most;
        this.entry = entry;
    }

    @Override
    Answer<Map<String, Answer<T>>> present(Cell cell) {
        if (!(cell.value() instanceof Mapping mapping)) {
            return isNot(cell);
        }
        if (mapping.entries().size() > most) {
            cell.wrong(mapping.entries().size() + " names, give at most " + most);
        }
        var entries = new LinkedHashMap<String, Answer<T>>();
        for (var met : Duplicates.reported(mapping, cell)) {
            entries.put(met.key().text(), entry(met, cell));
        }
        return mapping.whole() ? cell.held(entries) : Answer.wrong();
    }

    private Answer<T> entry(Entry met, Cell cell) {
        var text = met.key().text();
        var nested = cell.under(text, met.value());
        if (!name.fits(text)) {
            var wanted = name.noun() + ", give " + name.rightFor(text);
            cell.log().add(met.key().place(), nested.path(), met.key().shown() + " is not " + wanted);
        }
        return entry.read(nested);
    }
}
