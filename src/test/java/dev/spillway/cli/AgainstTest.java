package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview of the stack {@code dev}, held against a state in which auto-inflate has grown its namespace to 12 units. */
final class AgainstTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE = """
            {"version": 3, "deployment": {"resources": [
              {"urn": "urn:pulumi:dev::shop::spillway:index:EventHubsNamespace$azure-native:eventhub:Namespace::orders",
               "inputs": {"namespaceName": "orders-dev-orders", "sku": {"capacity": 2}},
               "outputs": {"sku": {"capacity": UNITS}}}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void unitsOfTheStateAreDeclaredAndNothingIsReverted() throws IOException {
        JsonNode report = report("preview", "dev", "--against", state("12").toString());
        Path graph = folder.resolve("graph.json");
        CommandLineRun.of("preview", "dev", "--against", state("12").toString(), "--graph", graph.toString());

        assertThat(units(report).path("value").asText()).isEqualTo("12");
        assertThat(units(report).path("source").asText()).isEqualTo("deployed");
        assertThat(units(report).path("reason").asText()).startsWith("deployed state: 12, above the planned 2");
        assertThat(Files.readString(graph)).contains("\"capacity\": 12");
        assertThat(verdicts(report)).doesNotContain("PU-003");
    }

    @Test
    void aResetSaysWhatItTakesBack() throws IOException {
        Path stack = folder.resolve("stack.yaml");
        Files.writeString(
                stack,
                Files.readString(Path.of("stacks/dev/stack.yaml"))
                        .replace("tier: Standard", "tier: Standard\n    resetInflatedCapacity: true"));

        JsonNode report =
                report("preview", stack.toString(), "--against", state("12").toString());

        assertThat(units(report).path("value").asText()).isEqualTo("2");
        assertThat(report.path("findings").findValuesAsText("seen")).contains("2 units declared, 12 deployed");
    }

    @Test
    void withoutAStateTheCapacityIsNotReadAndTheRuleDoesNotKnow() throws IOException {
        JsonNode report = report("preview", "dev");

        assertThat(units(report).path("reason").asText()).endsWith("; live capacity not read");
        assertThat(verdicts(report)).contains("PU-001", "PU-003");
    }

    @Test
    void aStackThatIsNotInTheStateIsNotCreatedYet() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"version\": 3, \"deployment\": {}}");

        JsonNode report = report("preview", "dev", "--against", empty.toString());

        assertThat(units(report).path("value").asText()).isEqualTo("2");
        assertThat(units(report).path("reason").asText()).endsWith("; not created yet");
        assertThat(verdicts(report)).doesNotContain("PU-001", "PU-003");
    }

    @Test
    void whatIsNoStateIsToldAndNothingElseIsDone() throws IOException {
        Path graph = Files.writeString(folder.resolve("graph.json"), "[]");

        CommandLineRun run = CommandLineRun.of("preview", "dev", "--against", graph.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("--against: " + graph
                        + ": met a list without a deployment, give the state that pulumi stack export writes"
                        + System.lineSeparator());
    }

    private Path state(String units) throws IOException {
        return Files.writeString(folder.resolve("state.json"), STATE.replace("UNITS", units));
    }

    private JsonNode report(String... command) throws IOException {
        Path json = folder.resolve("report.json");
        String[] line = Arrays.copyOf(command, command.length + 2);
        line[command.length] = "--json";
        line[command.length + 1] = json.toString();
        CommandLineRun.of(line);
        return JSON.readTree(json.toFile());
    }

    private static JsonNode units(JsonNode report) {
        return StreamSupport.stream(report.path("sizing").spliterator(), false)
                .filter(row -> row.path("setting").asText().equals("eventHubs.orders.throughputUnits"))
                .findFirst()
                .orElseThrow();
    }

    /** Rules that found something or could not tell. */
    private static List<String> verdicts(JsonNode report) {
        List<String> rules = new ArrayList<>(report.path("findings").findValuesAsText("rule"));
        rules.addAll(report.path("unknown").findValuesAsText("rule"));
        return rules;
    }
}
