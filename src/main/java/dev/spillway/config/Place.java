package dev.spillway.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A line and a column of the file, both counted from 1; 0 and 0 where there is none. */
record Place(int line, int column) {
    static final Place NONE = new Place(0, 0);
    static final Place START = new Place(1, 1);

    static Place of(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(NONE);
    }

    /** The place right behind a text that begins the file. */
    static Place after(String text) {
        int line = 1 + (int) text.chars().filter(character -> character == '\n').count();
        int column = text.length() - text.lastIndexOf('\n');
        return new Place(line, column);
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
