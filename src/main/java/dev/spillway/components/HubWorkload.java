package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.spillway.facts.DataRole;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import dev.spillway.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workload, the namespace that it uses, and the cluster that it runs on where that is known.
 *
 * @param plan of the stack with this workload in it
 * @param publishesTo Azure's id of what it publishes to in Event Grid, by logical name
 */
record HubWorkload(
        WorkloadSpec spec,
        StackPlan plan,
        EventHubsNamespace namespace,
        Optional<AksCluster> cluster,
        Map<String, Output<String>> publishesTo) {
    static HubWorkload on(WorkloadSpec spec, EventHubsNamespace namespace) {
        return new HubWorkload(spec, planOf(spec, namespace), namespace, Optional.empty(), Map.of());
    }

    /** The plan of a namespace with one more workload. */
    static StackPlan planOf(WorkloadSpec spec, EventHubsNamespace namespace) {
        return StackPlanner.add(namespace.stackPlan(), spec);
    }

    HubWorkload on(AksCluster other) {
        return new HubWorkload(spec, plan, namespace, Optional.of(other), publishesTo);
    }

    WorkloadPlan workload() {
        return plan.workload(spec.name());
    }

    /**
     * As whom the pods act: an identity with a role on the hub alone, where the cluster that vouches for them is known.
     *
     * @param checkpoints empty for a sender
     */
    WorkloadAccess access(DataRole onHub, Optional<Output<String>> checkpoints, Resource parent) {
        if (cluster.isEmpty()) {
            return WorkloadAccess.unknownToAzure(workload(), parent);
        }
        String name = spec.name();
        String what = workload().hub() + "/" + name;
        List<WorkloadAccess.Right> rights = new ArrayList<>();
        rights.add(new WorkloadAccess.Right(
                name + "-hub",
                Grant.of(onHub, what).at(namespace.hubId(spec.hub().hub()))));
        checkpoints.ifPresent(container -> rights.add(new WorkloadAccess.Right(
                name + "-checkpoints",
                Grant.of(DataRole.STORAGE_BLOB_CONTRIBUTOR, what).at(container))));
        publishesTo.forEach((target, id) -> rights.add(new WorkloadAccess.Right(
                name + "-publishes-to-" + target,
                Grant.of(DataRole.EVENT_GRID_SENDER, what + "|" + target).at(id))));
        return WorkloadAccess.federated(
                workload(),
                new WorkloadAccess.Home(
                        namespace.plan(),
                        namespace.resourceGroupName(),
                        cluster.get().oidcIssuerUrl()),
                rights,
                parent);
    }

    AutoscaledWorkloadArgs as(WorkloadAccess access) {
        return AutoscaledWorkloadArgs.planned(plan, spec).as(access);
    }
}
