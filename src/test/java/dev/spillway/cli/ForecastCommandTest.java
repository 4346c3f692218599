package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.testsupport.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code spillway forecast}: scenarios and stacks, as text and as JSON. */
final class ForecastCommandTest {
    private static final String CASES = "src/test/resources/loss/cases/";
    private static final String INCIDENT = CASES + "01-s1-incident.json";
    private static final String GRID = CASES + "28-event-grid-two-hours.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"01-s1-incident", "13-retention-capture", "14-hot-partition", "28-event-grid-two-hours"})
    void textIsTheApprovedOne(String id) {
        CommandLineRun run = CommandLineRun.of("forecast", CASES + id + ".json");

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines().filter(line -> line.length() > 80)).isEmpty();
        Golden.assertMatches(Path.of("src/test/resources/cli/forecast-" + id + ".approved.txt"), run.out());
    }

    @Test
    void jsonIsOneObjectForOneFileAndAnArrayInTheirOrderForSeveral() throws IOException {
        JsonNode one = JSON.readTree(
                CommandLineRun.of("forecast", INCIDENT, "--json", "-").out());
        JsonNode two = JSON.readTree(
                CommandLineRun.of("forecast", GRID, INCIDENT, "--json", "-").out());

        assertThat(one.at("/eventHubs/lostEvents").asDouble()).isEqualTo(22_400);
        assertThat(two).hasSize(2);
        assertThat(two.get(0).at("/eventGrid/delaySeconds/maximum").asDouble()).isEqualTo(17_200);
        assertThat(two.get(1)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-s1-incident", "28-event-grid-two-hours"})
    void jsonHasWhatTheContractNamesBesideTheOutcomes(String id) throws IOException {
        JsonNode json = JSON.readTree(CommandLineRun.of("forecast", CASES + id + ".json", "--json", "-")
                .out());

        assertThat(json.at("/range/low").isNumber()).isTrue();
        assertThat(json.at("/range/best").isNumber()).isTrue();
        assertThat(json.at("/range/high").isNumber()).isTrue();
        assertThat(json.path("decidedBy")).isNotEmpty();
        assertThat(json.path("assumptions")).isNotEmpty();
        assertThat(json.path("timeline").isArray()).isTrue();
    }

    @Test
    void aScenarioAloneIsTheSameAsInItsCaseFile() throws IOException {
        JsonNode scenario = JSON.readTree(Path.of(INCIDENT).toFile()).path("scenario");
        Path alone = file("alone.json", scenario);

        String whole = CommandLineRun.of("forecast", INCIDENT, "--json", "-").out();

        assertThat(CommandLineRun.of("forecast", alone.toString(), "--json", "-")
                        .out())
                .isEqualTo(whole);
    }

    @Test
    void aScenarioOfBothServicesIsOneObjectWhoseLossesAddUp() throws IOException {
        ObjectNode both = (ObjectNode) JSON.readTree(Path.of(INCIDENT).toFile()).path("scenario");
        ObjectNode grid = (ObjectNode) JSON.readTree(Path.of(GRID).toFile()).at("/scenario/eventGrid");
        both.set("eventGrid", grid.put("maxDeliveryAttempts", 5));

        JsonNode json = JSON.readTree(
                CommandLineRun.of("forecast", file("both.json", both).toString(), "--json", "-")
                        .out());

        double undelivered = 50 * (7_200 - 400);
        assertThat(json.at("/eventHubs/lostEvents").asDouble()).isEqualTo(22_400);
        assertThat(json.at("/eventGrid/lostEvents").asDouble()).isEqualTo(undelivered);
        assertThat(json.at("/range/best").asDouble()).isEqualTo(22_400 + undelivered);
        assertThat(json.path("decidedBy")).hasSize(2);
    }

    @Test
    void aStackIsForecastAsItsPreviewDoes() throws IOException {
        JsonNode forecast = JSON.readTree(
                CommandLineRun.of("forecast", "incident", "--json", "-").out());
        JsonNode preview = JSON.readTree(
                CommandLineRun.of("preview", "incident", "--json", "-").out());

        assertThat(forecast).isEqualTo(preview.path("forecast"));
    }

    @ParameterizedTest
    @CsvSource({"incident, 0, 1", "incident, 0.01, 0", "dev, 0, 0", INCIDENT + ", 0.009, 1", INCIDENT + ", 0.01, 0"})
    void theBudgetDecidesTheExit(String file, String ratio, int exit) {
        assertThat(CommandLineRun.of("forecast", file, "--max-loss", ratio).exit())
                .isEqualTo(exit);
    }

    @Test
    void aStackHasABudgetAndAScenarioHasNone() {
        assertThat(CommandLineRun.of("forecast", "incident").exit()).isEqualTo(1);
        assertThat(CommandLineRun.of("forecast", INCIDENT).exit()).isZero();
    }

    @Test
    void quietSaysOnlyHowMuch() {
        CommandLineRun run = CommandLineRun.of("forecast", INCIDENT, "--quiet");

        assertThat(run.out()).contains("22,400 of 2,253,600").doesNotContain("outlive", "delivered");
    }

    @Test
    void measuredMetricsLieBesideTheScenario() throws IOException {
        Files.writeString(folder.resolve("day.csv"), """
                time,incomingMessages,incomingBytes
                2026-01-01T00:00:00Z,36000,32400000
                2026-01-01T00:01:00Z,82800,74520000
                2026-01-01T00:02:00Z,82800,74520000
                2026-01-01T00:03:00Z,36000,32400000
                """);
        Path measured = folder.resolve("measured.json");
        Files.writeString(measured, """
                {"load": {"metrics": "day.csv"},
                 "producer": {"client": {"library": "custom", "retryWindowSeconds": 0}},
                 "eventHubs": {"throughputUnits": 1, "partitionCount": 4}}
                """);

        CommandLineRun run = CommandLineRun.of("forecast", measured.toString(), "--json", "-");

        JsonNode hubs = JSON.readTree(run.out()).path("eventHubs");
        assertThat(hubs.path("offeredEvents").asDouble()).isEqualTo(237_600);
        assertThat(hubs.path("lostEvents").asDouble()).isEqualTo(380 * 120);
    }

    @Test
    void picturesAreWrittenForEveryForecast() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "forecast",
                INCIDENT,
                GRID,
                "--quiet",
                "--svg",
                folder.resolve("new/svg").toString());

        assertThat(run.err()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("new/svg"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "01-s1-incident-timeline.svg",
                            "01-s1-incident-outcomes.svg",
                            "01-s1-incident-settings.svg",
                            "28-event-grid-two-hours-outcomes.svg");
        }
    }

    @Test
    void runsAreEqualByteForByte() {
        List<String> outs = Stream.generate(() -> CommandLineRun.of("forecast", INCIDENT, "dev", "--json", "-")
                        .out())
                .limit(2)
                .toList();

        assertThat(outs.get(0)).isEqualTo(outs.get(1));
    }

    private Path file(String name, JsonNode content) throws IOException {
        return Files.writeString(folder.resolve(name), content.toString());
    }
}
