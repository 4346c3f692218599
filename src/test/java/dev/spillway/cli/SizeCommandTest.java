package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.testsupport.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code spillway size}: what keeps the budget, as text and as JSON. */
final class SizeCommandTest {
    private static final String CASES = "src/test/resources/loss/cases/";
    private static final String INCIDENT = CASES + "01-s1-incident.json";
    private static final Path TWO_HUBS = Path.of("src/test/resources/cli/two-hubs.yaml");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"01-s1-incident", "03-s1-auto-inflate", "14-hot-partition"})
    void textIsTheApprovedOne(String id) {
        CommandLineRun run = CommandLineRun.of("size", CASES + id + ".json");

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().filter(line -> line.length() > 80)).isEmpty();
        Golden.assertMatches(Path.of("src/test/resources/cli/size-" + id + ".approved.txt"), run.out());
    }

    @Test
    void twoHubsOfOneNamespaceShareItsUnits() {
        CommandLineRun run = CommandLineRun.of("size", TWO_HUBS.toString());

        assertThat(run.exit()).isZero();
        Golden.assertMatches(Path.of("src/test/resources/cli/size-two-hubs.approved.txt"), run.out());
    }

    @Test
    void jsonSaysWhatTheTextSays() throws IOException {
        JsonNode json =
                JSON.readTree(CommandLineRun.of("size", INCIDENT, "--json", "-").out());
        JsonNode part = json.path("namespaces").path(0);

        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("possible").asBoolean()).isTrue();
        assertThat(json.at("/prices/estimate").asBoolean()).isTrue();
        assertThat(json.at("/prices/date").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(part.path("lostEvents").asDouble()).isEqualTo(22_400);
        assertThat(alone(part, "throughputUnits").path("enough").asInt()).isEqualTo(2);
        assertThat(alone(part, "retryWindowSeconds").path("enough").asDouble()).isEqualTo(45.6);
        assertThat(alone(part, "partitionCount").path("enough").isNull()).isTrue();
        assertThat(alone(part, "bufferedEventsLimit").path("declared").isNull()).isTrue();
        assertThat(part.at("/cheapest/lostEvents").asDouble()).isZero();
        assertThat(part.at("/nextCheaper/lostEvents").asDouble()).isEqualTo(22_400);
        assertThat(part.at("/rateLimited/monthlyCost/floor").asDouble())
                .isEqualTo(part.at("/monthlyCost/floor").asDouble());
    }

    @ParameterizedTest
    @CsvSource({"--max-loss, 0.01", "--max-lost-events, 22400"})
    void aBudgetThatIsKeptAlreadyAsksForNothing(String option, String value) throws IOException {
        JsonNode part = JSON.readTree(CommandLineRun.of("size", INCIDENT, option, value, "--json", "-")
                        .out())
                .at("/namespaces/0");

        assertThat(part.path("keepsBudget").asBoolean()).isTrue();
        assertThat(part.at("/cheapest/changes")).isEmpty();
        assertThat(part.path("nextCheaper").isNull()).isTrue();
    }

    @Test
    void whereNoDesignKeepsTheBudgetTheExitSaysSo(@TempDir Path folder) throws IOException {
        Path hopeless = Files.writeString(folder.resolve("hopeless.json"), """
                {"load": {"averageEventBytes": 900, "segments": [
                    {"kind": "constant", "durationSeconds": 60, "eventsPerSecond": 50000}]},
                 "producer": {"client": {"library": "custom", "retryWindowSeconds": 0}},
                 "eventHubs": {"throughputUnits": 1, "partitionCount": 4}}
                """);

        CommandLineRun run = CommandLineRun.of("size", hopeless.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("Cheapest that keeps it: no design does");
    }

    @Test
    void eventGridHasNothingToSize() {
        CommandLineRun run = CommandLineRun.of("size", CASES + "28-event-grid-two-hours.json");

        assertThat(run.out()).contains("not computable").contains("Event Grid has no units");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void aPictureShowsWhatEachSettingBuys(@TempDir Path folder) throws IOException {
        CommandLineRun.of("size", INCIDENT, "--svg", folder.toString());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("01-s1-incident-settings.svg");
        }
    }

    private static JsonNode alone(JsonNode part, String setting) {
        for (JsonNode row : part.path("alone")) {
            if (row.path("setting").asText().equals(setting)) {
                return row;
            }
        }
        throw new AssertionError("no " + setting);
    }
}
