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
 * @param hub {@link HubReference#NONE} for a receiver, which is pushed to
 * @param consumerGroup given exactly when the role is consumer
 * @param sendMode how a producer chooses partitions; empty where nobody said so
 * @param consumerKind what a consumer reads with; empty where nobody said so
 * @param scaleOn what the autoscaler follows
 * @param lagThresholdEvents unread events that one replica is worth, where it scales on lag
 * @param upstreamTimeout how long the callers of a sending pod wait; empty is endless
 * @param maxUnavailablePods pods that a drain may take away at a time
 * @param checkpoints storage of a reader that is there already
 * @param networkPolicy whether traffic is limited to what is declared
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
        Optional<ConsumerKind> consumerKind,
        Signal scaleOn,
        OptionalInt lagThresholdEvents,
        Optional<Duration> upstreamTimeout,
        Optional<Duration> preStop,
        OptionalInt maxUnavailablePods,
        HealthSpec health,
        Optional<CheckpointSpec> checkpoints,
        boolean networkPolicy) {
    /** A workload that scales on CPU, with everything about its pods left to be derived. */
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
                Optional.empty(),
                Signal.CPU,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                HealthSpec.STANDARD,
                Optional.empty(),
                true);
    }

    /** Whether it sends to a hub or reads from one. */
    public boolean usesHub() {
        return role != Role.RECEIVER;
    }

    /** What an autoscaler measures. */
    public enum Signal {
        CPU("cpu"),
        /** Events that wait to be read. */
        LAG("lag");

        private final String key;

        Signal(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** What the workload does with events. */
    public enum Role {
        PRODUCER("producer"),
        CONSUMER("consumer"),
        /** Called by Event Grid, or by anybody else that pushes. */
        RECEIVER("receiver");

        private final String key;

        Role(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
