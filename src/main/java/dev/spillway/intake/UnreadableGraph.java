package dev.spillway.intake;

import java.util.List;

/** Everything that keeps a graph from being read, in the order of the places, thrown once. */
public final class UnreadableGraph extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnreadableGraph(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line per problem: {@code place: what was met, what would be right}. */
    public List<String> problems() {
        return problems;
    }
}
