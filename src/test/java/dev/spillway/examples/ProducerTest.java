package dev.spillway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.testsupport.amqp.Conduct;
import dev.spillway.testsupport.amqp.Door;
import dev.spillway.testsupport.amqp.EventHubStandIn;
import dev.spillway.testsupport.amqp.StoredEvent;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The producer of {@code examples}, with the settings that the components mount, against a hub on this machine. */
@Tag("client")
final class ProducerTest {
    private static final Duration GRACE = Duration.ofSeconds(40);
    private static final String EVENT = "an event of nine hundred bytes ".repeat(29) + "\n";

    @TempDir
    private static Path classes;

    @BeforeAll
    static void compiled() throws IOException {
        Compiled.example("producer", classes);
    }

    @Test
    void whatIsAnsweredWith202IsStoredOnceInFewBatches() throws Exception {
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 4, Door.OPEN);
                ExamplePod pod = pod(hub, 5_000).untilReady()) {
            List<String> ids = new ArrayList<>();
            for (int request = 0; request < 40; request++) {
                ids.addAll(accepted(pod.post("/events", EVENT.repeat(25))));
            }
            pod.until(() -> pod.metric("producer_events_unsettled") == 0);

            assertThat(ids).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(stored(hub)).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(hub.tally().sends()).isLessThan(20);
            assertThat(pod.metric("producer_events_accepted_total")).isEqualTo(1_000);
            assertThat(pod.metric("producer_events_acknowledged_total")).isEqualTo(1_000);
        }
    }

    @Test
    void anEventThatAFullBatchRefusesIsTheFirstOfTheNext() throws Exception {
        String third = "x".repeat(400_000) + "\n";
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 1, Door.OPEN);
                ExamplePod pod = pod(hub, 100).untilReady()) {

            List<String> ids = accepted(pod.post("/events", third.repeat(9)));
            pod.until(() -> pod.metric("producer_events_unsettled") == 0);

            assertThat(stored(hub)).containsExactlyInAnyOrderElementsOf(ids).hasSize(9);
            assertThat(hub.tally().sends()).isEqualTo(5);
        }
    }

    @Test
    void aFullOutboxLeavesTheEventsWithTheirSender() throws Exception {
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 1, Door.SHUT);
                ExamplePod pod = pod(hub, 10).untilReady()) {

            HttpResponse<String> first = pod.post("/events", EVENT.repeat(10));
            HttpResponse<String> second = pod.post("/events", EVENT);
            HttpResponse<String> large = pod.post("/events", "x".repeat(1_100_000));

            assertThat(first.statusCode()).isEqualTo(202);
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(pod.metric("producer_events_refused_total{reason=\"full\"}"))
                    .isOne();
            assertThat(pod.metric("producer_events_refused_total{reason=\"too_large\"}"))
                    .isOne();
            assertThat(pod.metric("producer_events_unsettled")).isEqualTo(10);
        }
    }

    @Test
    void whatTheClientGivesUpIsSentAnewWithItsOldId() throws Exception {
        AtomicInteger refusals = new AtomicInteger(2);
        Door opensLate = events -> refusals.getAndDecrement() <= 0;
        String oneTry = MountedSettings.of("order-api").replaceAll("maxRetries=\\d+", "maxRetries=0");
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 1, opensLate);
                ExamplePod pod = ExamplePod.start(classes, "example.producer.Main", oneTry, environment(hub, 100, 10))
                        .untilReady()) {

            List<String> ids = accepted(pod.post("/events", EVENT.repeat(3)));
            pod.until(() -> pod.metric("producer_events_unsettled") == 0);

            assertThat(stored(hub)).containsExactlyElementsOf(ids);
            assertThat(pod.metric("producer_events_resent_total")).isEqualTo(6);
        }
    }

    @Test
    void itIsAliveAtOnceAndReadyOnlyWithAnOpenLink() throws Exception {
        int port = freePort();
        String address = "Endpoint=sb://127.0.0.1:" + port
                + ";SharedAccessKeyName=k;SharedAccessKey=a2V5;EntityPath=orders;UseDevelopmentEmulator=true";
        Map<String, String> environment = Map.of("EVENTHUBS_CONNECTION_STRING", address);
        try (ExamplePod pod =
                ExamplePod.start(classes, "example.producer.Main", MountedSettings.of("order-api"), environment)) {
            int alive = pod.status("/livez");
            int ready = pod.status("/readyz");
            try (EventHubStandIn late =
                    EventHubStandIn.start("orders", 1, Conduct.of(Door.OPEN).onPort(port))) {
                pod.untilReady();

                assertThat(alive).isEqualTo(200);
                assertThat(ready).isEqualTo(503);
                assertThat(late.stored()).isEmpty();
            }
        }
    }

    @Test
    void aKillWithoutNoticeLosesWhatWasNotAcknowledgedAndNoMore() throws Exception {
        AtomicInteger open = new AtomicInteger(300);
        Door shutsLater = events -> open.addAndGet(-events) >= 0;
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 1, shutsLater);
                ExamplePod pod = pod(hub, 1_000).untilReady()) {
            List<String> ids = accepted(pod.post("/events", EVENT.repeat(300)));
            pod.until(() -> pod.metric("producer_events_unsettled") == 0);
            ids.addAll(accepted(pod.post("/events", EVENT.repeat(170))));
            long unsettled = pod.metric("producer_events_unsettled");

            pod.kill();

            assertThat(pod.hasEndedWithin(GRACE)).isTrue();
            ids.removeAll(stored(hub));
            assertThat(ids).hasSize(170).hasSize((int) unsettled);
        }
    }

    @Test
    void itsMetricsAreThoseOfPrometheus() throws Exception {
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 1, Door.OPEN);
                ExamplePod pod = pod(hub, 10).untilReady()) {

            List<String> lines = pod.get("/metrics").lines().toList();

            assertThat(lines)
                    .allMatch(line -> line.matches(
                            "# (HELP|TYPE) [a-z_]+ [A-Za-z0-9 .,]+" + "|[a-z_]+(\\{[a-z]+=\"[a-z_]+\"})? \\d+"));
            assertThat(lines.stream().filter(line -> line.startsWith("# TYPE"))).hasSize(10);
        }
    }

    private static ExamplePod pod(EventHubStandIn hub, int buffered) throws IOException {
        return ExamplePod.start(
                classes, "example.producer.Main", MountedSettings.of("order-api"), environment(hub, buffered, (int)
                        GRACE.toSeconds()));
    }

    static Map<String, String> environment(EventHubStandIn hub, int buffered, int flushSeconds) {
        return Map.of(
                "EVENTHUBS_CONNECTION_STRING",
                hub.connectionString(),
                "WORKLOAD_BUFFERED_EVENTS",
                String.valueOf(buffered),
                "WORKLOAD_FLUSH_SECONDS",
                String.valueOf(flushSeconds));
    }

    private static List<String> accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(202);
        return answer.body().lines().collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> stored(EventHubStandIn hub) {
        return hub.stored().stream().map(StoredEvent::id).toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
