package dev.spillway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownReportTest {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    @Test
    void theVerdictComesFirstAndTheLossBeforeTheFindings() {
        PreviewReport report = Reports.of(
                "dev",
                "state",
                List.of(Reports.found("Basic")),
                List.of(Reports.loss(500, "nothing may be lost", false)));

        String markdown = MarkdownReport.text(List.of(report));

        assertThat(markdown)
                .startsWith("## Spillway: dev should not go ahead: 1 mandatory finding, over the loss budget\n")
                .containsSubsequence(
                        "| orders | **500** | 1,000 | 50.000 % | 500 to 500 | nothing may be lost: exceeded |",
                        "| high | mandatory | EH-001 tier-not-basic | eventhub:Namespace orders | sku.tier: Basic | Standard |",
                        "<details>");
    }

    @Test
    void aCleanStackSaysSoInItsFirstLine() {
        assertThat(MarkdownReport.text(List.of(Reports.of())))
                .startsWith("## Spillway: dev may go ahead\n")
                .contains("No rule is violated.", "Cannot be told, so not passed (1)");
    }

    @Test
    void severalStacksHaveOneVerdictAboveTheirOwn() {
        String markdown = MarkdownReport.text(
                List.of(Reports.of(), Reports.of("prod", "preview", List.of(Reports.found("x")), List.of())));

        assertThat(markdown)
                .startsWith("## Spillway: 1 of 2 stacks should not go ahead\n")
                .contains("### dev may go ahead", "### prod should not go ahead: 1 mandatory finding");
        assertThat(MarkdownReport.text(List.of(Reports.of(), Reports.of())))
                .startsWith("## Spillway: all of 2 stacks may go ahead\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b || c",
                "`code` and ``more``",
                "<img src=x onerror=alert(1)> </details>",
                "[text](https://example.com) ![picture](x)",
                "**bold** _thin_ ~~gone~~ *",
                "&lt; &#124; \\ \\| \\\\",
                "- item",
                "+ item",
                "# heading",
                "= under",
                "> said",
                "1. first",
                "2) second",
                "91.2 s",
                "<!-- comment",
                "http://example.com/a_b"
            })
    void whateverIsSeenReadsAsItWasWritten(String hostile) {
        Found found = Found.of(Reports.finding(Reports.URN, "", hostile, ""));

        String html = html(MarkdownReport.text(List.of(Reports.of(found))));

        assertThat(html).contains("<td>" + escapedForHtml(hostile) + "</td>");
        assertThat(html).containsOnlyOnce("<td>Standard</td>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\n| b", "a\n\n# b", "a\n```\nb", "a\u2028b"})
    void linesOfOthersBreakNoRow(String hostile) {
        Found found = Found.of(Reports.finding(Reports.URN, "", hostile, ""));

        String html = html(MarkdownReport.text(List.of(Reports.of(found))));

        assertThat(html).containsOnlyOnce("<td>Standard</td>").doesNotContain("<h1>");
    }

    @Test
    void nobodyIsCalledByAName() {
        String markdown = MarkdownReport.text(List.of(Reports.of(Reports.found("@octocat"))));

        assertThat(markdown).doesNotContain("@octocat");
        assertThat(html(markdown)).contains("sku.tier: @<!-- -->octocat");
    }

    @Test
    void anEditCannotLeaveItsBlock() {
        Found found =
                new Found(Reports.finding(Reports.URN, "", "x", ""), List.of("a: 1\n```\n# out"), "", Optional.empty());

        assertThat(html(MarkdownReport.text(List.of(Reports.of(found)))))
                .contains("<code class=\"language-yaml\">a: 1 # out\n</code>");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 400, 2_000, 50_000})
    void anyNumberOfFindingsFitsIntoAComment(int count) {
        List<Found> many = Collections.nCopies(count, Reports.found("Basic"));

        String markdown = MarkdownReport.text(List.of(Reports.of("dev", "state", many, List.of())));

        assertThat(markdown).hasSizeLessThan(65_536).startsWith("## Spillway: dev should not go ahead");
        assertThat(markdown.contains("Shortened to fit")).isEqualTo(count > 1);
        assertThat(markdown.contains(" more.")).isEqualTo(count >= 2_000);
    }

    @Test
    void anyNumberOfStacksFitsIntoAComment() {
        List<PreviewReport> many = new ArrayList<>(Collections.nCopies(5_000, Reports.of(Reports.found("Basic"))));

        String markdown = MarkdownReport.text(many);

        assertThat(markdown)
                .hasSizeLessThan(65_536)
                .startsWith("## Spillway: 5,000 of 5,000 stacks should not go ahead")
                .endsWith("the JSON report has it all.\n");
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .build()
                .render(Parser.builder().extensions(TABLES).build().parse(markdown));
    }

    /** As the renderer writes plain text. */
    private static String escapedForHtml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
