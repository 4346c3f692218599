package dev.spillway.report;

import dev.spillway.rule.Finding;
import dev.spillway.units.NumberText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports as one comment of a pull request: the verdict first, then what would be lost, then what is wrong; the rest folded. Where
 * it does not fit into a comment it says less, and says so.
 */
final class MarkdownReport {
    /** GitHub takes no longer comment. */
    static final int LONGEST = 65_536;

    private static final String LEFT_OUT = "\nShortened to fit into a comment; the JSON report has it all.\n";
    private static final Extent[] EXTENTS = {
        new Extent(true, true, Integer.MAX_VALUE),
        new Extent(false, true, Integer.MAX_VALUE),
        new Extent(false, false, Integer.MAX_VALUE),
        new Extent(false, false, 100),
        new Extent(false, false, 10)
    };

    private final StringBuilder out = new StringBuilder();
    private final Extent extent;

    private MarkdownReport(Extent extent) {
        this.extent = extent;
    }

    /** How much is told: what was assumed and did not apply, how to mend each finding, and how many rows a table has. */
    private record Extent(boolean background, boolean remedies, int rows) {
        boolean isAll() {
            return background;
        }
    }

    static String text(List<PreviewReport> reports) {
        String shortest = "";
        for (Extent extent : EXTENTS) {
            MarkdownReport markdown = new MarkdownReport(extent);
            markdown.all(reports);
            shortest = markdown.out + (extent.isAll() ? "" : LEFT_OUT);
            if (shortest.length() < LONGEST) {
                return shortest;
            }
        }
        int end = shortest.lastIndexOf('\n', LONGEST - LEFT_OUT.length() - 2);
        return shortest.substring(0, end + 1) + LEFT_OUT;
    }

    private void all(List<PreviewReport> reports) {
        if (reports.size() != 1) {
            long stopped = reports.stream().filter(report -> !report.within()).count();
            String stacks = NumberText.count(reports.size(), "stack");
            line("## Spillway: "
                    + (stopped == 0
                            ? "all of " + stacks + " may go ahead"
                            : NumberText.whole((double) stopped) + " of " + stacks + " should not go ahead"));
            line("");
        }
        reports.forEach(report -> one(report, reports.size() == 1 ? "## Spillway: " : "### "));
    }

    private void one(PreviewReport report, String heading) {
        String stack = report.stack().isEmpty() ? "the stack" : MarkdownText.of(report.stack());
        line(heading
                + (report.within()
                        ? stack + " may go ahead"
                        : stack + " should not go ahead: " + String.join(", ", Conclusion.against(report))));
        line("");
        line(MarkdownText.of(report.place()) + ", " + report.phase() + ", "
                + NumberText.count(report.resources().size(), "resource") + ".");
        losses(report.losses());
        report.runbooks().forEach(this::runbook);
        findings(report);
        exceptions(report.exceptions());
        undecided("Cannot be told, so not passed", report.unknown());
        if (extent.background()) {
            undecided("Does not apply", report.notApplicable());
            report.losses().forEach(this::background);
        }
        line("");
    }

    private void losses(List<Loss> losses) {
        if (losses.isEmpty()) {
            return;
        }
        line("");
        line("| Namespace | Events lost | Of | Share | Range | Budget |");
        line("| --- | ---: | ---: | ---: | ---: | --- |");
        losses.stream().limit(extent.rows()).forEach(this::loss);
        rest(losses.size());
        line("");
        for (Loss loss : losses.stream().limit(extent.rows()).toList()) {
            loss.missing().forEach(why -> item(loss.namespace() + " is not computable: " + why));
            loss.decidedBy().forEach(this::item);
        }
    }

    private void loss(Loss loss) {
        String budget =
                (loss.budget().isEmpty() ? "none given" : loss.budget()) + (loss.withinBudget() ? "" : ": exceeded");
        if (!loss.computable()) {
            line("| " + MarkdownText.of(loss.namespace()) + " | not computable | | | | " + MarkdownText.of(budget)
                    + " |");
            return;
        }
        line("| " + MarkdownText.of(loss.namespace()) + " | **" + NumberText.whole(loss.lostEvents()) + "** | "
                + NumberText.whole(loss.offeredEvents()) + " | " + NumberText.withDigits(loss.lossPercent(), 3)
                + " % | "
                + NumberText.whole(loss.low()) + " to " + NumberText.whole(loss.high()) + " | "
                + MarkdownText.of(budget)
                + " |");
    }

    private void runbook(PreviewReport.Runbook runbook) {
        fold("What people have to do: " + MarkdownText.of(runbook.title()));
        for (PreviewReport.Step step : runbook.steps()) {
            item(step.text());
            if (!step.commands().isEmpty()) {
                line("");
                line("  ```");
                step.commands().forEach(command -> line("  " + MarkdownText.code(command)));
                line("  ```");
                line("");
            }
        }
        unfold();
    }

    private void findings(PreviewReport report) {
        line("");
        if (report.findings().isEmpty()) {
            line("No rule is violated.");
            return;
        }
        line("| Severity | Level | Rule | Resource | Seen | Wanted |");
        line("| --- | --- | --- | --- | --- | --- |");
        report.findings().stream().limit(extent.rows()).map(Found::finding).forEach(this::row);
        rest(report.findings().size());
        if (extent.remedies()) {
            fold("How events are lost, and what mends it");
            report.findings().forEach(this::remedy);
            allFixes(report.allFixes());
            unfold();
        }
    }

    private void row(Finding finding) {
        String suppressed = finding.suppressedBy().isEmpty() ? "" : " (suppressed)";
        String seen = finding.path().isEmpty() ? finding.seen() : finding.path() + ": " + finding.seen();
        line("| " + finding.severity().key() + " | " + finding.level().key() + suppressed + " | " + finding.rule() + " "
                + finding.name() + " | " + MarkdownText.of(Label.of(finding.urn())) + " | " + MarkdownText.of(seen)
                + " | "
                + MarkdownText.of(finding.wanted()) + " |");
    }

    private void remedy(Found found) {
        Finding finding = found.finding();
        line("**" + finding.rule() + " " + finding.name() + "**, " + MarkdownText.of(Label.of(finding.urn())));
        line("");
        item(finding.loses() + ".");
        item(finding.fix() + "." + (found.lostAfter().isEmpty() ? "" : " Then: " + found.lostAfter() + "."));
        edits(found.edits());
        line("");
    }

    private void allFixes(PreviewReport.Fixes fixes) {
        if (!fixes.edits().isEmpty()) {
            line("**All fixes together**: " + MarkdownText.of(fixes.lostAfter()) + ".");
            edits(fixes.edits());
            line("");
        }
    }

    private void edits(List<String> edits) {
        if (!edits.isEmpty()) {
            line("");
            line("```yaml");
            edits.forEach(edit -> line(MarkdownText.code(edit)));
            line("```");
        }
    }

    private void exceptions(List<PreviewReport.Excepted> exceptions) {
        if (exceptions.isEmpty()) {
            return;
        }
        line("");
        line("| Exception | Resource | Until | Owner | Ticket | Reason | Covers |");
        line("| --- | --- | --- | --- | --- | --- | ---: |");
        exceptions.stream()
                .limit(extent.rows())
                .forEach(one -> line("| "
                        + Stream.of(one.rule(), one.resource(), one.expires(), one.owner(), one.ticket(), one.reason())
                                .map(MarkdownText::of)
                                .collect(Collectors.joining(" | "))
                        + " | " + (one.remark().isEmpty() ? one.covers() : "**" + MarkdownText.of(one.remark()) + "**")
                        + " |"));
        rest(exceptions.size());
        line("");
    }

    private void undecided(String title, List<PreviewReport.Undecided> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        fold(title + " (" + verdicts.size() + ")");
        verdicts.stream()
                .limit(extent.rows())
                .forEach(one -> item(one.rule() + " " + one.name() + ", " + Label.of(one.urn()) + ": " + one.why()));
        rest(verdicts.size());
        unfold();
    }

    private void background(Loss loss) {
        if (!loss.when().isEmpty() || !loss.assumptions().isEmpty()) {
            fold("The forecast: what happens when, and what is assumed");
            item(loss.isOfSubscription() ? loss.namespace() : "Namespace " + loss.namespace());
            loss.when().forEach(this::item);
            loss.assumptions().forEach(this::item);
            unfold();
        }
    }

    private void rest(int all) {
        if (all > extent.rows()) {
            line("");
            line("and " + NumberText.whole(all - extent.rows()) + " more.");
        }
    }

    private void item(String text) {
        line("- " + MarkdownText.of(text));
    }

    /** A blank line, or what is folded would not be read as Markdown. */
    private void fold(String title) {
        line("");
        line("<details><summary>" + title + "</summary>");
        line("");
    }

    private void unfold() {
        line("");
        line("</details>");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
