package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users say about the rules, from each of the places where they may say it. */
class PoliciesTest {
    private static final String INCIDENT = "stacks/incident/plan.approved.json";
    private static final String EXCEPTION =
            "{ rule: EH-007, resource: orders/orders, reason: r, owner: o, ticket: t, expires: 2999-01-31 }";

    @TempDir
    private Path folder;

    @Test
    void aConfigurationMovesLevelsParametersAndProfile() throws IOException {
        Path config = write("policy.json", """
                {"spillway": {"profile": "observe"}, "EH-007": {"minRetentionHours": 24}, "KW-002": "mandatory"}""");

        JsonNode report = report("check", INCIDENT, "--config", config.toString());

        assertThat(report.findValuesAsText("rule")).doesNotContain("EH-007").contains("KW-002");
        assertThat(report.path("summary").path("mandatory").asInt()).isEqualTo(1);
    }

    @Test
    void theCommandLineOutdoesTheConfiguration() throws IOException {
        Path config = write("policy.yaml", "spillway: { profile: strict }\n");

        assertThat(report("check", INCIDENT, "--config", config.toString(), "--rules", "observe")
                        .path("summary")
                        .path("mandatory")
                        .asInt())
                .isZero();
    }

    @Test
    void everythingThatWouldChangeNothingIsAnError() throws IOException {
        Path config = write("policy.yaml", """
                EH-0077: disabled
                EH-007: { minRetention: 1 }
                EH-008: { level: disabled, minPartitions: 3 }
                spillway:
                  profil: strict
                  exceptions: [ { rule: EH-007, reasn: x } ]
                  facts: { nobody: { role: producer }, orders: { rolle: x } }
                """);

        CommandLineRun run = CommandLineRun.of("check", INCIDENT, "--config", config.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().replace(config + ": ", "")).isEqualTo("""
                EH-0077: there is no such policy, did you mean EH-007?
                EH-007: minRetention is no parameter of this rule, it has minRetentionHours
                EH-008: the rule is disabled, so its parameters decide nothing, leave them out
                spillway.exceptions[0].reasn: an exception has no such key, give rule, resource, reason, owner, ticket and expires
                spillway.facts.orders.rolle: there is no such fact, give client, connections, consumer-group, critical, \
                flush-seconds, hub, load, max-bytes-per-second, max-events-per-second, profile, retry-budget-seconds, role, spool
                spillway.profil: there is no such key, give profile, exceptions or facts
                """);
    }

    @Test
    void factsOfAResourceThatIsNotThereAreAnError() throws IOException {
        Path config = write("policy.yaml", "spillway: { facts: { nobody: { role: producer } } }\n");

        CommandLineRun run = CommandLineRun.of("check", INCIDENT, "--config", config.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("spillway.facts.nobody: nobody meets no resource");
    }

    @Test
    void factsAreJudgedAsIfTheResourceSaidThem() throws IOException {
        Path config = write("policy.yaml", "spillway: { facts: { order-*: { flush-seconds: 500 } } }\n");

        assertThat(report("check", INCIDENT).findValuesAsText("rule")).doesNotContain("KW-025");
        assertThat(report("check", INCIDENT, "--config", config.toString())
                        .path("findings")
                        .findValuesAsText("rule"))
                .contains("KW-025");
    }

    @ParameterizedTest
    @CsvSource({"'',1", "'exceptions: [ %s ]',0"})
    void anExceptionInTheStackCoversItsFinding(String exceptions, int found) throws IOException {
        String stack = Files.readString(Path.of("stacks/incident/stack.yaml"));
        Path file = write("stack.yaml", stack + exceptions.replace("%s", EXCEPTION) + "\n");

        JsonNode report = report("preview", file.toString());

        long open = report.path("findings").findParents("rule").stream()
                .filter(finding -> finding.path("rule").asText().equals("EH-007"))
                .filter(finding -> finding.path("suppressedBy").asText().isEmpty())
                .count();
        assertThat(open).isEqualTo(found);
        assertThat(report.path("exceptions")).hasSize(1 - found);
    }

    @Test
    void settingsOfTheStackAreNamedByTheirPlaceInIt() throws IOException {
        assertRefused("EH-999: disabled", "rules.settings.EH-999: there is no such policy");
    }

    @Test
    void aSettingNamedSpillwayWasLeftOutInSilence() throws IOException {
        assertRefused("spillway: { profile: strict }", "rules.settings.spillway: there is no such key");
    }

    private void assertRefused(String settings, String problem) throws IOException {
        String stack = Files.readString(Path.of("stacks/incident/stack.yaml"));
        Path file = write("stack.yaml", stack + "rules: { settings: { " + settings + " } }\n");

        CommandLineRun run = CommandLineRun.of("preview", file.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith(file + ": " + problem);
    }

    @Test
    void aBaselineIsWrittenOnceAndShrinks() throws IOException {
        Path baseline = folder.resolve("old.json");
        String[] check = {"check", INCIDENT, "--baseline", baseline.toString()};

        CommandLineRun first = CommandLineRun.of(check);
        String written = Files.readString(baseline);
        CommandLineRun second = CommandLineRun.of(check);
        Path mended = write(
                "mended.json",
                Files.readString(Path.of(INCIDENT))
                        .replace("\"retentionTimeInHours\": 24", "\"retentionTimeInHours\": 72"));
        CommandLineRun.of("check", mended.toString(), "--baseline", baseline.toString());
        CommandLineRun back = CommandLineRun.of(check);

        assertThat(first.exit()).isZero();
        assertThat(second.exit()).isZero();
        assertThat(written).contains("EH-007");
        assertThat(Files.readString(baseline)).doesNotContain("EH-007").contains("EH-002");
        assertThat(back.exit()).isEqualTo(1);
    }

    @Test
    void aBaselineThatMayNotGrowDoesNot() throws IOException {
        Path baseline = write("old.json", "{\"version\":1,\"mayGrow\":false,\"findings\":[]}");

        CommandLineRun run = CommandLineRun.of("check", INCIDENT, "--baseline", baseline.toString(), "--baseline-grow");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("may not grow, and 9 findings are new");
        assertThat(Files.readString(baseline)).contains("\"findings\":[]");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode report(String command, String... more) throws IOException {
        String[] args = new String[more.length + 3];
        args[0] = command;
        System.arraycopy(more, 0, args, 1, more.length);
        args[more.length + 1] = "--json";
        args[more.length + 2] = "-";
        CommandLineRun run = CommandLineRun.of(args);
        assertThat(run.err()).isEmpty();
        return new ObjectMapper().readTree(run.out());
    }
}
