package dev.spillway.pack;

import dev.spillway.intake.Urn;
import dev.spillway.view.ResourceGraph;

/**
 * What the pack was started for.
 *
 * @param phase {@code preview}, {@code update}, or {@code state} where nothing runs
 */
record Run(String project, String stack, String phase) {
    /** The engine says nothing of a run where there is none, as when a saved state is analysed. */
    static final Run NOT_TOLD = new Run("", "", "state");

    static Run of(String project, String stack, boolean dryRun) {
        return new Run(project, stack, dryRun ? "preview" : "update");
    }

    /** The same run, with project and stack from the resources' names where nobody told them. */
    Run named(ResourceGraph graph) {
        return stack.isEmpty()
                ? Urn.anyOf(graph)
                        .map(urn -> new Run(urn.project(), urn.stack(), phase))
                        .orElse(this)
                : this;
    }
}
