package dev.spillway.components;

import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.plan.WorkloadPlan;
import java.util.Optional;

/**
 * What an {@link AutoscaledWorkload} is asked to be: its specification, and the namespace that it sends to or reads from, whose
 * load, units and partitions bound it.
 */
public final class AutoscaledWorkloadArgs {
    private final WorkloadSpec workload;
    private final StackPlan plan;
    private final Optional<WorkloadAccess> access;

    private AutoscaledWorkloadArgs(WorkloadSpec workload, StackPlan plan, Optional<WorkloadAccess> access) {
        this.workload = workload;
        this.plan = plan;
        this.access = access;
    }

    /**
     * A workload on a hub of a namespace.
     *
     * @param workload its {@code hub} must name the namespace component and one of its hubs
     */
    public static AutoscaledWorkloadArgs of(WorkloadSpec workload, EventHubsNamespace namespace) {
        return planned(StackPlanner.add(namespace.stackPlan(), workload), workload);
    }

    /** A workload that is pushed to and uses no hub. */
    public static AutoscaledWorkloadArgs ofReceiver(WorkloadSpec workload) {
        return planned(StackPlanner.alone(workload), workload);
    }

    static AutoscaledWorkloadArgs planned(StackPlan plan, WorkloadSpec workload) {
        return new AutoscaledWorkloadArgs(workload, plan, Optional.empty());
    }

    /** The same workload, acting as somebody. */
    AutoscaledWorkloadArgs as(WorkloadAccess other) {
        return new AutoscaledWorkloadArgs(workload, plan, Optional.of(other));
    }

    StackPlan stackPlan() {
        return plan;
    }

    WorkloadPlan plan() {
        return plan.workload(workload.name());
    }

    /** Empty: as nobody in particular. */
    Optional<WorkloadAccess> access() {
        return access;
    }
}
