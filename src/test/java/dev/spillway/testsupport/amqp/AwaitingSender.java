package dev.spillway.testsupport.amqp;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A loop that sends what has queued and waits for the answer, as many programs do. */
public final class AwaitingSender implements LoadSender {
    private static final int MOST = 50;
    private static final double NANOS = 1e9;

    private final EventHubProducerClient client;
    private final BlockingQueue<EventData> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Queue<Double> gaveUpAfter = new ConcurrentLinkedQueue<>();
    private final Thread loop = new Thread(this::sendAll, "awaiting-sender");

    public AwaitingSender(String connectionString, AmqpRetryOptions retry) {
        this.client = new EventHubClientBuilder()
                .connectionString(connectionString)
                .retryOptions(retry)
                .buildProducerClient();
        loop.setDaemon(true);
    }

    @Override
    public void warmUp() {
        client.send(List.of(new EventData("warm").setMessageId("warm")));
        loop.start();
    }

    @Override
    public int eventsPerSend() {
        return 1;
    }

    @Override
    public void offer(int first, int events) {
        pending.addAndGet(events);
        queue.addAll(LoadSender.numbered(first, events));
    }

    private void sendAll() {
        try {
            while (true) {
                List<EventData> next = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(next, MOST - 1);
                send(next);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<EventData> events) {
        long start = System.nanoTime();
        try {
            client.send(events);
        } catch (RuntimeException givenUp) {
            gaveUpAfter.add((System.nanoTime() - start) / NANOS);
        }
        pending.addAndGet(-events.size());
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
        loop.interrupt();
        client.close();
    }
}
