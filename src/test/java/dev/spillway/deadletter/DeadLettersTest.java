package dev.spillway.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of dead-letter blobs, whole, broken and mixed, and what would be sent to replay them. */
class DeadLettersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter requests = new StringWriter();
    private final ReplayWriter replay = new ReplayWriter(requests, "https://orders.example.com/api/events");
    private final DeadLetters letters = new DeadLetters(Optional.of(replay));

    @Test
    void eventsOfTheOlderSchemaAreGroupedByReasonAndOutcome() throws IOException {
        read("[" + older("1", "MaxDeliveryAttemptsExceeded", "NotFound") + ","
                + older("2", "MaxDeliveryAttemptsExceeded", "NotFound") + ","
                + older("3", "TimeToLiveExceeded", "TimedOut") + "]");

        Found found = letters.found();
        assertThat(found.problems()).isEmpty();
        assertThat(found.groups())
                .extracting(group -> group.reason() + ", " + group.outcome() + ": " + group.events())
                .containsExactly("MaxDeliveryAttemptsExceeded, NotFound: 2", "TimeToLiveExceeded, TimedOut: 1");
    }

    @Test
    void replayedEventIsWhatWasPublishedWithoutWhatEventGridAdded() throws IOException {
        read("[" + older("1", "MaxDeliveryAttemptsExceeded", "NotFound") + "]");

        JsonNode request = sent().get(0);
        assertThat(request.path("method").asText()).isEqualTo("POST");
        assertThat(request.path("url").asText()).isEqualTo("https://orders.example.com/api/events");
        assertThat(request.path("headers").path("content-type").asText()).isEqualTo("application/json; charset=utf-8");
        assertThat(request.path("body"))
                .isEqualTo(JSON.readTree("[{\"id\":\"1\",\"subject\":\"orders/1\",\"eventType\":\"order.placed\","
                        + "\"eventTime\":\"2026-11-20T08:00:00Z\",\"dataVersion\":\"1\",\"data\":{\"number\":1}}]"));
    }

    @Test
    void cloudEventsAreReadWithTheirPropertiesFlatOrNestedOrAround() throws IOException {
        String flat = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/orders\",\"type\":\"order.placed\","
                + "\"deadletterreason\":\"MaxDeliveryAttemptsExceeded\",\"deliveryattempts\":30,"
                + "\"lastdeliveryoutcome\":\"TimedOut\",\"publishtime\":\"2026-11-20T08:00:00Z\"}";
        String nested = "{\"id\":\"2\",\"source\":\"/orders\",\"type\":\"order.placed\",\"deadLetterProperties\":"
                + "{\"deadletterreason\":\"MaxDeliveryAttemptsExceeded\",\"deliveryattempts\":3,"
                + "\"deliveryresult\":\"TimedOut\",\"publishutc\":\"2026-11-21T08:00:00Z\"}}";
        String around = "{\"deadLetterProperties\":{\"deadletterreason\":\"MaxDeliveryAttemptsExceeded\","
                + "\"deliveryresult\":\"TimedOut\"},\"event\":{\"specversion\":\"1.0\",\"id\":\"3\","
                + "\"source\":\"/orders\",\"type\":\"order.paid\"}}";

        read("[" + String.join(",", flat, nested, around) + "]");

        Group group = letters.found().groups().get(0);
        assertThat(group.events()).isEqualTo(3);
        assertThat(group.mostAttempts()).isEqualTo(30);
        assertThat(group.firstPublished()).isEqualTo("2026-11-20T08:00:00Z");
        assertThat(group.lastPublished()).isEqualTo("2026-11-21T08:00:00Z");
        JsonNode request = sent().get(0);
        assertThat(request.path("headers").path("content-type").asText())
                .isEqualTo("application/cloudevents-batch+json; charset=utf-8");
        assertThat(request.path("body").get(1))
                .isEqualTo(JSON.readTree(
                        "{\"id\":\"2\",\"source\":\"/orders\",\"type\":\"order.placed\",\"specversion\":\"1.0\"}"));
    }

    @Test
    void eventThatStandsTwiceIsReplayedInARequestThatSaysSo() throws IOException {
        read("[" + older("1", "a", "b") + "," + older("2", "a", "b") + "," + older("1", "a", "b") + "]");

        assertThat(letters.found().duplicates()).isEqualTo(1);
        assertThat(sent())
                .extracting(request -> request.path("events").asInt() + " of which repeated "
                        + request.path("duplicates").asInt())
                .containsExactly("2 of which repeated 0", "1 of which repeated 1");
    }

    @Test
    void sameIdFromAnotherSourceIsAnotherEvent() throws IOException {
        read("[" + cloud("1", "/orders") + "," + cloud("1", "/payments") + "]");

        assertThat(letters.found().duplicates()).isZero();
    }

    @Test
    void twoSchemasGoIntoRequestsOfTheirOwn() throws IOException {
        read("[" + older("1", "a", "b") + "," + cloud("2", "/orders") + "]");

        assertThat(letters.found().schemas()).containsOnlyKeys("CloudEventSchemaV1_0", "EventGridSchema");
        assertThat(sent()).hasSize(2);
    }

    @Test
    void halfWrittenBlobIsReadUpToItsBreak() throws IOException {
        read("[" + older("1", "a", "b") + ",\n{\"id\":\"2\",\"eventType\":\"ord");

        assertThat(letters.found().events()).isEqualTo(1);
        assertThat(letters.found().problems())
                .singleElement()
                .asString()
                .startsWith("blob.json:2:")
                .endsWith("ends in the middle, 1 event before it read, give the whole blob");
        assertThat(sent().get(0).path("events").asInt()).isEqualTo(1);
    }

    @Test
    void everythingThatIsNoDeadLetterIsNamedWithItsPlaceAndPassedOver() throws IOException {
        read("[1,\n\"text\",\n[" + older("0", "a", "b") + "],\n{},\n"
                + "{\"id\":\"1\",\"eventType\":\"a\"},\n"
                + "{\"id\":\"2\",\"deadLetterReason\":\"a\"},\n"
                + older("3", "a", "b") + "]");

        assertThat(letters.found().events()).isEqualTo(1);
        assertThat(letters.found().problems())
                .containsExactly(
                        "blob.json:1:2: met a number where an event belongs, left out",
                        "blob.json:2:1: met a text where an event belongs, left out",
                        "blob.json:3:1: met a list where an event belongs, left out",
                        "blob.json:4:1: an event of neither schema: no specversion and no eventType, left out",
                        "blob.json:5:1: event 1 without deadLetterReason: not a dead letter, left out",
                        "blob.json:6:1: an event of neither schema: no specversion and no eventType, left out");
    }

    @Test
    void whatIsNoJsonAndWhatIsEmptyIsSaid() throws IOException {
        letters.read("page.html", bytes("<html>"));
        letters.read("empty.json", bytes(""));

        assertThat(letters.found().problems())
                .containsExactly(
                        "page.html:1:1: is no JSON from here on, 0 events before it read, give the whole blob",
                        "empty.json: an empty file, give a blob that Event Grid has written");
    }

    @Test
    void eventsOneAfterTheOtherWithoutAListAreReadToo() throws IOException {
        read(older("1", "a", "b") + "\n" + older("2", "a", "b"));

        assertThat(letters.found().events()).isEqualTo(2);
        assertThat(letters.found().problems()).isEmpty();
    }

    @Test
    void eventThatIsLargerThanTheServiceTakesIsPassedOverWithoutBeingHeld() throws IOException {
        String large = "{\"id\":\"1\",\"eventType\":\"a\",\"deadLetterReason\":\"a\",\"data\":[\""
                + ("x".repeat(1_000) + "\",\"").repeat(2_100) + "\"]}";

        read("[" + large + "," + older("2", "a", "b") + "]");

        assertThat(letters.found().events()).isEqualTo(1);
        assertThat(letters.found().problems())
                .containsExactly(
                        "blob.json:1:2: an event of more than 2000000 bytes, which Event Grid does not take, left"
                                + " out");
    }

    @Test
    void noRequestIsLargerThanATopicTakes() throws IOException {
        String data = "y".repeat(300_000);
        read("[" + String.join(",", List.of(filled("1", data), filled("2", data), filled("3", data), filled("4", data)))
                + "]");

        assertThat(sent()).extracting(request -> request.path("events").asInt()).containsExactly(3, 1);
        assertThat(sent())
                .allSatisfy(request ->
                        assertThat(request.path("body").toString().length()).isLessThanOrEqualTo(1_000_000));
    }

    @Test
    void moreEventsThanAreRememberedAreCountedAndTheReportSaysSo() throws IOException {
        DeadLetters forgetful = new DeadLetters(Optional.empty(), 2);
        forgetful.read(
                "blob.json",
                bytes("["
                        + String.join(
                                ",",
                                older("1", "a", "b"),
                                older("2", "a", "b"),
                                older("3", "a", "b"),
                                older("3", "a", "b"),
                                older("1", "a", "b"))
                        + "]"));

        assertThat(forgetful.found().events()).isEqualTo(5);
        assertThat(forgetful.found().duplicates()).isEqualTo(1);
        assertThat(forgetful.found().duplicatesMayBeMissed()).isTrue();
    }

    /** What a list in memory would take shows in the heap that is left after so many events. */
    @Test
    void aHundredMegabytesTakeNoMoreThanOne() throws IOException {
        String event = filled("%", "z".repeat(10_000));
        int count = 10_000;
        Runtime machine = Runtime.getRuntime();
        DeadLetters many = new DeadLetters(Optional.of(new ReplayWriter(new Counting(), "x")));
        System.gc();
        long before = machine.totalMemory() - machine.freeMemory();

        many.read("large.json", endless(event, count));

        System.gc();
        long after = machine.totalMemory() - machine.freeMemory();
        assertThat(many.found().events()).isEqualTo(count);
        assertThat(after - before).isLessThan(20_000_000);
    }

    /** A list of so many events, made while it is read. */
    private static InputStream endless(String event, int count) {
        return new InputStream() {
            private byte[] now = "[".getBytes(UTF_8);
            private int at;
            private int next;

            @Override
            public int read() {
                return more() ? now[at++] : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (!more()) {
                    return -1;
                }
                int taken = Math.min(length, now.length - at);
                System.arraycopy(now, at, into, from, taken);
                at += taken;
                return taken;
            }

            private boolean more() {
                if (at == now.length && next <= count) {
                    next++;
                    now = (next > count ? "]" : (next > 1 ? "," : "") + event.replace("\"%\"", "\"" + next + "\""))
                            .getBytes(UTF_8);
                    at = 0;
                }
                return at < now.length;
            }
        };
    }

    /** Takes everything and keeps nothing. */
    private static final class Counting extends java.io.Writer {
        @Override
        public void write(char[] text, int from, int length) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private void read(String blob) throws IOException {
        letters.read("blob.json", bytes(blob));
        replay.finish();
    }

    private List<JsonNode> sent() throws IOException {
        List<JsonNode> sent = new java.util.ArrayList<>();
        for (String line : requests.toString().lines().toList()) {
            sent.add(JSON.readTree(line));
        }
        return sent;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String older(String id, String reason, String outcome) {
        return "{\"id\":\"" + id + "\",\"topic\":\"/subscriptions/1/topics/orders\",\"subject\":\"orders/" + id
                + "\",\"eventType\":\"order.placed\",\"eventTime\":\"2026-11-20T08:00:00Z\",\"dataVersion\":\"1\","
                + "\"metadataVersion\":\"1\",\"data\":{\"number\":" + id + "},\"deadLetterReason\":\"" + reason
                + "\",\"deliveryAttempts\":30,\"lastDeliveryOutcome\":\"" + outcome
                + "\",\"publishTime\":\"2026-11-20T08:00:01Z\",\"lastDeliveryAttemptTime\":\"2026-11-21T08:00:01Z\"}";
    }

    private static String cloud(String id, String source) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"" + source
                + "\",\"type\":\"a\",\"deadletterreason\":\"a\",\"lastdeliveryoutcome\":\"b\"}";
    }

    private static String filled(String id, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"/orders\",\"type\":\"a\",\"data\":\"" + data
                + "\",\"deadletterreason\":\"a\"}";
    }
}
