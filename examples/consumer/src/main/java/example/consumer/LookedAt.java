package example.consumer;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store of places that knows when it answered last: a pod which cannot see who reads what takes no part in the reading. */
final class LookedAt implements CheckpointStore {
    private final CheckpointStore store;
    private volatile long lastNanos;
    private volatile boolean hasAnswered;

    LookedAt(CheckpointStore store) {
        this.store = store;
    }

    boolean wasAskedWithin(Duration time) {
        return hasAnswered && System.nanoTime() - lastNanos < time.toNanos();
    }

    @Override
    public Flux<PartitionOwnership> listOwnership(String namespace, String hub, String group) {
        return store.listOwnership(namespace, hub, group).doOnComplete(this::answered);
    }

    @Override
    public Flux<PartitionOwnership> claimOwnership(List<PartitionOwnership> wanted) {
        return store.claimOwnership(wanted);
    }

    @Override
    public Flux<Checkpoint> listCheckpoints(String namespace, String hub, String group) {
        return store.listCheckpoints(namespace, hub, group);
    }

    @Override
    public Mono<Void> updateCheckpoint(Checkpoint checkpoint) {
        return store.updateCheckpoint(checkpoint);
    }

    private void answered() {
        lastNanos = System.nanoTime();
        hasAnswered = true;
    }
}
