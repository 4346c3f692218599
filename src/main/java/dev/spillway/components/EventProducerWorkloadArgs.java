package dev.spillway.components;

import dev.spillway.model.WorkloadSpec;

/** What an {@link EventProducerWorkload} is asked to be. */
public final class EventProducerWorkloadArgs {
    private final HubWorkload workload;

    private EventProducerWorkloadArgs(HubWorkload workload) {
        this.workload = workload;
    }

    /**
     * A sender to a hub of a namespace. Without a cluster its pods have no identity in Azure.
     *
     * @param workload a producer; its {@code hub} must name the namespace component and one of its hubs
     */
    public static EventProducerWorkloadArgs of(WorkloadSpec workload, EventHubsNamespace namespace) {
        return new EventProducerWorkloadArgs(HubWorkload.on(workload, namespace));
    }

    static EventProducerWorkloadArgs planned(HubWorkload workload) {
        return new EventProducerWorkloadArgs(workload);
    }

    /** The same sender on that cluster, which vouches for its pods: they get an identity that may send to the hub alone. */
    public EventProducerWorkloadArgs on(AksCluster cluster) {
        return new EventProducerWorkloadArgs(workload.on(cluster));
    }

    HubWorkload workload() {
        return workload;
    }
}
