package dev.spillway.testsupport.amqp;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubProducerAsyncClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Sends as soon as there is something to send, over some links in turn, each of a client with its own connection. */
public final class ConcurrentSender implements LoadSender {
    private static final double NANOS = 1e9;

    private final List<EventHubProducerAsyncClient> clients;
    private final int eventsPerSend;
    private final AtomicInteger pending = new AtomicInteger();
    private final Queue<Double> gaveUpAfter = new ConcurrentLinkedQueue<>();
    private int turn;

    public ConcurrentSender(String connectionString, AmqpRetryOptions retry, int links, int eventsPerSend) {
        this.clients = IntStream.range(0, links)
                .mapToObj(link -> new EventHubClientBuilder()
                        .connectionString(connectionString)
                        .retryOptions(retry)
                        .buildAsyncProducerClient())
                .toList();
        this.eventsPerSend = eventsPerSend;
    }

    @Override
    public void warmUp() {
        for (int link = 0; link < clients.size(); link++) {
            clients.get(link)
                    .send(List.of(new EventData("warm").setMessageId("warm" + link)))
                    .block();
        }
    }

    @Override
    public int eventsPerSend() {
        return eventsPerSend;
    }

    @Override
    public void offer(int first, int events) {
        for (int at = 0; at < events; at += eventsPerSend) {
            send(LoadSender.numbered(first + at, Math.min(eventsPerSend, events - at)));
        }
    }

    private void send(List<EventData> events) {
        long start = System.nanoTime();
        pending.addAndGet(events.size());
        clients.get(turn++ % clients.size())
                .send(events)
                .subscribe(
                        nothing -> {},
                        failed -> {
                            gaveUpAfter.add((System.nanoTime() - start) / NANOS);
                            pending.addAndGet(-events.size());
                        },
                        () -> pending.addAndGet(-events.size()));
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
        clients.forEach(EventHubProducerAsyncClient::close);
    }
}
