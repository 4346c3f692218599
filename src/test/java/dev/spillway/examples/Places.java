package dev.spillway.examples;

import com.azure.messaging.eventhubs.CheckpointStore;
import com.azure.messaging.eventhubs.models.Checkpoint;
import com.azure.messaging.eventhubs.models.PartitionOwnership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A checkpoint store in memory, where the one who claims with the newest tag wins, as with blobs. */
final class Places implements CheckpointStore {
    private final Map<String, PartitionOwnership> owners = new ConcurrentHashMap<>();
    private final Map<String, Checkpoint> places = new ConcurrentHashMap<>();
    private final AtomicLong tags = new AtomicLong();

    @Override
    public Flux<PartitionOwnership> listOwnership(String namespace, String hub, String group) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(owners.values())));
    }

    @Override
    public synchronized Flux<PartitionOwnership> claimOwnership(List<PartitionOwnership> wanted) {
        List<PartitionOwnership> won = new ArrayList<>();
        for (PartitionOwnership claim : wanted) {
            PartitionOwnership owner = owners.get(claim.getPartitionId());
            if (owner == null || Objects.equals(owner.getETag(), claim.getETag())) {
                claim.setETag(String.valueOf(tags.incrementAndGet())).setLastModifiedTime(System.currentTimeMillis());
                owners.put(claim.getPartitionId(), claim);
                won.add(claim);
            }
        }
        return Flux.fromIterable(won);
    }

    @Override
    public Flux<Checkpoint> listCheckpoints(String namespace, String hub, String group) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(places.values())));
    }

    @Override
    public Mono<Void> updateCheckpoint(Checkpoint checkpoint) {
        return Mono.fromRunnable(() -> places.put(checkpoint.getPartitionId(), checkpoint));
    }
}
