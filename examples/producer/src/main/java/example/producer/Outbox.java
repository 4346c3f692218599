package example.producer;

import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventDataBatch;
import com.azure.messaging.eventhubs.EventHubProducerAsyncClient;
import com.azure.messaging.eventhubs.models.CreateBatchOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Events that were accepted and are not yet acknowledged. They leave in batches, as many batches at once as there are: a loop that
 * waits for each send, and the SDK's buffered producer with its one batch a partition, come to a near standstill once Event Hubs
 * refuses something, because the whole sender sleeps out the client's wait.
 *
 * <p>What the client gives up is sent anew with the same id, until the pod has to end.
 */
final class Outbox {
    /** What became of an event that somebody brought. */
    enum Answer {
        ACCEPTED,
        FULL,
        STOPPING,
        TOO_LARGE
    }

    /** Names and numbers around a body, at most. */
    private static final int OVERHEAD_BYTES = 1024;

    private static final Duration BEFORE_RESENDING = Duration.ofSeconds(1);
    private static final Duration BEFORE_RECONNECTING = Duration.ofSeconds(2);

    private final EventHubProducerAsyncClient client;
    private final Settings settings;
    private final Counts counts;
    private final LinkedBlockingDeque<EventData> waiting = new LinkedBlockingDeque<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(Outbox::daemon);
    private int unsettled;
    private boolean isStopping;
    private volatile int batchBytes;

    Outbox(EventHubProducerAsyncClient client, Settings settings, Counts counts) {
        this.client = client;
        this.settings = settings;
        this.counts = counts;
    }

    /** Opens the link and begins to send. */
    void start() {
        daemon(this::sendForEver).start();
    }

    /** Whether the link has been open and events are taken. */
    synchronized boolean isReady() {
        return batchBytes > 0 && !isStopping;
    }

    synchronized int unsettled() {
        return unsettled;
    }

    /** All of them or none. */
    synchronized Answer offer(List<EventData> events) {
        if (isStopping) {
            counts.refusedStopping.addAndGet(events.size());
            return Answer.STOPPING;
        }
        int most = batchBytes > 0 ? batchBytes : settings.batchBytes();
        if (events.stream().anyMatch(event -> event.getBody().length + OVERHEAD_BYTES > most)) {
            counts.refusedTooLarge.addAndGet(events.size());
            return Answer.TOO_LARGE;
        }
        if (unsettled + events.size() > settings.bufferedEvents()) {
            counts.refusedFull.addAndGet(events.size());
            return Answer.FULL;
        }
        unsettled += events.size();
        counts.accepted.addAndGet(events.size());
        waiting.addAll(events);
        return Answer.ACCEPTED;
    }

    /** Takes nothing more, sends what is left, and returns how many events are still not acknowledged when the time is up. */
    synchronized int flush(Duration most) throws InterruptedException {
        isStopping = true;
        long end = System.nanoTime() + most.toNanos();
        while (unsettled > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return unsettled;
    }

    private void sendForEver() {
        try {
            openLink();
            while (true) {
                send(waiting.takeFirst());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** A batch is as large as the link allows, so that asking for one opens it. */
    private void openLink() throws InterruptedException {
        while (true) {
            try {
                EventDataBatch largest = client.createBatch().block();
                int bytes = Math.min(settings.batchBytes(), largest.getMaxSizeInBytes());
                synchronized (this) {
                    batchBytes = bytes;
                }
                return;
            } catch (RuntimeException notYet) {
                Log.say("the link does not open yet: " + notYet.getMessage());
                TimeUnit.MILLISECONDS.sleep(BEFORE_RECONNECTING.toMillis());
            }
        }
    }

    /** Fills batches from one event on, until no further event comes within the time that a batch waits. */
    private void send(EventData first) throws InterruptedException {
        List<EventData> events = new ArrayList<>();
        EventDataBatch batch = emptyBatch();
        long leaves = System.nanoTime() + settings.batchWait().toNanos();
        for (EventData next = first; next != null; next = nextUntil(leaves)) {
            if (!batch.tryAdd(next)) {
                // A full batch refuses: it leaves, and the event it refused is the first of the next one.
                dispatch(batch, events);
                events = new ArrayList<>();
                batch = emptyBatch();
                leaves = System.nanoTime() + settings.batchWait().toNanos();
                if (!batch.tryAdd(next)) {
                    throw new IllegalStateException("an event that was let in does not fit: " + next.getMessageId());
                }
            }
            events.add(next);
        }
        dispatch(batch, events);
    }

    private EventData nextUntil(long leaves) throws InterruptedException {
        synchronized (this) {
            if (isStopping) {
                return waiting.pollFirst();
            }
        }
        return waiting.pollFirst(leaves - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private EventDataBatch emptyBatch() throws InterruptedException {
        while (true) {
            try {
                return client.createBatch(new CreateBatchOptions().setMaximumSizeInBytes(batchBytes))
                        .block();
            } catch (RuntimeException closed) {
                Log.say("the link is closed: " + closed.getMessage());
                TimeUnit.MILLISECONDS.sleep(BEFORE_RECONNECTING.toMillis());
            }
        }
    }

    private void dispatch(EventDataBatch batch, List<EventData> events) {
        counts.sends.incrementAndGet();
        counts.sendsInFlight.incrementAndGet();
        client.send(batch).subscribe(nothing -> {}, refused -> givenUp(events, refused), () -> acknowledged(events.size()));
    }

    private void acknowledged(int events) {
        counts.sendsInFlight.decrementAndGet();
        counts.acknowledged.addAndGet(events);
        synchronized (this) {
            unsettled -= events;
            notifyAll();
        }
    }

    private void givenUp(List<EventData> events, Throwable why) {
        counts.sendsInFlight.decrementAndGet();
        counts.sendsFailed.incrementAndGet();
        Log.say(events.size() + " events are sent anew: " + why.getMessage());
        later.schedule(
                () -> {
                    counts.resent.addAndGet(events.size());
                    for (int last = events.size() - 1; last >= 0; last--) {
                        waiting.addFirst(events.get(last));
                    }
                },
                BEFORE_RESENDING.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "outbox");
        thread.setDaemon(true);
        return thread;
    }
}
