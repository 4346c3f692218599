package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured metrics as they are exported, and everything that can be wrong with them. */
final class MetricsCsvTest {
    private static final String SCENARIO = """
            {"load": {"metrics": "%s"}, "producer": {"client": {"library": "custom", "retryWindowSeconds": 0}},
             "eventHubs": {"partitionCount": 4}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time,incomingMessages,incomingBytes\n2026-11-20T09:00:00Z,60000,54000000\n2026-11-20T09:01:00Z,90000,81000000\n",
                "\uFEFFTimestamp,Incoming Messages (Sum),Incoming Bytes (Sum)\r\n2026-11-20 09:00:00,60000,54000000\r\n2026-11-20 09:01:00,90000,81000000\r\n",
                "TimeGenerated [UTC];IncomingMessages;IncomingBytes\n2026-11-20T09:00;60000.0;5.4E7\n2026-11-20T09:01;90000;81000000\n",
                "\"incomingBytes\",\"time\",\"note\",\"incomingMessages\"\n54000000,2026-11-20T10:00:00+01:00,\"a, b\",60000\n81000000,2026-11-20T10:01:00+01:00,,90000\n\n"
            })
    void anExportIsALoadOfItsSums(String text) {
        var load = MetricsCsv.read("metrics.csv", text);

        assertThat(load.averageEventBytes()).isCloseTo(900, within(1e-9));
        assertThat(load.segments()).containsExactly(new Segment.Constant(60, 1_000), new Segment.Constant(60, 1_500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "09:00:00Z,1,1;09:01:00Z,1,1;09:04:00Z,1,1 | line 4: a gap of 180 s",
                "09:00:00Z,1,1;09:01:00Z,1,1;09:01:30Z,1,1 | line 4: a step of 30 s",
                "09:00:00Z,1,1;09:01:00+01:00,1,1 | line 3: time zone +01:00 after Z",
                "09:00:00Z,1,1;09:01:00,1,1 | line 3: time zone none after Z",
                "09:02:00Z,1,1;09:01:00Z,1,1 | line 3: 2026-11-20T09:01 after 2026-11-20T09:02",
                "09:00:00Z,1,1;09:00:00Z,1,1 | line 3: 2026-11-20T09:00 after 2026-11-20T09:00",
                "09:00:00Z,-1,1;09:01:00Z,1,1 | line 2: \"-1\"",
                "09:00:00Z,1,NaN;09:01:00Z,1,1 | line 2: \"NaN\"",
                "09:00:00Z,,1;09:01:00Z,1,1 | line 2: nothing",
                "09:00:00Z,1;09:01:00Z,1,1 | line 2: 2 values",
                "9 o'clock,1,1;09:01:00Z,1,1 | line 2: \"2026-11-20T9 o'clock\"",
                "09:00:00Z,1,1 | metrics.csv: 1 measurements",
            })
    void whatIsWrongIsNamedWithItsLine(String rows, String problem) {
        String text = "time,incomingMessages,incomingBytes\n2026-11-20T" + rows.replace(";", "\n2026-11-20T") + "\n";

        assertThatThrownBy(() -> MetricsCsv.read("metrics.csv", text))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .contains(problem)
                                .startsWith("metrics.csv"));
    }

    @Test
    void eachKindOfMistakeIsSaidOnce() {
        String text = "time,incomingMessages,incomingBytes\nnoon,x,1\nnight,y,-1\n";

        assertThatThrownBy(() -> MetricsCsv.read("metrics.csv", text))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        refused -> assertThat(refused.problems()).hasSize(3));
    }

    @ParameterizedTest
    @CsvSource({
        "'time,incomingMessages\n', no column incomingBytes",
        "'when,incomingMessages,incomingBytes\n', no column time",
        "'time,incomingMessages a,incomingMessages b,incomingBytes\n', 2 columns incomingMessages",
        "'', no column time",
        "'time,\"incomingMessages,incomingBytes\n', a text that is no CSV"
    })
    void aHeaderWithoutItsColumnsIsRefused(String text, String problem) {
        assertThatThrownBy(() -> MetricsCsv.read("metrics.csv", text)).hasMessageContaining(problem);
    }

    @Test
    void aFileWithNothingInItIsALoadOfNothing() {
        var load = MetricsCsv.read(
                "metrics.csv",
                "time,incomingMessages,incomingBytes\n2026-11-20T09:00:00Z,0,0\n2026-11-20T10:00:00Z,0,0\n");

        assertThat(load.offeredEvents()).isZero();
        assertThat(load.durationSeconds()).isEqualTo(7_200);
    }

    @Test
    void aScenarioNamesAFileBesideItself(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("day.csv"),
                "time,incomingMessages,incomingBytes\n2026-11-20T09:00:00Z,90000,81000000\n2026-11-20T09:01:00Z,60000,54000000\n");

        var figures = ScenarioJson.read(new ObjectMapper().readTree(SCENARIO.replace("%s", "day.csv")), beside(folder));

        assertThat(LossModel.forecast(figures).lostEvents()).isCloseTo(30_000, within(0.01));
    }

    @Test
    void aMissingFileIsOneProblemAmongOthers(@TempDir Path folder) throws JsonProcessingException {
        String text = SCENARIO.replace("%s", "none.csv").replace("\"partitionCount\": 4", "\"partitionCount\": 0");
        var scenario = new ObjectMapper().readTree(text);

        assertThatThrownBy(() -> ScenarioJson.read(scenario, beside(folder)))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        refused -> assertThat(List.copyOf(refused.problems()))
                                .hasSize(2)
                                .anyMatch(problem -> problem.startsWith("none.csv: a file that cannot be read")));
    }

    @Test
    void aScenarioThatIsNoFileHasNoFileBesideIt() throws JsonProcessingException {
        var scenario = new ObjectMapper().readTree(SCENARIO);

        assertThatThrownBy(() -> ScenarioJson.read(scenario)).hasMessageContaining("metrics");
    }

    private static FilesBeside beside(Path folder) {
        return name -> Files.readString(folder.resolve(name));
    }
}
