package dev.spillway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.messaging.eventhubs.models.SendOptions;
import dev.spillway.testsupport.amqp.Door;
import dev.spillway.testsupport.amqp.EventHubStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The consumer of {@code examples}, with the settings that the components mount, against a hub on this machine. */
@Tag("client")
final class ConsumerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 2;

    @TempDir
    private Path folder;

    private final EventHubStandIn hub = EventHubStandIn.start("orders", PARTITIONS, Door.OPEN);
    private final CheckpointStore places = new Places();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private ClassLoader example = ClassLoader.getSystemClassLoader();

    @BeforeEach
    void compiled() throws IOException {
        example = Compiled.example("consumer", folder.resolve("classes"));
        // Ten seconds from look to look, in a test half a second.
        String settings = MountedSettings.of("billing").replace("UpdateInterval=PT10S", "UpdateInterval=PT0.5S");
        Files.writeString(folder.resolve("azure-sdk-java.properties"), settings);
    }

    @AfterEach
    void closed() {
        hub.close();
    }

    @Test
    void repeatsAreDroppedAndTheLagIsZeroInTheEnd() throws Exception {
        send(0, 300);
        send(100, 150);
        try (AutoCloseable consumer = consumer(this::note)) {
            boolean readyAtFirst = isReady(consumer);
            call(consumer, "start");
            until(() -> done.size() >= 300);
            until(() -> metrics(consumer).contains("consumer_events_repeated_total 50\n"));

            assertThat(readyAtFirst).isFalse();
            assertThat(isReady(consumer)).isTrue();
            assertThat(done).containsExactlyInAnyOrderElementsOf(ids(0, 300));
            assertThat(metrics(consumer))
                    .contains(
                            "consumer_events_processed_total 300\n",
                            "consumer_partitions_owned 2\n",
                            "consumer_lag_events{partition=\"0\"} 0\n",
                            "consumer_lag_events{partition=\"1\"} 0\n");
        }
    }

    @Test
    void theNextOneGoesOnWhereOneWasToldToEnd() throws Exception {
        send(0, 40);
        try (AutoCloseable first = consumer(this::note)) {
            call(first, "start");
            until(() -> done.size() >= 40);
        }
        send(40, 90);
        try (AutoCloseable second = consumer(this::note)) {
            call(second, "start");
            until(() -> done.size() >= 90);
        }

        assertThat(done).containsExactlyInAnyOrderElementsOf(ids(0, 90));
    }

    @Test
    void workThatFailedIsDoneAgainBeforeTheNextEvent() throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        send(0, 30);
        try (AutoCloseable consumer = consumer((id, body) -> {
            if (id.equals("e17") && failed.compareAndSet(false, true)) {
                throw new IllegalStateException("the work on e17 fails once");
            }
            note(id, body);
        })) {
            call(consumer, "start");
            until(() -> done.size() >= 30);

            assertThat(failed).isTrue();
            assertThat(done.stream().filter(ConsumerTest::isOdd))
                    .containsExactlyElementsOf(
                            ids(0, 30).stream().filter(ConsumerTest::isOdd).toList());
            assertThat(metrics(consumer)).contains("consumer_errors_total 1\n");
        }
    }

    private void note(String id, byte[] body) {
        done.add(id);
    }

    /** Each event always to the same partition, as with a key. */
    private void send(int from, int to) {
        try (EventHubProducerClient client = new EventHubClientBuilder()
                .connectionString(hub.connectionString())
                .buildProducerClient()) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                int own = partition;
                List<EventData> events = IntStream.range(from, to)
                        .filter(number -> number % PARTITIONS == own)
                        .mapToObj(number -> new EventData("x").setMessageId("e" + number))
                        .toList();
                client.send(events, new SendOptions().setPartitionId(String.valueOf(partition)));
            }
        }
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "e" + number).toList();
    }

    /** Whether it is one of the second partition. */
    private static boolean isOdd(String id) {
        return Integer.parseInt(id.substring(1)) % 2 == 1;
    }

    private AutoCloseable consumer(BiConsumer<String, byte[]> work) throws ReflectiveOperationException {
        Class<?> settings = example.loadClass("example.consumer.Settings");
        Object read = settings.getMethod("of", Map.class)
                .invoke(
                        null,
                        Map.of(
                                "CLIENT_SETTINGS",
                                folder.toString(),
                                "EVENTHUBS_CONNECTION_STRING",
                                hub.connectionString()));
        return (AutoCloseable) example.loadClass("example.consumer.Consumer")
                .getConstructor(settings, CheckpointStore.class, BiConsumer.class)
                .newInstance(read, places, work);
    }

    private static Object call(Object consumer, String method) {
        try {
            return String.valueOf(consumer.getClass().getMethod(method).invoke(consumer));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method, e);
        }
    }

    private static boolean isReady(Object consumer) {
        return call(consumer, "isReady").equals("true");
    }

    private static String metrics(Object consumer) {
        return String.valueOf(call(consumer, "metrics"));
    }

    private static void until(BooleanSupplier claim) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!claim.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not within " + PATIENCE).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
