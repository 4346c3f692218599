package dev.spillway.report;

import dev.spillway.rule.Level;
import java.util.List;

/**
 * Everything that is said of a stack, be it previewed, deployed or declared in a file, as plain values.
 *
 * @param place the file that was read, as the user named it
 * @param phase what was judged: {@code preview}, {@code update}, {@code state} or {@code graph}
 * @param within whether nothing mandatory is violated and the forecast keeps the budget
 * @param recovery what each failure costs; only a {@code stack.yaml} can tell
 * @param availability how much of the time what is promised, as sentences
 * @param moves what has to be done where something goes to another region, step by step
 */
public record PreviewReport(
        String stack,
        String place,
        String phase,
        List<Declared> resources,
        List<Sizing> sizing,
        List<Loss> losses,
        List<Found> findings,
        List<Undecided> unknown,
        List<Undecided> notApplicable,
        Fixes allFixes,
        boolean within,
        List<Recovery> recovery,
        List<String> availability,
        List<String> moves) {
    public PreviewReport {
        moves = List.copyOf(moves);
        recovery = List.copyOf(recovery);
        availability = List.copyOf(availability);
        resources = List.copyOf(resources);
        sizing = List.copyOf(sizing);
        losses = List.copyOf(losses);
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        notApplicable = List.copyOf(notApplicable);
    }

    /** A report that says nothing of failures. */
    public PreviewReport(
            String stack,
            String place,
            String phase,
            List<Declared> resources,
            List<Sizing> sizing,
            List<Loss> losses,
            List<Found> findings,
            List<Undecided> unknown,
            List<Undecided> notApplicable,
            Fixes allFixes,
            boolean within) {
        this(
                stack,
                place,
                phase,
                resources,
                sizing,
                losses,
                findings,
                unknown,
                notApplicable,
                allFixes,
                within,
                List.of(),
                List.of(),
                List.of());
    }

    /** The same with what failures cost. */
    public PreviewReport with(List<Recovery> rows, List<String> promised, List<String> steps) {
        return new PreviewReport(
                stack,
                place,
                phase,
                resources,
                sizing,
                losses,
                findings,
                unknown,
                notApplicable,
                allFixes,
                within,
                rows,
                promised,
                steps);
    }

    /** The same with what only a {@code stack.yaml} can tell: sizes, and fixes that were tried out. */
    public PreviewReport with(List<Sizing> sizes, List<Found> found, Fixes fixes) {
        return new PreviewReport(
                stack,
                place,
                phase,
                resources,
                sizes,
                losses,
                found,
                unknown,
                notApplicable,
                fixes,
                within,
                recovery,
                availability,
                moves);
    }

    /** How many findings have a level, suppressed ones left out. */
    public long count(Level level) {
        return findings.stream()
                .map(Found::finding)
                .filter(finding -> finding.suppressedBy().isEmpty() && finding.level() == level)
                .count();
    }

    /** One resource of the tree, children after their parent. */
    public record Declared(int depth, String type, String name, boolean protect) {}

    /** One line of the sizing table. */
    public record Sizing(String setting, String value, String unit, String source, String reason) {}

    /** A rule that could not say, or that had nothing to say, about a resource. */
    public record Undecided(String rule, String name, String urn, String why) {}

    /** What all fixes together would leave, and what they are in {@code stack.yaml}. */
    public record Fixes(List<String> edits, String lostAfter) {
        public static final Fixes NONE = new Fixes(List.of(), "");

        public Fixes {
            edits = List.copyOf(edits);
        }
    }
}
