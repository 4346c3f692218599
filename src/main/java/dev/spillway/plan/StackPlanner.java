package dev.spillway.plan;

import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import java.util.List;

/** Plans a whole stack: pods want, namespaces are sized for them, and pods get what the namespaces can take. */
public final class StackPlanner {
    private StackPlanner() {}

    public static StackPlan plan(StackSpec stack) {
        List<Replicas> wanted = new ReplicaPlanner(stack).wanted();
        List<NamespacePlan> namespaces = stack.namespaces().stream()
                .map(namespace -> plan(stack, namespace, wanted))
                .toList();
        return plan(stack, namespaces, wanted);
    }

    /** A plan with one more workload, whose namespaces stay as they are: they may be declared already. */
    public static StackPlan add(StackPlan plan, WorkloadSpec workload) {
        StackSpec stack = plan.spec().with(workload);
        return plan(stack, plan.namespaces(), new ReplicaPlanner(stack).wanted());
    }

    private static StackPlan plan(StackSpec stack, List<NamespacePlan> namespaces, List<Replicas> wanted) {
        WorkloadPlanner planner = new WorkloadPlanner(stack);
        List<WorkloadPlan> workloads = ReplicaPlanner.within(namespaces, wanted).stream()
                .map(replicas -> planner.plan(replicas, namespaceOf(replicas, namespaces)))
                .toList();
        return new StackPlan(stack, namespaces, workloads);
    }

    private static NamespacePlan plan(StackSpec stack, NamespaceSpec namespace, List<Replicas> wanted) {
        return new NamespacePlanner(stack, namespace, wanted).plan();
    }

    private static NamespacePlan namespaceOf(Replicas replicas, List<NamespacePlan> namespaces) {
        return namespaces.stream()
                .filter(plan -> plan.name().equals(replicas.workload().hub().namespace()))
                .findFirst()
                .orElseThrow();
    }
}
