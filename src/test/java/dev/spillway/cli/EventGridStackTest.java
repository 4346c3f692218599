package dev.spillway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack {@code event-grid}, and what becomes of it when somebody takes its safety away. */
class EventGridStackTest {
    private static final Path STACK = Path.of("stacks/event-grid/stack.yaml");
    private static final String DEAD_LETTER_OF_NOTIFY =
            "url: \"https://notify.example.com/events\" }\n          deadLetter: { createStorage: true }\n";
    private static final String NOTIFY = "subscription notify of shop-events-order-events";
    private static final int RATE = 50;

    @TempDir
    private Path folder;

    @Test
    void strictProfileFindsNothing() {
        CommandLineRun run = CommandLineRun.of("preview", "event-grid", "--rules", "strict");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("What is wrong  nothing");
    }

    @Test
    void twoPreviewsAreEqualByteForByte() {
        assertThat(CommandLineRun.of("preview", "event-grid", "--graph", "-").out())
                .isEqualTo(CommandLineRun.of("preview", "event-grid", "--graph", "-")
                        .out());
    }

    @Test
    void withoutADeadLetterItIsACriticalFindingAndNothingIsDroppedInsideTheOutageYet() throws IOException {
        JsonNode report = changed(Map.of(DEAD_LETTER_OF_NOTIFY, "url: \"https://notify.example.com/events\" }\n"));

        assertThat(rules(report)).containsExactly("EG-001 critical mandatory");
        assertThat(lost(report)).isZero();
    }

    @Test
    void tenAttemptsBesidesDropWhatIsPublishedInTheFirst4400Seconds() throws IOException {
        JsonNode report = changed(Map.of(
                DEAD_LETTER_OF_NOTIFY,
                "url: \"https://notify.example.com/events\" }\n          maxDeliveryAttempts: 10\n"));

        assertThat(lost(report)).isEqualTo(4_400.0 * RATE);
    }

    @Test
    void lifeOf120MinutesIsReportedAndDropsWhatIsPublishedInTheFirst36800Seconds() throws IOException {
        JsonNode report = changed(Map.of(
                DEAD_LETTER_OF_NOTIFY,
                "url: \"https://notify.example.com/events\" }\n          eventTimeToLiveMinutes: 120\n"));

        assertThat(rules(report)).containsExactly("EG-001 critical mandatory", "EG-010 high advisory");
        assertThat(lost(report)).isEqualTo(36_800.0 * RATE);
        assertThat(report.path("findings").get(1).path("edits").get(0).asText())
                .isEqualTo("eventGrid.topics.order-events.subscriptions.notify.eventTimeToLiveMinutes: 1440");
    }

    @Test
    void deadLettersKeepWhatAShortLifeGivesUp() throws IOException {
        JsonNode report = changed(
                Map.of(DEAD_LETTER_OF_NOTIFY, DEAD_LETTER_OF_NOTIFY + "          eventTimeToLiveMinutes: 120\n"));

        JsonNode outcomes = report.path("forecast")
                .path("subscriptions")
                .path(NOTIFY)
                .path("eventGrid")
                .path("outcomes");
        assertThat(lost(report)).isZero();
        assertThat(outcomes.path("deadLettered").asDouble()).isEqualTo(36_800.0 * RATE);
    }

    @Test
    void lossThatIsAcceptedInWritingIsNoFinding() throws IOException {
        JsonNode report = changed(Map.of(DEAD_LETTER_OF_NOTIFY, """
                url: "https://notify.example.com/events" }
                          acceptLoss: { owner: orders, reason: a notice that is late is worth nothing }
                """));

        assertThat(rules(report)).isEmpty();
        assertThat(report.path("notApplicable").toString())
                .contains("loss accepted by orders: a notice that is late is worth nothing");
    }

    @Test
    void topicWithoutALoadIsNotComputable() throws IOException {
        JsonNode report = changed(Map.of("      load: { baselineEventsPerSecond: 50 }\n", ""));

        assertThat(report.path("forecast")
                        .path("subscriptions")
                        .path(NOTIFY)
                        .path("notComputable")
                        .get(0)
                        .asText())
                .contains("spillway-load");
        assertThat(report.path("summary").path("within").asBoolean()).isFalse();
    }

    private JsonNode changed(Map<String, String> edits) throws IOException {
        String text = Files.readString(STACK, UTF_8);
        for (Map.Entry<String, String> edit : edits.entrySet()) {
            assertThat(text).contains(edit.getKey());
            text = text.replace(edit.getKey(), edit.getValue());
        }
        Path file = Files.writeString(folder.resolve("stack.yaml"), text, UTF_8);
        return new ObjectMapper()
                .readTree(CommandLineRun.of("preview", file.toString(), "--json", "-")
                        .out());
    }

    private static List<String> rules(JsonNode report) {
        return java.util.stream.StreamSupport.stream(report.path("findings").spliterator(), false)
                .map(finding -> finding.path("rule").asText() + " "
                        + finding.path("severity").asText() + " "
                        + finding.path("level").asText())
                .toList();
    }

    private static double lost(JsonNode report) {
        return report.path("forecast")
                .path("subscriptions")
                .path(NOTIFY)
                .path("eventGrid")
                .path("lostEvents")
                .asDouble(-1);
    }
}
