package dev.spillway.plan;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.plan.WorkloadPlan.Transport;
import dev.spillway.units.Bytes;
import java.util.List;
import java.util.Optional;

/** What every client library that may be in a workload's pods is told, so that it waits, batches and reads as planned. */
public final class ClientConfigurations {
    /** What a buffered producer of the Azure SDKs holds of a partition by default. */
    private static final int BUFFER_PER_PARTITION = 1500;

    /** An event that waits for others in vain dies with its pod; a second is enough to fill a batch under load. */
    private static final int BATCH_WAIT_SECONDS = 1;

    static final int BALANCING_SECONDS = 10;
    static final int OWNERSHIP_SECONDS = 60;
    static final int PREFETCH = 300;

    private ClientConfigurations() {}

    /** For a producer its sending side, for a consumer its reading side. */
    public static List<ClientConfiguration> of(WorkloadPlan plan) {
        if (!plan.spec().usesHub()) {
            return List.of();
        }
        Client client = new Client(plan);
        return List.of(
                AzureSdkConfiguration.java(client),
                AzureSdkConfiguration.dotNet(client),
                AzureSdkConfiguration.python(client),
                AzureSdkConfiguration.node(client),
                SpringConfiguration.of(client),
                KafkaConfiguration.of(client));
    }

    /** The figures that all of them are told, each in its own words. */
    record Client(WorkloadPlan plan) {
        boolean sends() {
            return plan.sends();
        }

        RetrySettings retry() {
            return plan.retrySettings();
        }

        boolean webSockets() {
            return plan.transport().value() == Transport.AMQP_WEB_SOCKETS;
        }

        String host() {
            return plan.fullyQualifiedNamespace();
        }

        String hub() {
            return plan.spec().hub().hub();
        }

        Optional<String> group() {
            return plan.spec().consumerGroup();
        }

        /** A megabyte in the smaller reading: a batch that is refused has to be made anew. */
        int batchBytes() {
            return (int) Math.min(TierLimits.of(Tier.STANDARD).largestEvent().count(), Bytes.PER_MEGABYTE);
        }

        int batchWaitSeconds() {
            return BATCH_WAIT_SECONDS;
        }

        /** Never more than the pod may hold at all. */
        int bufferPerPartition() {
            long most = plan.spec().bufferedEvents().orElse(BUFFER_PER_PARTITION);
            return (int) Math.max(1, Math.min(BUFFER_PER_PARTITION, most));
        }

        /** How long a send has to go on at least. */
        double windowSeconds() {
            return plan.guaranteedWindowSeconds();
        }
    }
}
