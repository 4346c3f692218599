package dev.spillway.config;

/** A value with the path it was met under, and where to complain about it. */
record Cell(Value value, String path, ProblemLog log) {
    Cell under(String key, Value nested) {
        return new Cell(nested, Paths.under(path, key), log);
    }

    Cell at(int index, Value item) {
        return new Cell(item, path + "[" + index + "]", log);
    }

    <T> Answer<T> held(T read) {
        return Answer.held(read, value.place());
    }

    <T> Answer<T> wrong(String message) {
        log.add(value.place(), path, message);
        return Answer.wrong();
    }

    /** Names what was met, what it is not, and what would be right. */
    <T> Answer<T> isNot(String noun, String right) {
        return wrong(value.shown() + " is not " + noun + ", give " + right);
    }
}
