package dev.spillway.report;

import dev.spillway.rule.Level;
import java.util.List;

/**
 * Everything that is said of a stack, be it previewed, deployed or declared in a file, as plain values.
 *
 * @param place the file that was read, as the user named it
 * @param phase what was judged: {@code preview}, {@code update}, {@code state} or {@code graph}
 * @param runbooks what people have to do beside the change
 * @param within whether nothing mandatory is violated and the forecast keeps the budget
 * @param outages what failures cost; only a {@code stack.yaml} can tell
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
        List<Content> passed,
        List<Excepted> exceptions,
        Fixes allFixes,
        List<Runbook> runbooks,
        boolean within,
        Outages outages) {
    public PreviewReport {
        resources = List.copyOf(resources);
        sizing = List.copyOf(sizing);
        losses = List.copyOf(losses);
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        notApplicable = List.copyOf(notApplicable);
        passed = List.copyOf(passed);
        exceptions = List.copyOf(exceptions);
        runbooks = List.copyOf(runbooks);
    }

    /** A report that asks nothing of people and says nothing of failures. */
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
            List<Content> passed,
            List<Excepted> exceptions,
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
                passed,
                exceptions,
                allFixes,
                List.of(),
                within,
                Outages.NONE);
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
                passed,
                exceptions,
                fixes,
                runbooks,
                within,
                outages);
    }

    /** The same with what people have to do. */
    public PreviewReport with(List<Runbook> books) {
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
                passed,
                exceptions,
                allFixes,
                books,
                within,
                outages);
    }

    /** The same with what failures cost. */
    public PreviewReport with(Outages costs) {
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
                passed,
                exceptions,
                allFixes,
                runbooks,
                within,
                costs);
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

    /** A rule that was content with a resource. */
    public record Content(String rule, String name, String urn) {}

    /**
     * An exception, in force or not.
     *
     * @param holds whether it covers what it names
     * @param covers how many findings it covers
     * @param remark why it does not hold, or what its owner should know; may be empty
     */
    public record Excepted(
            String rule,
            String resource,
            String reason,
            String owner,
            String ticket,
            String expires,
            String place,
            boolean holds,
            int covers,
            String remark) {}

    /** How many findings are covered by exceptions or by a baseline. */
    public long suppressed() {
        return findings.stream()
                .filter(found -> !found.finding().suppressedBy().isEmpty())
                .count();
    }

    /** What all fixes together would leave, and what they are in {@code stack.yaml}. */
    public record Fixes(List<String> edits, String lostAfter) {
        public static final Fixes NONE = new Fixes(List.of(), "");

        public Fixes {
            edits = List.copyOf(edits);
        }
    }

    /**
     * What failures cost.
     *
     * @param availability how much of the time what is promised, as sentences
     */
    public record Outages(List<Recovery> rows, List<String> availability) {
        public static final Outages NONE = new Outages(List.of(), List.of());

        public Outages {
            rows = List.copyOf(rows);
            availability = List.copyOf(availability);
        }
    }

    /** What people do, in order; each command stands below its step. */
    public record Runbook(String title, List<Step> steps) {
        public Runbook {
            steps = List.copyOf(steps);
        }
    }

    /** One step of a runbook. */
    public record Step(String text, List<String> commands) {
        public Step {
            commands = List.copyOf(commands);
        }
    }
}
