package dev.spillway.report;

import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.Severity;
import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** A preview for a terminal of 80 columns: tree, sizes with reasons, losses, findings, verdict. */
public final class TextReport {
    private static final int TYPE_COLUMNS = 46;
    private static final String PREVIEW = "preview";
    private static final String AS_WRITTEN = "as written";

    private final Paint paint;
    private final Page page;

    private TextReport(Page page) {
        this.page = page;
        this.paint = page.paint();
    }

    /**
     * The report as text.
     *
     * @param unicode whether the reader's character set has block characters
     * @param quiet only losses, findings and verdict
     */
    public static String of(PreviewReport report, boolean colour, boolean unicode, boolean quiet) {
        Page page = new Page(colour);
        TextReport text = new TextReport(page);
        page.title(report.stack(), report.place());
        if (!quiet) {
            text.tree(report);
            text.sizing(report.sizing());
        }
        report.losses().forEach(loss -> LossText.add(page, loss, unicode));
        report.runbooks().forEach(text::runbook);
        if (!quiet) {
            RecoveryText.add(page, report.outages());
        }
        text.findings(report);
        text.verdict(report);
        return page.toString();
    }

    private void tree(PreviewReport report) {
        List<PreviewReport.Declared> resources = report.resources();
        page.heading(
                report.phase().equals(PREVIEW) ? "What would be declared" : "What is declared",
                NumberText.count(resources.size(), "resource"));
        for (PreviewReport.Declared resource : resources) {
            String indent = "  ".repeat(resource.depth() + 1);
            String type = indent + Label.type(resource.type());
            String mark = resource.protect() ? "  protected" : "";
            // A long name stands further to the left, where it fits, and else below its type.
            int room = Math.min(TYPE_COLUMNS, Page.WIDTH - 1 - resource.name().length() - mark.length());
            if (type.length() > room) {
                page.line(type);
                type = "";
            }
            page.line(Page.pad(type, Math.max(0, room)) + " " + resource.name() + paint.faint(mark));
        }
    }

    private void sizing(List<PreviewReport.Sizing> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.heading("How it is sized, and why", "");
        Map<String, List<PreviewReport.Sizing>> groups = new TreeMap<>();
        rows.forEach(row -> groups.computeIfAbsent(group(row.setting()), any -> new ArrayList<>())
                .add(row));
        groups.forEach((group, members) -> {
            page.line("");
            page.line("  " + paint.strong(group));
            members.forEach(row -> sizing(group, row));
        });
    }

    /** What was written needs no reason; everything else has it on a line of its own. */
    private void sizing(String group, PreviewReport.Sizing row) {
        String key = row.setting().substring(group.length() + 1);
        String value = (row.value() + " " + row.unit()).trim();
        page.line("    " + Page.pad(key, 27) + " " + Page.pad(value, 28) + " " + row.source());
        if (!row.reason().equals(AS_WRITTEN)) {
            Page.wrapped("        ", row.reason()).forEach(part -> page.line(paint.faint(part)));
        }
    }

    /** Everything before the last step, but a workload with all that is in it stays together. */
    private static String group(String setting) {
        int steps = setting.startsWith("workloads.") ? 2 : setting.split("\\.", -1).length - 1;
        int end = 0;
        for (int step = 0; step < steps; step++) {
            end = setting.indexOf('.', end + 1);
        }
        return setting.substring(0, end);
    }

    private void runbook(PreviewReport.Runbook runbook) {
        page.heading("What people have to do", runbook.title());
        for (int index = 0; index < runbook.steps().size(); index++) {
            PreviewReport.Step step = runbook.steps().get(index);
            page.paragraph("  " + (index + 1) + ". ", step.text());
            step.commands().forEach(command -> page.line("       " + command));
        }
    }

    private void findings(PreviewReport report) {
        List<Found> open = report.findings().stream()
                .filter(found -> found.finding().suppressedBy().isEmpty())
                .toList();
        page.heading("What is wrong", open.isEmpty() ? "nothing" : "worst first");
        open.forEach(this::finding);
        exceptions(report);
        undecided(
                report.phase().equals(PREVIEW) ? "Cannot be told before deployment" : "Cannot be told",
                report.unknown());
        if (!report.allFixes().edits().isEmpty()) {
            page.heading("All fixes together", report.allFixes().lostAfter());
            report.allFixes().edits().forEach(edit -> page.line("  " + edit));
        }
    }

    private void finding(Found found) {
        String severity = found.finding().severity().key().toUpperCase(Locale.ROOT);
        boolean grave = found.finding().severity().compareTo(Severity.HIGH) <= 0;
        page.line("");
        page.line("  " + (grave ? paint.bad(severity) : paint.warning(severity)) + " "
                + paint.strong(found.finding().rule() + " " + found.finding().name()) + "  "
                + (found.finding().level() == Level.MANDATORY ? "mandatory" : "advisory"));
        page.line("    " + paint.faint(Label.of(found.finding().urn())));
        TextTable table = table(12, Page.WIDTH - 12);
        table.addRowValues("    seen", seen(found.finding()));
        table.addRowValues("    wanted", found.finding().wanted());
        table.addRowValues("    loses", found.finding().loses());
        table.addRowValues("    fix", found.finding().fix());
        found.edits().forEach(edit -> table.addRowValues("", edit));
        if (!found.lostAfter().isEmpty()) {
            table.addRowValues("    then", found.lostAfter());
        }
        block(table);
    }

    /** Every run lists all exceptions, so that none is forgotten. */
    private void exceptions(PreviewReport report) {
        if (!report.exceptions().isEmpty()) {
            page.heading("Exceptions", "");
        }
        for (PreviewReport.Excepted one : report.exceptions()) {
            String remark = one.remark().isEmpty() ? "" : ". " + paint.warning(one.remark());
            page.paragraph(
                    "  ",
                    one.rule() + " on " + one.resource() + ", until "
                            + (one.expires().isEmpty() ? "?" : one.expires())
                            + ": " + one.reason() + " (" + one.owner() + ", " + one.ticket() + "); covers "
                            + NumberText.count(one.covers(), "finding") + remark);
        }
        long old = report.findings().stream()
                .filter(found -> found.finding().suppressedBy().equals("baseline"))
                .count();
        if (old > 0) {
            page.heading("Baseline", NumberText.count(old, "old finding") + ", which stop nothing");
        }
    }

    private void undecided(String title, List<PreviewReport.Undecided> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        page.heading(title, "");
        for (PreviewReport.Undecided one : verdicts) {
            page.paragraph("  ", one.rule() + " " + one.name() + ", " + Label.of(one.urn()) + ": " + one.why());
        }
    }

    private void verdict(PreviewReport report) {
        page.line("");
        if (!report.within()) {
            String why = String.join(", ", Conclusion.against(report));
            page.line(paint.bad("This change should not go ahead") + ": " + why + ".");
        } else if (Conclusion.keepsABudget(report)) {
            page.line(paint.good("This change may go ahead") + ": nothing mandatory is violated,");
            page.line("and the forecast keeps the budget.");
        } else {
            page.line(paint.good("This change may go ahead") + ": nothing mandatory is violated;");
            page.line("no loss budget was given.");
        }
    }

    private static TextTable table(int... widths) {
        Column[] columns = new Column[widths.length];
        for (int at = 0; at < widths.length; at++) {
            columns[at] = new Column(widths[at], 0, Overflow.WRAP);
        }
        return TextTable.forColumns(picocli.CommandLine.Help.defaultColorScheme(Ansi.OFF), columns);
    }

    private void block(TextTable table) {
        table.toString().lines().forEach(page::line);
    }

    /** What is missing altogether has no place. */
    private static String seen(Finding finding) {
        return finding.path().isEmpty() ? finding.seen() : finding.path() + ": " + finding.seen();
    }
}
