package dev.spillway.plan;

import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;

/** How many pods of a workload there may be. */
record Replicas(WorkloadSpec workload, Planned<Integer> fewest, Planned<Integer> most) {
    /** Events per second that the workload sends with all its pods at full work; a consumer sends none. */
    double sendsAtMost() {
        return workload.role() == Role.PRODUCER
                ? most.value() * workload.perReplica().perSecond()
                : 0;
    }

    int readsAtMost() {
        return workload.role() == Role.CONSUMER ? most.value() : 0;
    }

    Replicas withMost(Planned<Integer> other) {
        return new Replicas(workload, fewest, other);
    }
}
