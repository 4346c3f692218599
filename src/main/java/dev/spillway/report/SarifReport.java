package dev.spillway.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import dev.spillway.units.NumberText;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reports for code scanning: SARIF 2.1.0, one run a report. What is violated fails, what cannot be told is open, and what does
 * not apply is left to the JSON report.
 */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String FAIL = "fail";
    private static final String OPEN = "open";
    private static final String LOSS = "loss-forecast";
    private static final String FORECAST_PAGE = "policies/README.md";

    /** Where the pages of the repository are read; a URI has to be absolute here. */
    private static final String PAGES = "https://spillway.dev/";

    /** The model counts in fractions; what does not add up to an event is no loss. */
    private static final double ONE_EVENT = 1;

    private final ObjectNode run = JsonNodeFactory.instance.objectNode();
    private final PreviewReport report;
    private final ArrayNode results;

    private SarifReport(PreviewReport report, List<RuleCard> cards, String id) {
        this.report = report;
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", Tool.NAME).put("semanticVersion", Tool.VERSION).put("informationUri", PAGES);
        ArrayNode rules = driver.putArray("rules");
        cards.forEach(card -> rule(rules.addObject(), card));
        forecastRule(rules.addObject());
        run.putObject("automationDetails").put("id", id);
        run.put("columnKind", "utf16CodeUnits");
        run.putObject("properties")
                .put("stack", report.stack())
                .put("phase", report.phase())
                .put("within", report.within());
        results = run.putArray("results");
    }

    static String text(List<PreviewReport> reports, List<RuleCard> cards) {
        ObjectNode log =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ArrayNode runs = log.putArray("runs");
        Set<String> ids = new HashSet<>();
        reports.forEach(report -> runs.add(new SarifReport(report, cards, id(report, ids)).run()));
        return log.toPrettyString() + "\n";
    }

    /** Tells one stack's alerts from another's; the same in every run, and only once in a file. */
    private static String id(PreviewReport report, Set<String> taken) {
        String id = Tool.NAME + "/" + (report.stack().isEmpty() ? "-" : report.stack()) + "/" + report.phase();
        int number = 1;
        String free = id + "/";
        while (!taken.add(free)) {
            number++;
            free = id + "-" + number + "/";
        }
        return free;
    }

    private ObjectNode run() {
        report.losses().forEach(this::loss);
        report.findings().forEach(this::finding);
        report.unknown().forEach(this::unknown);
        return run;
    }

    private static void rule(ObjectNode rule, RuleCard card) {
        String fix = card.fix(Settings.STANDARD);
        rule.put("id", card.id()).put("name", card.name());
        rule.putObject("shortDescription").put("text", escaped(card.summary()));
        rule.putObject("fullDescription").put("text", escaped(card.loses() + "."));
        rule.putObject("help")
                .put("text", escaped(card.loses() + ". " + fix + "."))
                .put("markdown", "**How events are lost.** " + card.loses() + ".\n\n**What to do.** " + fix + ".");
        rule.put("helpUri", PAGES + card.url());
        rule.putObject("defaultConfiguration").put("level", level(card.level()));
        rule.putObject("properties")
                .put("severity", card.severity().key())
                .putArray("tags")
                .add(card.pillar().key());
    }

    private static void forecastRule(ObjectNode rule) {
        rule.put("id", LOSS).put("name", LOSS);
        rule.putObject("shortDescription").put("text", "Events that the declared load would lose");
        rule.putObject("fullDescription")
                .put("text", "The load that workloads declare is simulated against what the namespace can take.");
        rule.putObject("help")
                .put("text", "Mend the findings that the forecast names as deciding, or raise the budget.");
        rule.put("helpUri", PAGES + FORECAST_PAGE);
    }

    /** A forecast belongs to a namespace, by the name that Azure knows. */
    private void loss(Loss loss) {
        String of = report.stack() + "/" + loss.namespace();
        ObjectNode result;
        if (!loss.computable()) {
            String missing = String.join("; ", loss.missing());
            result = result(
                    LOSS, OPEN, "none", loss.namespace() + ": the loss is not computable: " + missing + ".", of, "");
        } else if (loss.lostEvents() >= ONE_EVENT) {
            String lost = NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents());
            String decided = String.join(" ", loss.decidedBy());
            result = result(
                    LOSS,
                    FAIL,
                    loss.withinBudget() ? "warning" : "error",
                    loss.namespace() + ": " + lost + " events lost. " + decided,
                    of,
                    "");
        } else {
            return;
        }
        location(result, report.place(), 1, "");
    }

    private void finding(Found found) {
        Finding finding = found.finding();
        ObjectNode result = result(
                finding.rule(),
                FAIL,
                level(finding.level()),
                (finding.path().isEmpty() ? "" : finding.path() + ": ") + "seen " + finding.seen() + "; wanted "
                        + finding.wanted() + ". " + finding.loses() + ". " + finding.fix() + ".",
                finding.urn(),
                finding.path());
        Found.Where where = found.where().orElse(new Found.Where(report.place(), 1));
        location(result, where.file(), where.line(), finding.urn());
        if (!finding.suppressedBy().isEmpty()) {
            result.putArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("justification", finding.suppressedBy());
        }
        ObjectNode properties = result.putObject("properties")
                .put("severity", finding.severity().key())
                .put("verdict", finding.verdict())
                .put("path", finding.path())
                .put("seen", finding.seen())
                .put("wanted", finding.wanted());
        ArrayNode edits = properties.putArray("edits");
        found.edits().forEach(edits::add);
    }

    private void unknown(PreviewReport.Undecided one) {
        ObjectNode result =
                result(one.rule(), OPEN, "none", "unknown, so not passed: " + one.why() + ".", one.urn(), "");
        location(result, report.place(), 1, one.urn());
    }

    private ObjectNode result(String rule, String kind, String level, String text, String urn, String path) {
        ObjectNode result = results.addObject();
        result.put("ruleId", rule).put("kind", kind).put("level", level);
        result.putObject("message").put("text", escaped(text));
        String fingerprint = fingerprint(rule, urn, path);
        result.putObject("fingerprints").put("ruleUrnPath/v1", fingerprint);
        // The one that GitHub goes by, which would otherwise follow the text of the line.
        result.putObject("partialFingerprints").put("primaryLocationLineHash", fingerprint);
        return result;
    }

    private static void location(ObjectNode result, String file, int line, String urn) {
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(file));
        physical.putObject("region").put("startLine", line);
        if (!urn.isEmpty()) {
            location.putArray("logicalLocations")
                    .addObject()
                    .put("name", Label.of(urn))
                    .put("fullyQualifiedName", urn)
                    .put("kind", "resource");
        }
    }

    /** Relative as the user named it, so that a forge finds it in the repository; absolute files as such. */
    private static String uri(String file) {
        Path path = Path.of(file);
        if (path.isAbsolute()) {
            return path.toUri().toString();
        }
        try {
            String slashes = file.replace('\\', '/');
            // A colon in the first step would make it a scheme.
            String relative = slashes.split("/", 2)[0].contains(":") ? "./" + slashes : slashes;
            return new URI(null, null, relative, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("a path is always quoted", impossible);
        }
    }

    private static String level(Level level) {
        return switch (level) {
            case MANDATORY -> "error";
            case ADVISORY -> "warning";
            case DISABLED -> "none";
        };
    }

    /** Braces stand for placeholders in SARIF's messages. */
    private static String escaped(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    private static String fingerprint(String rule, String urn, String path) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", rule, urn, path).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole).substring(0, 32).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
