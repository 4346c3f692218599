package dev.spillway.testsupport.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubConsumerClient;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.SendOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stand-in, asked by the unchanged clients of Azure's SDK. */
final class EventHubStandInTest {
    private static final AmqpRetryOptions NO_RETRY = new AmqpRetryOptions().setMaxRetries(0);

    @Test
    void theClientReadsWhatTheHubIs() {
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 3, Door.OPEN);
                EventHubProducerClient client = producer(hub)) {
            client.send(List.of(new EventData("a")), new SendOptions().setPartitionId("2"));

            assertThat(client.getEventHubProperties().getPartitionIds()).containsExactly("0", "1", "2");
            assertThat(client.getPartitionProperties("2").getLastEnqueuedSequenceNumber())
                    .isZero();
            assertThat(client.getPartitionProperties("1").isEmpty()).isTrue();
        }
    }

    @Test
    void everyEventOfABatchIsStored() {
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 2, Door.OPEN);
                EventHubProducerClient client = producer(hub)) {
            // Larger than a frame of AMQP.
            List<EventData> events = IntStream.range(0, 300)
                    .mapToObj(number -> new EventData("x".repeat(2000)).setMessageId("id-" + number))
                    .toList();

            client.send(events);

            assertThat(hub.stored().stream().map(StoredEvent::id))
                    .containsExactlyInAnyOrderElementsOf(
                            events.stream().map(EventData::getMessageId).toList());
            assertThat(hub.tally()).isEqualTo(new Tally(1, 0, 300, 0));
        }
    }

    @Test
    void aShutDoorIsSeenAsServerBusy() {
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 1, Door.SHUT);
                EventHubProducerClient client = producer(hub)) {

            assertThatThrownBy(() -> client.send(List.of(new EventData("a"))))
                    .cause()
                    .isInstanceOfSatisfying(
                            AmqpException.class,
                            busy -> assertThat(busy.getErrorCondition())
                                    .isEqualTo(AmqpErrorCondition.SERVER_BUSY_ERROR));
            assertThat(hub.stored()).isEmpty();
            assertThat(hub.tally().refusedEvents()).isOne();
        }
    }

    @Test
    void aReaderGetsWhatIsBehindItsPlaceInOrder() {
        try (EventHubStandIn hub = EventHubStandIn.start("orders", 1, Door.OPEN);
                EventHubProducerClient client = producer(hub);
                EventHubConsumerClient reader =
                        builder(hub).consumerGroup("billing").prefetchCount(2).buildConsumerClient()) {
            client.send(IntStream.range(0, 7)
                    .mapToObj(number -> new EventData("body " + number))
                    .toList());

            List<String> read = new ArrayList<>();
            reader.receiveFromPartition("0", 4, EventPosition.fromSequenceNumber(2), Duration.ofSeconds(20))
                    .forEach(event -> read.add(event.getData().getBodyAsString()));

            assertThat(read).containsExactly("body 3", "body 4", "body 5", "body 6");
        }
    }

    @Test
    void aBucketHoldsWhatItsDepthAllows() {
        AtomicLong nanos = new AtomicLong();
        TokenBucket bucket = new TokenBucket(200, 0.5, nanos::get);

        assertThat(bucket.letsIn(100)).isTrue();
        assertThat(bucket.letsIn(1)).isFalse();
        nanos.addAndGet(5_000_000);
        assertThat(bucket.letsIn(1)).isTrue();
        nanos.addAndGet(60_000_000_000L);
        assertThat(bucket.letsIn(101)).isFalse();
        assertThat(bucket.letsIn(100)).isTrue();
    }

    private static EventHubProducerClient producer(EventHubStandIn hub) {
        return builder(hub).buildProducerClient();
    }

    private static EventHubClientBuilder builder(EventHubStandIn hub) {
        return new EventHubClientBuilder()
                .connectionString(hub.connectionString())
                .retryOptions(NO_RETRY);
    }
}
