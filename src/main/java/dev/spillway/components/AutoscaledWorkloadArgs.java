package dev.spillway.components;

import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.plan.WorkloadPlan;

/**
 * What an {@link AutoscaledWorkload} is asked to be: its specification, and the namespace that it sends to or reads from, whose
 * load, units and partitions bound it.
 */
public final class AutoscaledWorkloadArgs {
    private final WorkloadSpec workload;
    private final StackPlan plan;

    private AutoscaledWorkloadArgs(WorkloadSpec workload, StackPlan plan) {
        this.workload = workload;
        this.plan = plan;
    }

    /**
     * A workload on a hub of a namespace.
     *
     * @param workload its {@code hub} must name the namespace component and one of its hubs
     */
    public static AutoscaledWorkloadArgs of(WorkloadSpec workload, EventHubsNamespace namespace) {
        return new AutoscaledWorkloadArgs(workload, StackPlanner.add(namespace.stackPlan(), workload));
    }

    static AutoscaledWorkloadArgs planned(StackPlan plan, WorkloadSpec workload) {
        return new AutoscaledWorkloadArgs(workload, plan);
    }

    StackPlan stackPlan() {
        return plan;
    }

    WorkloadPlan plan() {
        return plan.workload(workload.name());
    }
}
