package dev.spillway.model;

import dev.spillway.units.Percent;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * A workload on AKS as asked for; what is empty is derived.
 *
 * @param perReplica what one replica sends or reads at full work, measured by its owner
 * @param bufferedEvents what one replica holds before sending; empty means unbounded
 * @param egress open ports; they decide the transport
 * @param consumerGroup given exactly when the role is consumer
 * @param sendMode how a producer chooses partitions; empty where nobody said so
 * @param consumerKind what a consumer reads with; empty where nobody said so
 */
public record WorkloadSpec(
        String name,
        Role role,
        HubReference hub,
        Optional<String> consumerGroup,
        Optional<LoadProfile> load,
        String image,
        Rate perReplica,
        OptionalLong bufferedEvents,
        OptionalInt minReplicas,
        OptionalInt maxReplicas,
        Optional<Percent> cpuTarget,
        String cpuRequest,
        String memoryRequest,
        Duration podStart,
        Duration flush,
        Optional<Duration> terminationGrace,
        SortedSet<Integer> egress,
        ClientSpec client,
        Optional<SendMode> sendMode,
        Optional<ConsumerKind> consumerKind) {
    /** A workload of whose partitions nothing is said. */
    public WorkloadSpec(
            String name,
            Role role,
            HubReference hub,
            Optional<String> consumerGroup,
            Optional<LoadProfile> load,
            String image,
            Rate perReplica,
            OptionalLong bufferedEvents,
            OptionalInt minReplicas,
            OptionalInt maxReplicas,
            Optional<Percent> cpuTarget,
            String cpuRequest,
            String memoryRequest,
            Duration podStart,
            Duration flush,
            Optional<Duration> terminationGrace,
            SortedSet<Integer> egress,
            ClientSpec client) {
        this(
                name,
                role,
                hub,
                consumerGroup,
                load,
                image,
                perReplica,
                bufferedEvents,
                minReplicas,
                maxReplicas,
                cpuTarget,
                cpuRequest,
                memoryRequest,
                podStart,
                flush,
                terminationGrace,
                egress,
                client,
                Optional.empty(),
                Optional.empty());
    }

    /** What the workload does with events. */
    public enum Role {
        PRODUCER("producer"),
        CONSUMER("consumer");

        private final String key;

        Role(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
