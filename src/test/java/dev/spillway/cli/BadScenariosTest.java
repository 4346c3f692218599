package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that cannot be honoured: one message for each mistake, exit 2, never a stack trace. */
final class BadScenariosTest {
    private static final String SCENARIO = """
            {"load": {"averageEventBytes": 900, "segments": [
                {"kind": "constant", "durationSeconds": 60, "eventsPerSecond": 600}]},
             "producer": {"client": {"library": "azureSdkDotNet"},
                "deployment": {"podEventsPerSecond": 1200, "autoscaling": {"minReplicas": 1, "maxReplicas": 4}}},
             "eventHubs": {"throughputUnits": 1, "partitionCount": 4}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"eventsPerSecond\": 600 | \"eventsPerSecond\": -5 | load.segments[0].eventsPerSecond: -5.0",
                "\"durationSeconds\": 60 | \"durationSeconds\": 0 | load.segments[0].durationSeconds: 0.0",
                "\"averageEventBytes\": 900 | \"averageEventBytes\": 1e999 | load.averageEventBytes: \"Infinity\"",
                "\"averageEventBytes\": 900 | \"averageEventBytes\": \"many\" | load.averageEventBytes: \"many\"",
                "\"maxReplicas\": 4 | \"maxReplicas\": 0 | producer.deployment.autoscaling.maxReplicas: 0",
                "\"partitionCount\": 4 | \"partitionCount\": 0 | eventHubs.partitionCount: 0",
                "\"partitionCount\": 4 | \"partitionCuont\": 4 | eventHubs.partitionCuont: an unknown field",
                "\"throughputUnits\": 1 | \"throughputUnits\": 4, \"isAutoInflateEnabled\": true, \"maximumThroughputUnits\": 2"
                        + " | eventHubs.maximumThroughputUnits: 2",
                "azureSdkDotNet | azureSdkCobol | producer.client.library: \"azureSdkCobol\""
            })
    void everyMistakeIsNamedWithItsPlaceAndWhatWouldBeRight(String right, String wrong, String said)
            throws IOException {
        CommandLineRun run = run(SCENARIO.replace(right, wrong));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("scenario.json: " + said).contains(" is not possible, give ");
    }

    @Test
    void anEmptyProfileIsRefused() throws IOException {
        CommandLineRun run = run(SCENARIO.replaceAll("(?s)\\[.*?\\]", "[]"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("load.segments: an empty list");
    }

    @Test
    void allMistakesOfAllFilesAreSaidAtOnce() throws IOException {
        Path first = Files.writeString(
                folder.resolve("first.json"),
                SCENARIO.replace("\"partitionCount\": 4", "\"partitionCount\": 0")
                        .replace(": 600", ": -2"));
        Path second = Files.writeString(folder.resolve("second.json"), SCENARIO.replace("1200", "0"));

        CommandLineRun run = CommandLineRun.of("forecast", first.toString(), second.toString(), folder + "/third.json");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("first.json: eventHubs.partitionCount"))
                .anyMatch(line -> line.contains("first.json: load.segments[0].eventsPerSecond"))
                .anyMatch(line -> line.contains("second.json: producer.deployment.podEventsPerSecond"))
                .anyMatch(line -> line.contains("third.json: no file that can be read"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00:00:00Z,60,600 00:01:00Z,60,600 00:05:00Z,60,600 | line 4: a gap of 240 s",
                "00:00:00Z,60,600 01:01:00+01:00,60,600 00:02:00Z,60,600 | line 3: time zone +01:00 after Z",
                "00:00:00Z,60,600 00:02:00Z,60,600 00:01:00Z,60,600 | line 4: ",
                "00:00:00Z,-60,600 00:01:00Z,60,600 | line 2: \"-60\"",
                "00:00:00Z,60,NaN 00:01:00Z,60,600 | line 2: \"NaN\"",
                "00:00:00Z,60,600 | 1 measurements"
            })
    void measuredMetricsAreCheckedToo(String rows, String said) throws IOException {
        String csv = "time,incomingMessages,incomingBytes\n2026-01-01T" + rows.replace(" ", "\n2026-01-01T") + "\n";
        Files.writeString(folder.resolve("day.csv"), csv);

        CommandLineRun run =
                run(SCENARIO.replaceAll("(?s)\"load\": \\{.*?\\]\\}", "\"load\": {\"metrics\": \"day.csv\"}"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("scenario.json: day.csv")
                .contains(said);
    }

    @Test
    void metricsThatAreNotThereAreNamed() throws IOException {
        CommandLineRun run = run("{\"load\": {\"metrics\": \"nowhere.csv\"}, \"producer\": {},"
                + " \"eventHubs\": {\"partitionCount\": 4}}");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere.csv: a file that cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"load\": NaN}", "{} {}", "{\"load\": 1, \"load\": 2}", "\u0000\ufffd"})
    void whatIsNoScenarioIsSaidToBeNone(String text) throws IOException {
        CommandLineRun run = run(text);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("scenario.json")
                .contains("give a scenario as JSON")
                .doesNotContain("Exception", "JsonReadFeature", "Source:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.5", "NaN", "Infinity"})
    void aBudgetThatIsNoRatioIsRefused(String ratio) {
        CommandLineRun run = CommandLineRun.of("size", "dev", "--max-loss", ratio);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--max-loss: " + ratio);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "Infinity"})
    void aBudgetThatIsNoNumberOfEventsIsRefused(String events) {
        CommandLineRun run = CommandLineRun.of("size", "dev", "--max-lost-events", events);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--max-lost-events");
    }

    private CommandLineRun run(String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve("scenario.json"), scenario);
        CommandLineRun forecast = CommandLineRun.of("forecast", file.toString());
        CommandLineRun size = CommandLineRun.of("size", file.toString());
        assertThat(size).isEqualTo(forecast);
        return forecast;
    }
}
