package dev.spillway.plan;

import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import java.util.List;
import java.util.Map;

/** Plans a whole stack: pods want, namespaces are sized for them, and pods get what the namespaces can take. */
public final class StackPlanner {
    private StackPlanner() {}

    /** A plan where nobody could be asked what is live. */
    public static StackPlan plan(StackSpec stack) {
        return plan(stack, Map.of());
    }

    /**
     * A plan that takes back nothing of what is live.
     *
     * @param live by the name in {@code stack.yaml}; of a namespace that is left out nobody was asked
     */
    public static StackPlan plan(StackSpec stack, Map<String, LiveCapacity> live) {
        List<Replicas> wanted = new ReplicaPlanner(stack).wanted();
        List<NamespacePlan> namespaces = stack.namespaces().stream()
                .map(namespace ->
                        plan(stack, namespace, wanted, live.getOrDefault(namespace.name(), LiveCapacity.NOBODY_ASKED)))
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
        return new StackPlan(stack, namespaces, workloads, new EventGridPlanner(stack).plan());
    }

    private static NamespacePlan plan(
            StackSpec stack, NamespaceSpec namespace, List<Replicas> wanted, LiveCapacity live) {
        return new NamespacePlanner(stack, namespace, wanted).plan(live);
    }

    private static NamespacePlan namespaceOf(Replicas replicas, List<NamespacePlan> namespaces) {
        return namespaces.stream()
                .filter(plan -> plan.name().equals(replicas.workload().hub().namespace()))
                .findFirst()
                .orElseThrow();
    }
}
