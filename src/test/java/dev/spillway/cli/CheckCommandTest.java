package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String DEV = "stacks/dev/plan.approved.json";
    private static final String INCIDENT = "stacks/incident/plan.approved.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void aCleanGraphExitsWithZero() {
        CommandLineRun run = CommandLineRun.of("check", DEV);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("What is declared  75 resources", "budget: none given", "0 of 2,253,600 events")
                .doesNotContain("How it is sized")
                .endsWith("This change may go ahead: nothing mandatory is violated;\nno loss budget was given.\n");
    }

    @Test
    void theVerdictsAreThoseOfThePreview() throws IOException {
        JsonNode preview = JSON.readTree(
                CommandLineRun.of("preview", "incident", "--json", "-").out());
        CommandLineRun check = CommandLineRun.of("check", INCIDENT, "--json", "-");

        JsonNode report = JSON.readTree(check.out());
        assertThat(check.exit()).isEqualTo(1);
        assertThat(report.path("phase").asText()).isEqualTo("graph");
        assertThat(report.path("forecast")).isEqualTo(preview.path("forecast"));
        for (String verdicts : List.of("unknown", "notApplicable")) {
            assertThat(report.path(verdicts)).isEqualTo(preview.path(verdicts));
        }
        assertThat(report.path("findings"))
                .extracting(finding -> finding.path("rule").asText())
                .containsSubsequence("CX-003", "CX-007", "EH-002", "EH-007", "KW-002")
                .hasSameSizeAs(preview.path("findings"));
    }

    @Test
    void theWorstOfManyFilesDecidesAndTheirOrderStays() throws IOException {
        CommandLineRun run = CommandLineRun.of("check", DEV, INCIDENT, DEV, "--json", "-");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(JSON.readTree(run.out()))
                .extracting(report -> report.path("stack").asText())
                .containsExactly("orders-dev", "orders-incident", "orders-dev");
        assertThat(CommandLineRun.of("check", DEV, INCIDENT, "--quiet").out())
                .endsWith("\n2 files: 1 may go ahead, 1 should not." + System.lineSeparator());
        assertThat(CommandLineRun.of("check", DEV, DEV).exit()).isZero();
    }

    @Test
    void aLossStopsOnlyWhereABudgetIsGiven() {
        String[] observed = {"check", INCIDENT, "--rules", "observe"};

        assertThat(CommandLineRun.of(observed).exit()).isZero();
        assertThat(CommandLineRun.of("check", INCIDENT, "--rules", "observe", "--max-loss", "0.001"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(1))
                .satisfies(run -> assertThat(run.out())
                        .contains(
                                "budget: at most 0.1 % of the offered events",
                                "This change should not go ahead: over the loss budget."));
        assertThat(CommandLineRun.of("check", INCIDENT, "--rules", "observe", "--max-loss", "0.01")
                        .exit())
                .isZero();
    }

    @Test
    void failOnReplacesWhatTheProfileMakesMandatory() {
        assertThat(CommandLineRun.of("check", INCIDENT, "--fail-on", "never").exit())
                .isZero();
        assertThat(CommandLineRun.of("check", INCIDENT, "--rules", "observe", "--fail-on", "critical"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(1))
                .satisfies(
                        run -> assertThat(run.out())
                                .containsPattern(
                                        "This change should not go ahead: \\d+ findings, some of which were asked\\s+to stop it."));
    }

    @Test
    void whatADeploymentWouldTakeBackIsFoundInAGraphAndAState() throws IOException {
        Path declared = Files.writeString(folder.resolve("declared.json"), state("dev", 2));
        Path deployed = Files.writeString(folder.resolve("deployed.json"), state("dev", 12));
        Path graph = Files.writeString(folder.resolve("graph.json"), Files.readString(Path.of(DEV)));

        assertThat(rule("PU-003", declared, "--against", deployed.toString())).isEqualTo("violation");
        assertThat(rule("PU-003", deployed, "--against", declared.toString())).isEqualTo("passed");
        assertThat(rule("PU-003", declared)).isEqualTo("unknown");
        assertThat(rule("PU-003", graph, "--against", deployed.toString())).isEqualTo("violation");
    }

    @Test
    void theStateOfAnotherStackIsRefused() throws IOException {
        Path declared = Files.writeString(folder.resolve("declared.json"), state("dev", 2));
        Path deployed = Files.writeString(folder.resolve("deployed.json"), state("live", 12));

        CommandLineRun run = CommandLineRun.of("check", declared.toString(), "--against", deployed.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("--against: is the state of shop/live, give that of shop/dev for " + declared
                        + System.lineSeparator());
    }

    @Test
    void everyProblemOfEveryFileIsSaidAtOnce() throws IOException {
        Path text = Files.writeString(folder.resolve("a.json"), "{");
        Path latin = Files.write(folder.resolve("b.json"), new byte[] {'"', (byte) 0xE4, '"'});
        Path none = folder.resolve("c.json");

        CommandLineRun run = CommandLineRun.of("check", text.toString(), DEV, latin.toString(), none.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().map(line -> line.replace(folder.toString(), "")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("/a.json:1:").contains("ends in the middle of a value"),
                        line -> assertThat(line).startsWith("/b.json").contains("UTF-8"),
                        line -> assertThat(line).startsWith("/c.json: does not exist, give what pulumi preview"));
    }

    @Test
    void badUsageExitsWithTwo() {
        assertThat(CommandLineRun.of("check").exit()).isEqualTo(2);
        assertThat(CommandLineRun.of("check").err()).contains("Missing required parameter: 'FILE'");
        assertThat(CommandLineRun.of("check", DEV, "--max-loss", "2").err())
                .startsWith("--max-loss: 2.0 is not a ratio");
        assertThat(CommandLineRun.of("check", "a\0b").err()).contains("not a path");
    }

    @Test
    void reportsAreWrittenToFilesInEveryFormat() throws IOException {
        Path json = folder.resolve("r.json");
        Path sarif = folder.resolve("r.sarif");
        Path markdown = folder.resolve("r.md");

        CommandLineRun.of(
                "check",
                INCIDENT,
                "--json",
                json.toString(),
                "--sarif",
                sarif.toString(),
                "--markdown",
                markdown.toString());

        assertThat(JSON.readTree(json.toFile()).path("findings")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(JSON.readTree(sarif.toFile()).at("/runs/0/results")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(markdown).content().startsWith("## Spillway: orders-incident should not go ahead");
    }

    /** What {@code pulumi stack export --show-secrets} writes holds the secrets in clear text. */
    @Test
    void secretsOfAStateAreJudgedAndNeverSaid() throws IOException {
        Path state = Files.writeString(folder.resolve("state.json"), """
                {"version": 3, "deployment": {"manifest": {"version": "v3.254.0"}, "resources": [
                  {"urn": "urn:pulumi:dev::shop::azure-native:eventhub:Namespace::orders", "inputs": {
                    "namespaceName": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                                      "plaintext": "\\"sesame-open-4711\\""},
                    "sku": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                            "plaintext": "{\\"tier\\":\\"hunter2-|-no-tier\\",\\"name\\":\\"Basic\\"}"}}}]}}
                """);
        List<String> said = new ArrayList<>();

        said.add(CommandLineRun.of("check", state.toString()).out());
        for (String format : List.of("--json", "--sarif", "--markdown")) {
            said.add(CommandLineRun.of("check", state.toString(), format, "-").out());
        }

        assertThat(said)
                .hasSize(4)
                .allSatisfy(text ->
                        assertThat(text).contains("sku.tier").doesNotContain("hunter2", "sesame", "no-tier", "4711"));
    }

    @Test
    void manyFilesGiveTheSameReportInEveryRun() {
        String[] files = new String[41];
        files[0] = "check";
        for (int at = 1; at < files.length; at++) {
            files[at] = at % 3 == 0 ? INCIDENT : DEV;
        }

        assertThat(CommandLineRun.of(files)).isEqualTo(CommandLineRun.of(files));
    }

    private static String rule(String id, Path file, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of("check", file.toString(), "--json", "-"));
        line.addAll(List.of(more));
        JsonNode report =
                JSON.readTree(CommandLineRun.of(line.toArray(String[]::new)).out());
        if (report.path("unknown").findValuesAsText("rule").contains(id)) {
            return "unknown";
        }
        return report.path("findings").findValuesAsText("rule").contains(id) ? "violation" : "passed";
    }

    private static String state(String stack, int units) {
        return """
                {"version": 3, "deployment": {"manifest": {"version": "v3.254.0"}, "resources": [
                  {"urn": "urn:pulumi:STACK::shop::spillway:index:EventHubsNamespace$azure-native:eventhub:Namespace::orders",
                   "inputs": {"namespaceName": "orders-dev-orders", "isAutoInflateEnabled": true,
                              "maximumThroughputUnits": 40,
                              "sku": {"name": "Standard", "tier": "Standard", "capacity": UNITS}}}]}}
                """.replace("STACK", stack).replace("UNITS", String.valueOf(units));
    }
}
