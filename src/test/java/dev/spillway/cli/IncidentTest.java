package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The incident that Spillway exists for: explained, and cured by what its own findings say. */
class IncidentTest {
    private static final Pattern FINDING =
            Pattern.compile("^  (?:CRITICAL|HIGH|MEDIUM|LOW) ([A-Z]{2}-\\d{3}) ", Pattern.MULTILINE);

    private static JsonNode report;

    @BeforeAll
    static void preview() throws IOException {
        CommandLineRun run = CommandLineRun.of("preview", "incident", "--json", "-");
        assertThat(run.exit()).isEqualTo(1);
        report = new ObjectMapper().readTree(run.out());
    }

    @Test
    void oneEventInAHundredIsLostAfterTheSecondPodIsReady() {
        JsonNode loss = report.path("forecast").path("eventHubs");

        assertThat(loss.path("offeredEvents").asDouble()).isEqualTo(2_253_600);
        assertThat(loss.path("lostEvents").asDouble()).isEqualTo(22_400);
        assertThat(loss.path("lossPercent").asDouble()).isEqualTo(0.994);
        assertThat(loss.path("lossCauses").path("retryWindowExceeded").asDouble())
                .isEqualTo(22_400);
        assertThat(loss.path("firstLossAtSeconds").asDouble()).isBetween(1916.90, 1916.95);
        assertThat(loss.path("lastLossAtSeconds").asDouble()).isBetween(1943.19, 1943.21);
        assertThat(loss.path("producerScaling").path(0).path("atSeconds").asDouble())
                .isEqualTo(1830);
    }

    @Test
    void rangeReachesFromOrderedRetriesToNoRetryAtAll() {
        JsonNode range = report.path("forecast").path("range");

        assertThat(range.path("best").asDouble()).isEqualTo(22_400);
        assertThat(range.path("high").asDouble()).isEqualTo(45_600);
    }

    @Test
    void everyFixAloneDoesWhatThePreviewSays() {
        Map<String, String> lostAfter = new TreeMap<>();
        report.path("findings")
                .forEach(finding -> lostAfter.put(
                        finding.path("rule").asText(),
                        finding.path("lostAfterFix").asText()));
        // What the file has no key for cannot be tried out.
        lostAfter.values().removeIf(String::isEmpty);

        assertThat(lostAfter)
                .containsEntry("KW-002", "22,400 events lost (now 22,400)")
                .containsEntry("EH-007", "22,400 events lost (now 22,400)")
                .containsEntry("EH-002", "0 events lost (now 22,400)")
                .containsEntry("CX-003", "0 events lost (now 22,400)")
                .containsEntry("CX-007", "0 events lost (now 22,400)")
                .hasSize(5);
    }

    /** The fixes are written into the file as the preview prints them, and the file is previewed anew. */
    @Test
    void allFixesTogetherLeaveOnlyCopiesAndAlarmsToAskFor(@TempDir Path folder) throws IOException {
        List<StackEdit> edits = new ArrayList<>();
        report.path("summary").path("edits").forEach(edit -> edits.add(edit(edit.asText())));
        Path fixed = folder.resolve("stack.yaml");
        byte[] original = Files.readAllBytes(Path.of("stacks/incident/stack.yaml"));
        Files.writeString(fixed, PatchedStack.text(original, edits));

        CommandLineRun run = CommandLineRun.of("preview", fixed.toString(), "--rules", "strict");

        assertThat(run.out()).contains("0 of 2,253,600 events");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(FINDING.matcher(run.out()).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrder("CX-020", "AL-001", "AL-005", "CP-001");
    }

    private static StackEdit edit(String text) {
        int colon = text.indexOf(": ");
        String value = text.substring(colon + 2);
        try {
            JsonNode json = value.startsWith("{")
                    ? new ObjectMapper().readTree(value.replaceAll("(\\w+)", "\"$1\""))
                    : new ObjectMapper().readTree(value);
            return new StackEdit(List.of(text.substring(0, colon).split("\\.", -1)), json);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
