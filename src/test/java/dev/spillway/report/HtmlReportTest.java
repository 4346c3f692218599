package dev.spillway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final Pattern OUTSIDE = Pattern.compile("(?:src|href)=\"(?!data:|#)");

    @Test
    void thePageNeedsNothingBesideItself() {
        String page = HtmlReport.text(List.of(Reports.of(Reports.found("Basic"))));

        assertThat(OUTSIDE.matcher(page).find()).isFalse();
        assertThat(page).doesNotContain("<script").doesNotContain("@import").doesNotContain("url(");
    }

    @Test
    void itBeginsWithTheVerdict() {
        assertThat(HtmlReport.text(List.of(Reports.of()))).contains("<h1>dev may go ahead</h1>");
        assertThat(HtmlReport.text(List.of(Reports.of(Reports.found("Basic")))))
                .contains("<h1>dev should not go ahead</h1>")
                .contains("1 mandatory finding");
    }

    @Test
    void whatOthersWroteIsTextWhateverItSays() {
        String page = HtmlReport.text(
                List.of(Reports.of(Reports.found("<script>alert(1)</script>\" onload='x' & \u202egnp\u0000"))));

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; \ufffdgnp\ufffd")
                .doesNotContain("<script");
    }

    @Test
    void everyElementThatIsOpenedIsClosed() {
        String page = HtmlReport.text(List.of(
                Reports.of(Reports.found("Basic")),
                Reports.of("prod", "state", List.of(), List.of(Reports.loss(3, "none", false)))));

        for (String element :
                List.of("details", "summary", "section", "div", "ul", "li", "dl", "dd", "table", "main", "pre")) {
            assertThat(count(page, "<" + element + "[ >]")).as(element).isEqualTo(count(page, "</" + element + ">"));
        }
    }

    @Test
    void anExceptedFindingStaysAndIsMarked() {
        Found covered = new Found(
                Reports.finding(Reports.URN, "sku.tier", "Basic", "Migration (orders, ORD-12)"),
                List.of(),
                "",
                Optional.empty());

        String page = HtmlReport.text(List.of(Reports.of(covered)));

        assertThat(page).contains("Found and excepted").contains("Migration (orders, ORD-12)");
    }

    private static long count(String page, String expression) {
        return Pattern.compile(expression).matcher(page).results().count();
    }
}
