package dev.spillway.judge;

import java.util.Collection;
import java.util.List;

/** Everything that is wrong with what a user decided about the rules, sorted. */
public final class WrongPolicy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public WrongPolicy(Collection<String> problems) {
        super(String.join("\n", problems.stream().sorted().distinct().toList()));
        this.problems = problems.stream().sorted().distinct().toList();
    }

    public List<String> problems() {
        return problems;
    }
}
