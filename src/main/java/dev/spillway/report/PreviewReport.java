package dev.spillway.report;

import java.util.List;

/**
 * Everything a preview says, as plain values.
 *
 * @param place the file that was read, as the user named it
 * @param within whether nothing mandatory is violated and the forecast keeps the budget
 */
public record PreviewReport(
        String stack,
        String place,
        List<Declared> resources,
        List<Sizing> sizing,
        List<Loss> losses,
        List<Found> findings,
        List<Undecided> unknown,
        List<Undecided> notApplicable,
        Fixes allFixes,
        boolean within) {
    public PreviewReport {
        resources = List.copyOf(resources);
        sizing = List.copyOf(sizing);
        losses = List.copyOf(losses);
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        notApplicable = List.copyOf(notApplicable);
    }

    /** One resource of the tree, children after their parent. */
    public record Declared(int depth, String type, String name, boolean protect) {}

    /** One line of the sizing table. */
    public record Sizing(String setting, String value, String unit, String source, String reason) {}

    /** A rule that could not say, or that had nothing to say, about a resource. */
    public record Undecided(String rule, String name, String urn, String why) {}

    /** What all fixes together would leave, and what they are in {@code stack.yaml}. */
    public record Fixes(List<String> edits, String lostAfter) {
        public Fixes {
            edits = List.copyOf(edits);
        }
    }
}
