package dev.spillway.report;

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
    private static final int NAME_COLUMN = 46;
    private static final int WIDTH = 80;
    private static final int CHART_COLUMNS = 48;
    private static final String PREVIEW = "preview";
    private static final String AS_WRITTEN = "as written";

    private final Paint paint;
    private final boolean unicode;
    private final StringBuilder out = new StringBuilder();

    private TextReport(boolean colour, boolean unicode) {
        this.paint = new Paint(colour);
        this.unicode = unicode;
    }

    /**
     * The report as text.
     *
     * @param unicode whether the reader's character set has block characters
     * @param quiet only losses, findings and verdict
     */
    public static String of(PreviewReport report, boolean colour, boolean unicode, boolean quiet) {
        TextReport text = new TextReport(colour, unicode);
        text.line(text.paint.strong(report.stack()) + "  " + text.paint.faint(report.place()));
        if (!quiet) {
            text.tree(report);
            text.sizing(report.sizing());
        }
        report.losses().forEach(text::loss);
        if (!quiet) {
            text.recovery(report);
        }
        text.findings(report);
        text.verdict(report);
        return text.out.toString();
    }

    private void tree(PreviewReport report) {
        List<PreviewReport.Declared> resources = report.resources();
        heading(
                report.phase().equals(PREVIEW) ? "What would be declared" : "What is declared",
                NumberText.count(resources.size(), "resource"));
        for (PreviewReport.Declared resource : resources) {
            String indent = "  ".repeat(resource.depth() + 1);
            String type = indent + Label.type(resource.type());
            String mark = resource.protect() ? "  protected" : "";
            if (Math.max(type.length(), NAME_COLUMN) + 1 + resource.name().length() + mark.length() > WIDTH) {
                // A name that is too long for its column stands below its type.
                line(type);
                type = "";
            }
            String name = type.isEmpty()
                    ? padLeft(resource.name(), WIDTH - mark.length())
                    : pad(type, NAME_COLUMN) + " " + resource.name();
            line(name + (mark.isEmpty() ? "" : paint.faint(mark)));
        }
    }

    private void sizing(List<PreviewReport.Sizing> rows) {
        if (rows.isEmpty()) {
            return;
        }
        heading("How it is sized, and why", "");
        Map<String, List<PreviewReport.Sizing>> groups = new TreeMap<>();
        rows.forEach(row -> groups.computeIfAbsent(group(row.setting()), any -> new ArrayList<>())
                .add(row));
        groups.forEach((group, members) -> {
            line("");
            line("  " + paint.strong(group));
            members.forEach(row -> sizing(group, row));
        });
    }

    /** What was written needs no reason; everything else has it on a line of its own. */
    private void sizing(String group, PreviewReport.Sizing row) {
        String key = row.setting().substring(group.length() + 1);
        String value = (row.value() + " " + row.unit()).trim();
        line("    " + pad(key, 27) + " " + pad(value, 28) + " " + row.source());
        if (!row.reason().equals(AS_WRITTEN)) {
            wrapped("        ", row.reason()).forEach(part -> line(paint.faint(part)));
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

    private void loss(Loss loss) {
        heading("What would be lost", loss.title());
        if (!loss.computable()) {
            line("  " + paint.warning("not computable"));
            loss.missing().forEach(why -> paragraph("  ", why));
            return;
        }
        boolean none = loss.lostEvents() <= 0;
        String lost =
                NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents()) + " events in "
                        + span(loss.windowSeconds()) + " (" + NumberText.withDigits(loss.lossPercent(), 3) + " %" + ")";
        line("  " + (none ? paint.good(lost) : paint.bad(lost)));
        if (!none && !loss.isOfSubscription()) {
            line("  " + NumberText.withDigits(loss.burstSharePercent(), 1) + " %" + " of the burst");
        }
        if (loss.low() != loss.high()) {
            line("  between " + NumberText.whole(loss.low()) + " and " + NumberText.whole(loss.high())
                    + ", see the assumptions");
        }
        String budget = loss.budget().isEmpty() ? "none given" : loss.budget();
        line("  budget: " + (loss.withinBudget() ? budget : paint.bad(budget)));
        loss.decidedBy().forEach(reason -> paragraph("  ", reason));
        loss.when().forEach(moment -> paragraph("  ", moment));
        chart(loss);
        line("  " + paint.faint("assumed:"));
        loss.assumptions().forEach(assumption -> paragraph("  - ", assumption));
    }

    private void chart(Loss loss) {
        List<Loss.Point> points = loss.timeline();
        if (points.size() < 2) {
            return;
        }
        double from = firstRise(points);
        double settled = lastUnrest(points);
        double margin = Math.max(15, (settled - from) / 6);
        double left = Math.max(0, from - margin);
        double right = Math.min(points.get(points.size() - 1).atSeconds(), settled + margin);
        Sparkline chart = new Sparkline(points, left, right, CHART_COLUMNS, unicode);
        double top = points.stream()
                .mapToDouble(point -> Math.max(point.offeredPerSecond(), point.capacityPerSecond()))
                .max()
                .orElse(0);
        line("");
        line("  " + pad("", 10) + pad(NumberText.whole(left) + " s", CHART_COLUMNS - 8)
                + padLeft(NumberText.whole(right) + " s", 8));
        row(
                "offered",
                chart.highest(Loss.Point::offeredPerSecond, top),
                "up to " + NumberText.whole(max(points, Loss.Point::offeredPerSecond)) + "/s");
        row(
                "capacity",
                chart.highest(Loss.Point::capacityPerSecond, top),
                "up to " + NumberText.whole(max(points, Loss.Point::capacityPerSecond)) + "/s");
        double waiting = max(points, Loss.Point::waitingEvents);
        row("waiting", chart.volume(Loss.Point::waitingEvents, waiting), "up to " + NumberText.whole(waiting));
        double pods = max(points, Loss.Point::readyPods);
        row("pods", chart.highest(Loss.Point::readyPods, pods), "up to " + NumberText.whole(pods));
        row("lost", chart.growth(Loss.Point::lostEventsSoFar), NumberText.whole(loss.lostEvents()));
        line("");
    }

    private static double firstRise(List<Loss.Point> points) {
        double before = points.get(0).offeredPerSecond();
        return points.stream()
                .filter(point -> point.offeredPerSecond() > before)
                .mapToDouble(Loss.Point::atSeconds)
                .findFirst()
                .orElse(0);
    }

    /** The last moment at which the load was above its start, or something waited or was lost. */
    private static double lastUnrest(List<Loss.Point> points) {
        double start = points.get(0).offeredPerSecond();
        double last = points.get(points.size() - 1).atSeconds();
        for (int at = points.size() - 1; at > 0; at--) {
            Loss.Point before = points.get(at - 1);
            if (before.offeredPerSecond() > start || before.waitingEvents() > 0) {
                return points.get(at).atSeconds();
            }
        }
        return last;
    }

    private void row(String name, String chart, String note) {
        line("  " + pad(name, 10) + chart + "  " + paint.faint(note));
    }

    private void recovery(PreviewReport report) {
        if (!report.moves().isEmpty()) {
            heading("What moves to another region", "");
            report.moves().forEach(step -> paragraph("  ", step));
        }
        if (report.recovery().isEmpty()) {
            return;
        }
        heading("What a failure costs", "delayed / kept as dead letters / lost / twice at most");
        String before = "";
        for (Recovery row : report.recovery()) {
            if (!row.resource().equals(before)) {
                line("");
                line("  " + paint.strong(row.resource()));
                before = row.resource();
            }
            paragraph("    ", row.failure());
            line("      " + row.volumes() + "; back in " + row.bestSeconds() + " to " + row.worstSeconds() + " s");
            wrapped("      ", "metadata lost: " + row.metadata() + "; " + row.note())
                    .forEach(part -> line(paint.faint(part)));
        }
        line("");
        report.availability().forEach(sentence -> paragraph("  ", sentence));
    }

    private void findings(PreviewReport report) {
        heading("What is wrong", report.findings().isEmpty() ? "nothing" : "worst first");
        for (Found found : report.findings()) {
            finding(found);
        }
        undecided(
                report.phase().equals(PREVIEW) ? "Cannot be told before deployment" : "Cannot be told",
                report.unknown());
        if (!report.allFixes().edits().isEmpty()) {
            heading("All fixes together", report.allFixes().lostAfter());
            report.allFixes().edits().forEach(edit -> line("  " + edit));
        }
    }

    private void finding(Found found) {
        String severity = found.finding().severity().key().toUpperCase(Locale.ROOT);
        boolean grave = found.finding().severity().compareTo(Severity.HIGH) <= 0;
        line("");
        line("  " + (grave ? paint.bad(severity) : paint.warning(severity)) + " "
                + paint.strong(found.finding().rule() + " " + found.finding().name()) + "  "
                + (found.finding().level() == Level.MANDATORY ? "mandatory" : "advisory"));
        line("    " + paint.faint(Label.of(found.finding().urn())));
        TextTable table = table(12, WIDTH - 12);
        table.addRowValues(
                "    seen", found.finding().path() + ": " + found.finding().seen());
        table.addRowValues("    wanted", found.finding().wanted());
        table.addRowValues("    loses", found.finding().loses());
        table.addRowValues("    fix", found.finding().fix());
        found.edits().forEach(edit -> table.addRowValues("", edit));
        if (!found.lostAfter().isEmpty()) {
            table.addRowValues("    then", found.lostAfter());
        }
        block(table);
    }

    private void undecided(String title, List<PreviewReport.Undecided> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        heading(title, "");
        for (PreviewReport.Undecided one : verdicts) {
            paragraph("  ", one.rule() + " " + one.name() + ", " + Label.of(one.urn()) + ": " + one.why());
        }
    }

    private void verdict(PreviewReport report) {
        line("");
        if (!report.within()) {
            String why = String.join(", ", Conclusion.against(report));
            line(paint.bad("This change should not go ahead") + ": " + why + ".");
        } else if (Conclusion.keepsABudget(report)) {
            line(paint.good("This change may go ahead") + ": nothing mandatory is violated,");
            line("and the forecast keeps the budget.");
        } else {
            line(paint.good("This change may go ahead") + ": nothing mandatory is violated;");
            line("no loss budget was given.");
        }
    }

    private void heading(String title, String note) {
        line("");
        line(paint.strong(title) + (note.isEmpty() ? "" : "  " + paint.faint(note)));
    }

    private void paragraph(String lead, String text) {
        wrapped(lead, text).forEach(this::line);
    }

    /** The text in lines of the terminal's width, the first behind the lead, the others indented as far. */
    private static List<String> wrapped(String lead, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(lead.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static TextTable table(int... widths) {
        Column[] columns = new Column[widths.length];
        for (int at = 0; at < widths.length; at++) {
            columns[at] = new Column(widths[at], 0, Overflow.WRAP);
        }
        return TextTable.forColumns(picocli.CommandLine.Help.defaultColorScheme(Ansi.OFF), columns);
    }

    private void block(TextTable table) {
        table.toString().lines().forEach(this::line);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private static double max(List<Loss.Point> points, java.util.function.ToDoubleFunction<Loss.Point> value) {
        return points.stream().mapToDouble(value).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private static String padLeft(String text, int width) {
        return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
    }

    private static String span(double seconds) {
        if (seconds == 3600) {
            return "the hour";
        }
        return NumberText.whole(seconds) + " s";
    }
}
