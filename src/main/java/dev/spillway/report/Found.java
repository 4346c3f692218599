package dev.spillway.report;

import dev.spillway.rule.Finding;
import java.util.List;

/**
 * A finding, with what its own fix would do to the forecast.
 *
 * @param edits the fix as lines for {@code stack.yaml}; empty where there is none
 * @param lostAfter events lost with this fix alone, as text; empty where it cannot be told
 */
public record Found(Finding finding, List<String> edits, String lostAfter) {
    public Found {
        edits = List.copyOf(edits);
    }
}
