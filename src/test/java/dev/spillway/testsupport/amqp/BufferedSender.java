package dev.spillway.testsupport.amqp;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubBufferedProducerAsyncClient;
import com.azure.messaging.eventhubs.EventHubBufferedProducerClientBuilder;
import com.azure.messaging.eventhubs.models.SendOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The buffered producer of Azure's SDK, called without waiting, all events to one partition. */
public final class BufferedSender implements LoadSender {
    private static final double NANOS = 1e9;
    private static final Duration BATCH_WAIT = Duration.ofSeconds(1);
    private static final SendOptions FIRST = new SendOptions().setPartitionId("0");

    private final EventHubBufferedProducerAsyncClient client;
    private final AtomicInteger pending = new AtomicInteger();
    private final Queue<Double> gaveUpAfter = new ConcurrentLinkedQueue<>();

    public BufferedSender(String connectionString, AmqpRetryOptions retry) {
        this.client = new EventHubBufferedProducerClientBuilder()
                .connectionString(connectionString)
                .retryOptions(retry)
                .maxWaitTime(BATCH_WAIT)
                .onSendBatchSucceeded(sent -> sent.getEvents().forEach(event -> pending.decrementAndGet()))
                .onSendBatchFailed(failed -> failed.getEvents().forEach(event -> pending.decrementAndGet()))
                .buildAsyncClient();
    }

    @Override
    public void warmUp() {
        pending.incrementAndGet();
        client.enqueueEvent(new EventData("warm").setMessageId("warm"), FIRST).block();
        client.flush().block();
    }

    @Override
    public int eventsPerSend() {
        return 1;
    }

    @Override
    public void offer(int first, int events) {
        long start = System.nanoTime();
        pending.addAndGet(events);
        LoadSender.numbered(first, events)
                .forEach(event -> client.enqueueEvent(event, FIRST).subscribe(held -> {}, full -> {
                    gaveUpAfter.add((System.nanoTime() - start) / NANOS);
                    pending.decrementAndGet();
                }));
    }

    @Override
    public int pendingEvents() {
        return pending.get();
    }

    @Override
    public List<Double> gaveUpAfter() {
        return new ArrayList<>(gaveUpAfter);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (RuntimeException full) {
            // It flushes at its end, and cannot while its buffer is full.
            pending.set(0);
        }
    }
}
