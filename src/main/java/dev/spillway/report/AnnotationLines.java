package dev.spillway.report;

import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Reports as lines that a build service shows at the lines of the files they are about. */
final class AnnotationLines {
    private AnnotationLines() {}

    private record Line(boolean isError, String file, int line, String title, String text) {}

    /** As GitHub Actions reads them from the log. */
    static String forGithub(List<PreviewReport> reports) {
        StringBuilder out = new StringBuilder();
        for (Line line : lines(reports)) {
            out.append("::")
                    .append(line.isError() ? "error" : "warning")
                    .append(" file=")
                    .append(property(line.file()))
                    .append(",line=")
                    .append(line.line())
                    .append(",title=")
                    .append(property(line.title()))
                    .append("::")
                    .append(percent(line.text()))
                    .append('\n');
        }
        return out.toString();
    }

    /** As Azure Pipelines reads them from the log. */
    static String forAzureDevOps(List<PreviewReport> reports) {
        StringBuilder out = new StringBuilder();
        for (Line line : lines(reports)) {
            out.append("##vso[task.logissue type=")
                    .append(line.isError() ? "error" : "warning")
                    .append(";sourcepath=")
                    .append(azureProperty(line.file()))
                    .append(";linenumber=")
                    .append(line.line())
                    .append(";code=")
                    .append(azureProperty(line.title()))
                    .append(']')
                    .append(azure(line.text()))
                    .append('\n');
        }
        return out.toString();
    }

    private static List<Line> lines(List<PreviewReport> reports) {
        List<Line> lines = new ArrayList<>();
        for (PreviewReport report : reports) {
            report.losses().stream()
                    .filter(loss -> !loss.withinBudget())
                    .forEach(loss -> lines.add(new Line(true, report.place(), 1, "loss-forecast", lost(loss))));
            report.findings().stream()
                    .filter(found -> found.finding().suppressedBy().isEmpty())
                    .forEach(found -> lines.add(line(report, found)));
        }
        return lines;
    }

    private static Line line(PreviewReport report, Found found) {
        Finding finding = found.finding();
        Found.Where where = found.where().orElse(new Found.Where(report.place(), 1));
        String seen = (finding.path().isEmpty() ? "" : finding.path() + ": ") + "seen " + finding.seen() + "; wanted "
                + finding.wanted();
        return new Line(
                finding.level() == Level.MANDATORY,
                where.file(),
                where.line(),
                finding.rule() + " " + finding.name(),
                Label.of(finding.urn()) + ", " + seen + ". " + finding.loses() + ". " + finding.fix() + ".");
    }

    private static String lost(Loss loss) {
        return loss.namespace() + ": "
                + (loss.computable()
                        ? NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents())
                                + " events lost; " + loss.budget()
                        : "the loss is not computable: " + String.join("; ", loss.missing()));
    }

    private static String percent(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return percent(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String azure(String text) {
        return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String azureProperty(String text) {
        return azure(text).replace("]", "%5D").replace(";", "%3B");
    }
}
