package dev.spillway.report;

import dev.spillway.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A finding, with what its own fix would do to the forecast.
 *
 * @param edits the fix as lines for {@code stack.yaml}; empty where there is none
 * @param lostAfter events lost with this fix alone, as text; empty where it cannot be told
 * @param where in a file of the user the finding is mended; empty where that cannot be told
 */
public record Found(Finding finding, List<String> edits, String lostAfter, Optional<Where> where) {
    public Found {
        edits = List.copyOf(edits);
    }

    /** A finding alone. */
    public static Found of(Finding finding) {
        return new Found(finding, List.of(), "", Optional.empty());
    }

    /** A line of a file, as the user named it; the first line is 1. */
    public record Where(String file, int line) {}
}
