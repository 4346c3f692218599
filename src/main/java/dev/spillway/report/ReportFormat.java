package dev.spillway.report;

import dev.spillway.rule.RuleCard;
import java.util.List;

/** The forms in which reports are written to files. */
public enum ReportFormat {
    JSON("json") {
        @Override
        public String write(List<PreviewReport> reports, List<RuleCard> cards) {
            return JsonReport.text(reports);
        }
    },
    SARIF("sarif") {
        @Override
        public String write(List<PreviewReport> reports, List<RuleCard> cards) {
            return SarifReport.text(reports, cards);
        }
    },
    MARKDOWN("md") {
        @Override
        public String write(List<PreviewReport> reports, List<RuleCard> cards) {
            return MarkdownReport.text(reports);
        }
    },
    JUNIT("junit.xml") {
        @Override
        public String write(List<PreviewReport> reports, List<RuleCard> cards) {
            return JunitReport.text(reports);
        }
    },
    HTML("html") {
        @Override
        public String write(List<PreviewReport> reports, List<RuleCard> cards) {
            return HtmlReport.text(reports);
        }
    },
    GITHUB("github.txt") {
        @Override
        public String write(List<PreviewReport> reports, List<RuleCard> cards) {
            return AnnotationLines.forGithub(reports);
        }
    },
    AZURE_DEVOPS("azure-devops.txt") {
        @Override
        public String write(List<PreviewReport> reports, List<RuleCard> cards) {
            return AnnotationLines.forAzureDevOps(reports);
        }
    };

    private final String extension;

    ReportFormat(String extension) {
        this.extension = extension;
    }

    /** How the name of such a file ends, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * All reports in one text that ends with a line break.
     *
     * @param cards of all rules that were asked
     */
    public abstract String write(List<PreviewReport> reports, List<RuleCard> cards);
}
