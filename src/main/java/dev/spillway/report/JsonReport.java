package dev.spillway.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** A preview for machines: version 1 of the {@code --json} contract. */
public final class JsonReport {
    private static final int VERSION = 1;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9,]+(\\.[0-9]+)?");

    private JsonReport() {}

    /** One report as it is; several as a list, in their order. */
    public static String text(List<PreviewReport> reports) {
        JsonNode json = reports.size() == 1
                ? of(reports.get(0))
                : JsonNodeFactory.instance
                        .arrayNode()
                        .addAll(reports.stream().map(JsonReport::of).toList());
        return json.toPrettyString() + "\n";
    }

    public static ObjectNode of(PreviewReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION)
                .put("stack", report.stack())
                .put("phase", report.phase())
                .put("resources", report.resources().size());
        ArrayNode sizing = json.putArray("sizing");
        report.sizing().forEach(row -> {
            ObjectNode entry = sizing.addObject().put("setting", row.setting());
            entry.set("value", value(row.value()));
            entry.put("unit", row.unit()).put("source", row.source()).put("reason", row.reason());
        });
        json.set("forecast", forecast(report.losses()));
        recovery(json, report.outages());
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(found -> findings.add(finding(found)));
        undecided(json.putArray("unknown"), report.unknown());
        undecided(json.putArray("notApplicable"), report.notApplicable());
        exceptions(json.putArray("exceptions"), report.exceptions());
        runbooks(json, report.runbooks());
        ObjectNode summary = json.putObject("summary");
        summary.put("mandatory", report.count(Level.MANDATORY))
                .put("advisory", report.count(Level.ADVISORY))
                .put("suppressed", report.suppressed())
                .put("unknown", report.unknown().size())
                .put("notApplicable", report.notApplicable().size())
                .put("withinBudget", report.losses().stream().allMatch(Loss::withinBudget))
                .put("within", report.within())
                .put("lostAfterAllFixes", report.allFixes().lostAfter());
        ArrayNode edits = summary.putArray("edits");
        report.allFixes().edits().forEach(edits::add);
        return json;
    }

    /** Left out where nothing is said of failures. */
    private static void recovery(ObjectNode json, PreviewReport.Outages outages) {
        if (outages.rows().isEmpty()) {
            return;
        }
        ObjectNode recovery = json.putObject("recovery");
        ArrayNode rows = recovery.putArray("rows");
        for (Recovery row : outages.rows()) {
            ObjectNode one = rows.addObject()
                    .put("resource", row.resource())
                    .put("failure", row.failure())
                    .put("metadata", row.metadata());
            one.set("bestSeconds", value(row.bestSeconds()));
            one.set("worstSeconds", value(row.worstSeconds()));
            one.set("delayed", value(row.delayed()));
            one.set("keptAsDeadLetters", value(row.keptAsDeadLetters()));
            one.set("lost", value(row.lost()));
            one.set("duplicatedAtMost", value(row.duplicatedAtMost()));
            one.put("note", row.note());
        }
        ArrayNode promised = recovery.putArray("availability");
        outages.availability().forEach(promised::add);
    }

    /** Left out where there is nothing to do. */
    private static void runbooks(ObjectNode json, List<PreviewReport.Runbook> runbooks) {
        if (runbooks.isEmpty()) {
            return;
        }
        ArrayNode list = json.putArray("runbooks");
        runbooks.forEach(runbook -> {
            ArrayNode steps = list.addObject().put("title", runbook.title()).putArray("steps");
            runbook.steps().forEach(step -> {
                ArrayNode commands = steps.addObject().put("text", step.text()).putArray("commands");
                step.commands().forEach(commands::add);
            });
        });
    }

    /** A number or a flag as such, anything else as text. */
    private static JsonNode value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(Boolean.parseBoolean(text));
        }
        return NUMBER.matcher(text).matches()
                ? DecimalNode.valueOf(new BigDecimal(text.replace(",", "")))
                : TextNode.valueOf(text);
    }

    /** One namespace gives its forecast as it is; several stand under their names. */
    static ObjectNode forecast(List<Loss> losses) {
        if (losses.size() == 1) {
            return one(losses.get(0));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Loss> ofNamespaces =
                losses.stream().filter(loss -> !loss.isOfSubscription()).toList();
        List<Loss> ofSubscriptions =
                losses.stream().filter(Loss::isOfSubscription).toList();
        total(json, "eventHubs", ofNamespaces);
        json.putObject("range")
                .put("low", losses.stream().mapToDouble(Loss::low).sum())
                .put("best", losses.stream().mapToDouble(Loss::lostEvents).sum())
                .put("high", losses.stream().mapToDouble(Loss::high).sum());
        ObjectNode namespaces = json.putObject("namespaces");
        ofNamespaces.forEach(loss -> namespaces.set(loss.namespace(), one(loss)));
        if (!ofSubscriptions.isEmpty()) {
            total(json, "eventGrid", ofSubscriptions);
            ObjectNode subscriptions = json.putObject("subscriptions");
            ofSubscriptions.forEach(loss -> subscriptions.set(loss.namespace(), one(loss)));
        }
        return json;
    }

    /** What is not computable counts for nothing here and is named below. */
    private static void total(ObjectNode json, String name, List<Loss> losses) {
        double offered = losses.stream().mapToDouble(Loss::offeredEvents).sum();
        double lost = losses.stream().mapToDouble(Loss::lostEvents).sum();
        json.putObject(name)
                .put("offeredEvents", offered)
                .put("lostEvents", lost)
                .put("lossPercent", offered > 0 ? 100 * lost / offered : 0);
    }

    private static ObjectNode one(Loss loss) {
        if (loss.computable()) {
            return loss.json();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode missing = json.putArray("notComputable");
        loss.missing().forEach(missing::add);
        return json;
    }

    private static ObjectNode finding(Found found) {
        Finding finding = found.finding();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("rule", finding.rule())
                .put("name", finding.name())
                .put("severity", finding.severity().key())
                .put("level", finding.level().key())
                .put("verdict", finding.verdict())
                .put("urn", finding.urn())
                .put("path", finding.path())
                .put("seen", finding.seen())
                .put("wanted", finding.wanted())
                .put("loses", finding.loses())
                .put("fix", finding.fix())
                .put("url", finding.url());
        json.put("suppressedBy", finding.suppressedBy());
        json.put("lostAfterFix", found.lostAfter());
        ArrayNode edits = json.putArray("edits");
        found.edits().forEach(edits::add);
        return json;
    }

    private static void exceptions(ArrayNode json, List<PreviewReport.Excepted> exceptions) {
        exceptions.forEach(one -> json.addObject()
                .put("rule", one.rule())
                .put("resource", one.resource())
                .put("reason", one.reason())
                .put("owner", one.owner())
                .put("ticket", one.ticket())
                .put("expires", one.expires())
                .put("place", one.place())
                .put("holds", one.holds())
                .put("covers", one.covers())
                .put("remark", one.remark()));
    }

    private static void undecided(ArrayNode json, List<PreviewReport.Undecided> verdicts) {
        verdicts.forEach(one -> json.addObject()
                .put("rule", one.rule())
                .put("name", one.name())
                .put("urn", one.urn())
                .put("why", one.why()));
    }
}
