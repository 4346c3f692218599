package dev.spillway.components;

import dev.spillway.model.WorkloadSpec;

/** What an {@link EventHubsConsumerWorkload} is asked to be. */
public final class EventHubsConsumerWorkloadArgs {
    private final HubWorkload workload;

    private EventHubsConsumerWorkloadArgs(HubWorkload workload) {
        this.workload = workload;
    }

    /**
     * A reader of a hub of a namespace. Without a cluster its pods have no identity in Azure.
     *
     * @param workload a consumer; its {@code hub} must name the namespace component and one of its hubs
     */
    public static EventHubsConsumerWorkloadArgs of(WorkloadSpec workload, EventHubsNamespace namespace) {
        return new EventHubsConsumerWorkloadArgs(HubWorkload.on(workload, namespace));
    }

    static EventHubsConsumerWorkloadArgs planned(HubWorkload workload) {
        return new EventHubsConsumerWorkloadArgs(workload);
    }

    /** The same reader on that cluster, which vouches for its pods: they get an identity that may read the hub and write checkpoints alone. */
    public EventHubsConsumerWorkloadArgs on(AksCluster cluster) {
        return new EventHubsConsumerWorkloadArgs(workload.on(cluster));
    }

    HubWorkload workload() {
        return workload;
    }
}
