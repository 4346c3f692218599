package dev.spillway.loss;

import java.util.List;

/** A scenario that cannot be honoured, with everything that is wrong in it, sorted by place. */
public final class InvalidScenario extends IllegalArgumentException {
    private final transient List<String> problems;

    InvalidScenario(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each: the place, what was met, and what would be right. */
    public List<String> problems() {
        return problems;
    }
}
