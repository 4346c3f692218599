package dev.spillway.plan;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.WorkloadSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * A workload as it will be declared.
 *
 * @param hub {@code namespace/hub} by Azure names, as the workload's annotation carries it
 * @param share this producer's part of the declared load; empty for a consumer, or where no load is declared
 * @param lag empty where it scales on CPU
 * @param scaleOut empty where it does not send, or no load is declared
 */
public record WorkloadPlan(
        WorkloadSpec spec,
        String hub,
        String fullyQualifiedNamespace,
        Optional<LoadProfile> share,
        Planned<Integer> minReplicas,
        Planned<Integer> maxReplicas,
        Planned<Integer> cpuTargetPercent,
        Planned<ScalingBehavior> behavior,
        Planned<Duration> terminationGrace,
        Planned<RetryPolicy> retry,
        RetryWindow window,
        Planned<Transport> transport,
        PodPlan pods,
        Optional<LagPlan> lag,
        Optional<ScaleOut> scaleOut) {
    public String name() {
        return spec.name();
    }

    public ClientLibrary library() {
        return spec.client().library();
    }

    /** The Event Hubs namespace by its name in Azure; empty where it uses none. */
    public String azureNamespace() {
        return hub.split("/", -1)[0];
    }

    /** The client library by its key in {@code stack.yaml}. */
    public String libraryKey() {
        return library().key();
    }

    public RetrySettings retrySettings() {
        return RetrySettings.of(retry.value());
    }

    /** How long the client is sure to go on retrying. */
    public double guaranteedWindowSeconds() {
        return window.guaranteedSeconds();
    }

    public boolean sends() {
        return spec.role() == WorkloadSpec.Role.PRODUCER;
    }

    /** How the client reaches the namespace. */
    public enum Transport {
        AMQP("AMQP"),
        AMQP_WEB_SOCKETS("AMQP_WEB_SOCKETS");

        private final String key;

        Transport(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
