package dev.spillway.report;

import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.units.NumberText;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Reports as test results: a suite for each stack, a case for each rule and resource. What stops a change fails, what only advises,
 * is excepted, is not known or does not apply is skipped and says why.
 */
final class JunitReport {
    private JunitReport() {}

    /** Why a case is no pass. */
    private enum Outcome {
        PASSED,
        SKIPPED,
        FAILED,
        BROKEN
    }

    private record Case(String rule, String resource, String path, Outcome outcome, String message, String details) {
        static final Comparator<Case> ORDER = Comparator.comparing(Case::rule)
                .thenComparing(Case::resource)
                .thenComparing(Case::path)
                .thenComparing(Case::message);
    }

    static String text(List<PreviewReport> reports) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", Tool.NAME);
            for (PreviewReport report : reports) {
                suite(xml, report);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("an XML text could not be written to memory", impossible);
        }
        return out.toString();
    }

    private static void suite(XMLStreamWriter xml, PreviewReport report) throws XMLStreamException {
        List<Case> cases = cases(report);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", report.stack().isEmpty() ? report.place() : report.stack());
        attribute(xml, "package", Tool.NAME);
        attribute(xml, "tests", String.valueOf(cases.size()));
        attribute(xml, "failures", count(cases, Outcome.FAILED));
        attribute(xml, "errors", count(cases, Outcome.BROKEN));
        attribute(xml, "skipped", count(cases, Outcome.SKIPPED));
        for (Case one : cases) {
            write(xml, one);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static List<Case> cases(PreviewReport report) {
        List<Case> cases = new ArrayList<>();
        report.findings().stream().map(JunitReport::of).forEach(cases::add);
        report.unknown().forEach(one -> cases.add(skipped(one, "unknown, so not passed: ")));
        report.notApplicable().forEach(one -> cases.add(skipped(one, "not applicable: ")));
        report.passed()
                .forEach(one -> cases.add(
                        new Case(one.rule() + " " + one.name(), name(one.urn()), "", Outcome.PASSED, "", "")));
        report.losses().stream().map(JunitReport::of).forEach(cases::add);
        cases.sort(Case.ORDER);
        return cases;
    }

    private static Case of(Found found) {
        Finding finding = found.finding();
        String seen = (finding.path().isEmpty() ? "" : finding.path() + ": ") + "seen " + finding.seen() + "; wanted "
                + finding.wanted();
        String details = finding.loses() + ".\n" + finding.fix() + ".\n" + String.join("\n", found.edits());
        Outcome outcome;
        String message;
        if (!finding.suppressedBy().isEmpty()) {
            outcome = Outcome.SKIPPED;
            message = "excepted, " + finding.suppressedBy() + ": " + seen;
        } else if (finding.verdict().equals("error")) {
            outcome = Outcome.BROKEN;
            message = seen;
        } else {
            boolean stops = finding.level() == Level.MANDATORY;
            outcome = stops ? Outcome.FAILED : Outcome.SKIPPED;
            message = stops ? seen : "advisory: " + seen;
        }
        String rule = finding.rule() + " " + finding.name();
        return new Case(rule, name(finding.urn()), finding.path(), outcome, message, details.strip());
    }

    private static Case of(Loss loss) {
        String lost = loss.computable()
                ? NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents())
                        + " events lost, budget: " + (loss.budget().isEmpty() ? "none given" : loss.budget())
                : "not computable: " + String.join("; ", loss.missing());
        Outcome outcome = loss.withinBudget() ? Outcome.PASSED : Outcome.FAILED;
        if (loss.withinBudget() && !loss.computable()) {
            outcome = Outcome.SKIPPED;
        }
        return new Case(
                "loss-forecast",
                "namespace " + loss.namespace(),
                "",
                outcome,
                outcome == Outcome.PASSED ? "" : lost,
                String.join("\n", loss.decidedBy()));
    }

    private static Case skipped(PreviewReport.Undecided one, String lead) {
        return new Case(one.rule() + " " + one.name(), name(one.urn()), "", Outcome.SKIPPED, lead + one.why(), "");
    }

    private static String name(String urn) {
        return urn.isEmpty() ? "the stack" : urn;
    }

    private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        boolean isEmpty = one.outcome() == Outcome.PASSED;
        if (isEmpty) {
            xml.writeEmptyElement("testcase");
        } else {
            xml.writeStartElement("testcase");
        }
        attribute(xml, "classname", Tool.NAME + "." + one.rule());
        attribute(xml, "name", one.resource() + (one.path().isEmpty() ? "" : " " + one.path()));
        if (!isEmpty) {
            outcome(xml, one);
            xml.writeEndElement();
        }
    }

    private static void outcome(XMLStreamWriter xml, Case one) throws XMLStreamException {
        String element =
                one.outcome() == Outcome.FAILED ? "failure" : one.outcome() == Outcome.BROKEN ? "error" : "skipped";
        xml.writeStartElement(element);
        attribute(xml, "message", one.message());
        if (one.outcome() != Outcome.SKIPPED) {
            attribute(xml, "type", one.rule());
            xml.writeCharacters(XmlText.of(one.details()));
        }
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.of(value));
    }

    private static String count(List<Case> cases, Outcome outcome) {
        return String.valueOf(
                cases.stream().filter(one -> one.outcome() == outcome).count());
    }
}
