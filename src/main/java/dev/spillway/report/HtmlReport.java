package dev.spillway.report;

import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.units.NumberText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reports as one page that needs nothing beside itself: the verdict first, then what would be lost, then what is wrong; the rest
 * folded. It is read with a keyboard, in the dark, and on paper.
 */
final class HtmlReport {
    private final HtmlText out = new HtmlText();

    private HtmlReport() {}

    static String text(List<PreviewReport> reports) {
        HtmlReport page = new HtmlReport();
        page.head(reports);
        reports.forEach(page::stack);
        page.foot();
        return page.out.toString();
    }

    private void head(List<PreviewReport> reports) {
        String stacks = reports.stream().map(HtmlReport::name).collect(Collectors.joining(", "));
        out.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<title>")
                .text("Spillway: " + stacks)
                .raw("</title>\n<style>\n")
                .raw(HtmlText.stylesheet())
                .raw(
                        "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#reports\">To the report</a>\n<header><strong>")
                .text("Spillway")
                .raw("</strong> &middot; which events would be lost, and why</header>\n<main id=\"reports\">\n");
    }

    private void foot() {
        out.raw("</main>\n<footer>").text(Tool.NAME + " " + Tool.VERSION).raw("</footer>\n</body>\n</html>\n");
    }

    private static String name(PreviewReport report) {
        return report.stack().isEmpty() ? "the stack" : report.stack();
    }

    private void stack(PreviewReport report) {
        out.raw("<section class=\"stack\">\n");
        verdict(report);
        tiles(report);
        report.losses().forEach(this::loss);
        findings(report);
        exceptions(report);
        undecided("Cannot be told, so not passed", report.unknown());
        sizing(report.sizing());
        undecided("Does not apply", report.notApplicable());
        resources(report);
        out.raw("</section>\n");
    }

    private void verdict(PreviewReport report) {
        out.raw("<div class=\"verdict ").raw(report.within() ? "go" : "stop").raw("\">\n");
        String may = report.within() ? " may go ahead" : " should not go ahead";
        out.element("h1", name(report) + may);
        String why = report.within()
                ? "Nothing mandatory is violated"
                        + (Conclusion.keepsABudget(report)
                                ? ", and the forecast keeps the budget."
                                : "; no loss budget was given.")
                : sentence(String.join(", ", Conclusion.against(report)));
        out.element("p", why);
        out.raw("<p class=\"soft\">")
                .text(report.place() + ", " + report.phase())
                .raw("</p>\n</div>\n");
    }

    private void tiles(PreviewReport report) {
        out.raw("<ul class=\"tiles\">\n");
        List<Loss> known = report.losses().stream().filter(Loss::computable).toList();
        if (!report.losses().isEmpty()) {
            double lost = known.stream().mapToDouble(Loss::lostEvents).sum();
            tile(known.size() < report.losses().size() ? "not computable" : NumberText.whole(lost), "events lost");
        }
        tile(NumberText.whole((double) report.count(Level.MANDATORY)), "mandatory findings");
        tile(NumberText.whole((double) report.count(Level.ADVISORY)), "advisory findings");
        tile(NumberText.whole((double) report.unknown().size()), "not decided");
        tile(NumberText.whole((double) report.suppressed()), "excepted");
        tile(NumberText.whole((double) report.resources().size()), "resources");
        out.raw("</ul>\n");
    }

    private void tile(String figure, String what) {
        out.raw("<li><b>").text(figure).raw("</b><span>").text(what).raw("</span></li>\n");
    }

    private void loss(Loss loss) {
        heading("What would be lost", "namespace " + loss.namespace());
        out.raw("<div class=\"card\">\n");
        if (!loss.timeline().isEmpty()) {
            String svg = LossPicture.timeline(loss);
            out.raw("<img class=\"picture\" alt=\"")
                    .text("Load, capacity, backlog and replicas of " + loss.namespace() + " over time. "
                            + String.join(" ", loss.when()))
                    .raw("\" src=\"data:image/svg+xml;base64,")
                    .raw(Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)))
                    .raw("\">\n");
        }
        out.raw("<div class=\"in\">\n");
        if (loss.computable()) {
            figures(loss);
        } else {
            out.raw("<p class=\"lost bad\">not computable</p>\n");
            list(loss.missing());
        }
        out.raw("</div>\n</div>\n");
        if (!loss.assumptions().isEmpty()) {
            fold("Assumptions", String.valueOf(loss.assumptions().size()));
            list(loss.assumptions());
            unfold();
        }
    }

    private void figures(Loss loss) {
        boolean none = loss.lostEvents() <= 0;
        out.raw("<p class=\"lost ").raw(none ? "good" : "bad").raw("\">");
        out.text(NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents()) + " events ("
                + NumberText.withDigits(loss.lossPercent(), 3) + " %)");
        out.raw("</p>\n<p class=\"soft\">");
        out.text("Between " + NumberText.whole(loss.low()) + " and " + NumberText.whole(loss.high()) + ". Budget: "
                + (loss.budget().isEmpty() ? "none given" : loss.budget())
                + (loss.withinBudget() ? "." : "; exceeded."));
        out.raw("</p>\n");
        list(loss.decidedBy());
        list(loss.when());
    }

    private void findings(PreviewReport report) {
        List<Found> open = report.findings().stream()
                .filter(found -> found.finding().suppressedBy().isEmpty())
                .toList();
        heading("What is wrong", open.isEmpty() ? "nothing" : "worst first");
        if (open.isEmpty()) {
            out.raw("<p><span class=\"tag good\">clean</span> No rule is violated.</p>\n");
        }
        open.forEach(found -> finding(found, open.size()));
        if (!report.allFixes().edits().isEmpty()) {
            heading("All fixes together", report.allFixes().lostAfter());
            code(report.allFixes().edits());
        }
        List<Found> covered = report.findings().stream()
                .filter(found -> !found.finding().suppressedBy().isEmpty())
                .toList();
        if (!covered.isEmpty()) {
            heading("Found and excepted", String.valueOf(covered.size()));
            covered.forEach(found -> finding(found, Integer.MAX_VALUE));
        }
    }

    /** A few findings stand open; more than a page of them are folded. */
    private void finding(Found found, int among) {
        Finding finding = found.finding();
        String severity = finding.severity().key();
        boolean isCovered = !finding.suppressedBy().isEmpty();
        out.raw("<details class=\"card\"")
                .raw(among <= OPEN_AT_MOST ? " open" : "")
                .raw(">\n<summary>");
        out.raw("<span class=\"tag " + (isCovered ? "quiet" : severity) + "\">")
                .text(severity)
                .raw("</span>");
        out.raw("<h3>").text(finding.rule() + " " + finding.name()).raw(" <span class=\"tag quiet\">");
        out.text(isCovered ? "excepted" : finding.level().key()).raw("</span></h3><span class=\"more\"></span>");
        out.raw("<span class=\"what\">")
                .text(Label.of(finding.urn()))
                .raw("</span></summary>\n<div class=\"in\"><dl>\n");
        row("seen", (finding.path().isEmpty() ? "" : finding.path() + ": ") + finding.seen());
        row("wanted", finding.wanted());
        row("loses", sentence(finding.loses()));
        row("fix", sentence(finding.fix()));
        if (!found.edits().isEmpty()) {
            out.raw("<dt>stack.yaml</dt><dd>");
            code(found.edits());
            out.raw("</dd>\n");
        }
        if (!found.lostAfter().isEmpty()) {
            row("then", found.lostAfter());
        }
        found.where().ifPresent(where -> row("where", where.file() + ", line " + where.line()));
        if (isCovered) {
            row("excepted", finding.suppressedBy());
        }
        out.raw("<dt>resource</dt><dd><code>").text(finding.urn()).raw("</code></dd>\n");
        out.raw("<dt>page</dt><dd><code>").text(finding.url()).raw("</code></dd>\n");
        out.raw("</dl></div>\n</details>\n");
    }

    private static final int OPEN_AT_MOST = 12;

    private void exceptions(PreviewReport report) {
        if (report.exceptions().isEmpty()) {
            return;
        }
        heading("Exceptions", String.valueOf(report.exceptions().size()));
        out.raw("<div class=\"card scroll\"><table>\n");
        header("Rule", "Resource", "Until", "Owner", "Ticket", "Reason", "Covers");
        for (PreviewReport.Excepted one : report.exceptions()) {
            cells(
                    one.rule(),
                    one.resource(),
                    one.expires(),
                    one.owner(),
                    one.ticket(),
                    one.reason(),
                    one.remark().isEmpty() ? NumberText.count(one.covers(), "finding") : one.remark());
        }
        out.raw("</table></div>\n");
    }

    private void undecided(String title, List<PreviewReport.Undecided> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        fold(title, String.valueOf(verdicts.size()));
        out.raw("<div class=\"scroll\"><table>\n");
        header("Rule", "Resource", "Why");
        verdicts.forEach(one -> cells(one.rule() + " " + one.name(), Label.of(one.urn()), one.why()));
        out.raw("</table></div>\n");
        unfold();
    }

    private void sizing(List<PreviewReport.Sizing> rows) {
        if (rows.isEmpty()) {
            return;
        }
        fold("How it is sized, and why", NumberText.count(rows.size(), "setting"));
        out.raw("<div class=\"scroll\"><table>\n");
        header("Setting", "Value", "From", "Reason");
        rows.forEach(row ->
                cells(row.setting(), (row.value() + " " + row.unit()).strip(), row.source(), sentence(row.reason())));
        out.raw("</table></div>\n");
        unfold();
    }

    private void resources(PreviewReport report) {
        fold(
                report.phase().equals("preview") ? "What would be declared" : "What is declared",
                NumberText.count(report.resources().size(), "resource"));
        out.raw("<pre>");
        report.resources()
                .forEach(resource -> out.text("  ".repeat(resource.depth()) + Label.type(resource.type()) + "  "
                        + resource.name() + (resource.protect() ? "  protected" : "") + "\n"));
        out.raw("</pre>\n");
        unfold();
    }

    private void heading(String title, String note) {
        out.raw("<h2>").text(title).raw(" <small>").text(note).raw("</small></h2>\n");
    }

    private void fold(String title, String note) {
        out.raw("<details class=\"card plain\">\n<summary><h3>").text(title);
        out.raw(" <span class=\"tag quiet\">").text(note).raw("</span></h3><span class=\"more\"></span></summary>\n");
        out.raw("<div class=\"in\">\n");
    }

    private void unfold() {
        out.raw("</div>\n</details>\n");
    }

    private void row(String name, String text) {
        out.raw("<dt>").text(name).raw("</dt><dd>").text(text).raw("</dd>\n");
    }

    private void list(List<String> texts) {
        if (!texts.isEmpty()) {
            out.raw("<ul class=\"tidy\">\n");
            texts.forEach(text -> out.element("li", text));
            out.raw("</ul>\n");
        }
    }

    private void code(List<String> lines) {
        out.raw("<pre>").text(String.join("\n", lines)).raw("</pre>\n");
    }

    private void header(String... names) {
        out.raw("<tr>");
        for (String name : names) {
            out.raw("<th scope=\"col\">").text(name).raw("</th>");
        }
        out.raw("</tr>\n");
    }

    private void cells(String... texts) {
        out.raw("<tr>");
        for (String text : texts) {
            out.raw("<td>").text(text).raw("</td>");
        }
        out.raw("</tr>\n");
    }

    private static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String whole = text.endsWith(".") ? text : text + ".";
        return whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
    }
}
