package dev.spillway.pack;

/**
 * What the pack was started for.
 *
 * @param dryRun whether nothing is changed yet
 */
record Run(String project, String stack, boolean dryRun) {
    static final Run NOT_TOLD = new Run("project", "stack", true);

    String phase() {
        return dryRun ? "preview" : "update";
    }
}
