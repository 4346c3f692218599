package dev.spillway.config;

import dev.spillway.config.Value.Mapping;
import dev.spillway.config.Value.Scalar;
import dev.spillway.facts.Tier;
import java.util.stream.Stream;

/**
 * A value with the path it was met under, and where to complain about it.
 *
 * @param tier of the namespace around it, which decides about limits; Standard where there is none
 */
record Cell(Value value, String path, ProblemLog log, Tier tier) {
    private static final String TIER = "tier";

    Cell(Value value, String path, ProblemLog log) {
        this(value, path, log, Tier.STANDARD);
    }

    Cell under(String key, Value nested) {
        return new Cell(nested, Paths.under(path, key), log, tier);
    }

    Cell at(int index, Value item) {
        return new Cell(item, path + "[" + index + "]", log, tier);
    }

    /** The same value, whose tier is the one that it names itself. */
    Cell inTierOf(Mapping mapping) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(TIER))
                .flatMap(entry -> entry.value() instanceof Scalar scalar
                        ? Tier.byAzureName(scalar.text()).stream()
                        : Stream.empty())
                .filter(named -> named != Tier.BASIC)
                .findFirst()
                .map(named -> new Cell(value, path, log, named))
                .orElse(this);
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
