package dev.spillway.config;

import dev.spillway.config.Value.Mapping;
import java.util.function.Function;

/** A mapping with known keys. */
final class SectionForm<T> extends Form<T> {
    private final Keys keys;
    private final Function<Fields, T> read;

    SectionForm(String noun, Keys keys, Function<Fields, T> read) {
        super(noun, "its keys indented below it");
        this.keys = keys;
        this.read = read;
    }

    @Override
    Answer<T> present(Cell cell) {
        return cell.value() instanceof Mapping mapping
                ? cell.held(read.apply(SectionReader.fields(keys, mapping, cell.inTierOf(mapping))))
                : isNot(cell);
    }
}
