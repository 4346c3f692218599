package example.consumer;

import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventProcessorClient;
import com.azure.messaging.eventhubs.EventProcessorClientBuilder;
import com.azure.messaging.eventhubs.models.CloseReason;
import com.azure.messaging.eventhubs.models.EventContext;
import com.azure.messaging.eventhubs.models.EventPosition;
import com.azure.messaging.eventhubs.models.LastEnqueuedEventProperties;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Reads the partitions that are its share, does the work on each event once as far as it can know, and keeps its place behind
 * work that is done. What is read again after a crash is at most what lies behind the last place.
 */
public final class Consumer implements AutoCloseable {
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);

    private final Settings settings;
    private final BiConsumer<String, byte[]> work;
    private final Counts counts = new Counts();
    private final Map<String, Partition> partitions = new ConcurrentHashMap<>();
    private final LookedAt store;
    private final EventProcessorClient processor;
    private volatile boolean isClosing;

    /** One partition that this pod reads; its events come one after the other. */
    private static final class Partition {
        private final Repeats repeats;
        private EventContext last;
        private int sinceCheckpoint;

        private Partition(int remembered) {
            this.repeats = new Repeats(remembered);
        }
    }

    /**
     * @param store where places are kept
     * @param work what is done with the id and the body of an event; it throws what went wrong
     */
    public Consumer(Settings settings, CheckpointStore store, BiConsumer<String, byte[]> work) {
        this.settings = settings;
        this.work = work;
        this.store = new LookedAt(store);
        this.processor = processor();
    }

    /** Begins to take part in the reading. */
    public void start() {
        processor.start();
    }

    /** Whether it looked for its share of the partitions, and lately. */
    public boolean isReady() {
        Duration late = settings.client().balancing().multipliedBy(3);
        return processor.isRunning() && store.wasAskedWithin(late);
    }

    /** What it did, in the format of Prometheus. */
    public String metrics() {
        return counts.asText(isReady());
    }

    /** Finishes the events that are being worked on, and keeps the place of every partition. */
    @Override
    public void close() {
        isClosing = true;
        processor.stop(settings.flush());
        partitions.values().forEach(this::keepPlace);
    }

    private EventProcessorClient processor() {
        EventProcessorClientBuilder builder = new EventProcessorClientBuilder()
                .consumerGroup(settings.group())
                .checkpointStore(store)
                .retryOptions(settings.client().retry())
                .transportType(settings.client().transport())
                .prefetchCount(settings.client().prefetch())
                .loadBalancingStrategy(settings.client().strategy())
                .loadBalancingUpdateInterval(settings.client().balancing())
                .partitionOwnershipExpirationInterval(settings.client().expiration())
                .trackLastEnqueuedEventProperties(true)
                // Without a place: from the beginning, for what came before the first pod is not to be lost.
                .initialPartitionEventPosition(partition -> EventPosition.earliest())
                .processPartitionInitialization(begun -> begin(begun.getPartitionContext().getPartitionId()))
                .processPartitionClose(ended -> end(ended.getPartitionContext().getPartitionId(), ended.getCloseReason()))
                .processError(failed -> {
                    counts.errors.incrementAndGet();
                    Log.say("partition " + failed.getPartitionContext().getPartitionId() + ": " + failed.getThrowable());
                })
                .processEvent(this::take);
        return settings.connectionString()
                .map(builder::connectionString)
                .orElseGet(() -> builder.credential(
                        settings.namespace(), settings.hub(), new DefaultAzureCredentialBuilder().build()))
                .buildEventProcessorClient();
    }

    private void begin(String id) {
        partitions.put(id, new Partition(settings.remembered()));
        counts.owned.put(id, true);
    }

    /** Whoever reads a partition now keeps its place; only on our own way out is it ours to keep. */
    private void end(String id, CloseReason why) {
        counts.owned.remove(id);
        counts.lag.remove(id);
        Partition partition = partitions.remove(id);
        if (partition != null && (isClosing || why == CloseReason.EVENT_PROCESSOR_SHUTDOWN)) {
            keepPlace(partition);
        }
    }

    private void take(EventContext context) {
        Partition partition = partitions.get(context.getPartitionContext().getPartitionId());
        EventData event = context.getEventData();
        String id = event.getMessageId();
        if (id != null && partition.repeats.hasSeen(id)) {
            counts.repeats.incrementAndGet();
        } else {
            untilDone(String.valueOf(id), event.getBody());
            counts.processed.incrementAndGet();
            if (id != null) {
                partition.repeats.remember(id);
            }
        }
        synchronized (partition) {
            partition.last = context;
            partition.sinceCheckpoint++;
        }
        noteLag(context);
        if (partition.sinceCheckpoint >= settings.checkpointEvery()) {
            keepPlace(partition);
        }
    }

    /**
     * Tries until the work is done, and the partition waits: an exception given to the client would make it stop reading the
     * partition. Work that can never be done is for you to put aside.
     */
    private void untilDone(String id, byte[] body) {
        while (true) {
            try {
                work.accept(id, body);
                return;
            } catch (RuntimeException failed) {
                counts.errors.incrementAndGet();
                Log.say("the work on " + id + " failed: " + failed);
                if (isClosing) {
                    throw failed;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BEFORE_TRYING_AGAIN.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the work was done", stopped);
        }
    }

    private void noteLag(EventContext context) {
        LastEnqueuedEventProperties end = context.getLastEnqueuedEventProperties();
        if (end != null && end.getSequenceNumber() != null) {
            long behind = end.getSequenceNumber() - context.getEventData().getSequenceNumber();
            counts.lag.put(context.getPartitionContext().getPartitionId(), Math.max(0, behind));
        }
    }

    private void keepPlace(Partition partition) {
        synchronized (partition) {
            if (partition.sinceCheckpoint == 0) {
                return;
            }
            partition.last.updateCheckpoint();
            partition.sinceCheckpoint = 0;
        }
        counts.checkpoints.incrementAndGet();
    }
}
