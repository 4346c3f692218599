package dev.spillway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JunitReportTest {
    @Test
    void everyRuleAndResourceIsACase() throws Exception {
        Document xml = read(
                Reports.of("dev", "state", List.of(Reports.found("Basic")), List.of(Reports.loss(0, "none", true))));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);

        assertThat(cases(xml))
                .containsExactly(
                        "EH-001 tier-not-basic failure",
                        "EH-001 tier-not-basic skipped",
                        "EH-003 auto-inflate-headroom skipped",
                        "KW-002 min-replicas passed",
                        "loss-forecast passed");
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
    }

    @Test
    void anExceptedFindingIsSkippedAndSaysByWhom() throws Exception {
        Found covered = new Found(
                Reports.finding(Reports.URN, "sku.tier", "Basic", "Migration (orders)"),
                List.of(),
                "",
                Optional.empty());

        assertThat(text(Reports.of(covered))).contains("excepted, Migration (orders): sku.tier: seen Basic");
        assertThat(cases(read(Reports.of(covered)))).doesNotContain("EH-001 tier-not-basic failure");
    }

    @Test
    void aLossAboveTheBudgetFails() throws Exception {
        Document xml =
                read(Reports.of("dev", "state", List.of(), List.of(Reports.loss(30, "nothing may be lost", false))));

        assertThat(cases(xml)).contains("loss-forecast failure");
    }

    @Test
    void whatNoXmlCanHoldBecomesASign() throws Exception {
        Document xml = read(Reports.of(Reports.found("a\u0000b<c>&\"\ud800")));

        Element failure = (Element) xml.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).contains("a\ufffdb<c>&\"\ufffd");
    }

    private static List<String> cases(Document xml) {
        List<String> cases = new ArrayList<>();
        var elements = xml.getElementsByTagName("testcase");
        for (int at = 0; at < elements.getLength(); at++) {
            Element one = (Element) elements.item(at);
            String outcome =
                    one.getFirstChild() == null ? "passed" : one.getFirstChild().getNodeName();
            cases.add(one.getAttribute("classname").substring("spillway.".length()) + " " + outcome);
        }
        cases.sort(null);
        return cases;
    }

    private static String text(PreviewReport report) {
        return JunitReport.text(List.of(report));
    }

    private static Document read(PreviewReport report) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text(report).getBytes(StandardCharsets.UTF_8)));
    }
}
