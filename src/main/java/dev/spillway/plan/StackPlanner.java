package dev.spillway.plan;

import dev.spillway.model.ClusterSpec;
import dev.spillway.model.EventGridSpec;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RuleProfile;
import dev.spillway.model.RulesSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Plans a whole stack: pods want, namespaces are sized for them, and pods get what the namespaces can take. */
public final class StackPlanner {
    private StackPlanner() {}

    /** A plan where nobody could be asked what is live. */
    public static StackPlan plan(StackSpec stack) {
        return plan(stack, Live.NOTHING_KNOWN);
    }

    /**
     * A plan that takes back no units of what is live.
     *
     * @param live by the name in {@code stack.yaml}; of a namespace that is left out nobody was asked
     */
    public static StackPlan plan(StackSpec stack, Map<String, LiveCapacity> live) {
        return plan(stack, new Live(live, Map.of()));
    }

    /** A plan that undoes nothing of what is live. */
    public static StackPlan plan(StackSpec stack, Live live) {
        List<Replicas> wanted = new ReplicaPlanner(stack).wanted();
        List<NamespacePlan> namespaces = stack.namespaces().stream()
                .map(namespace -> plan(stack, namespace, wanted, live))
                .toList();
        return plan(stack, namespaces, wanted);
    }

    /** A receiver that stands alone. */
    public static StackPlan alone(WorkloadSpec receiver) {
        return plan(
                standing(receiver.name(), SizingProfile.STANDARD, "", Map.of(), List.of(receiver), Optional.empty()));
    }

    /** A cluster that stands alone, sized for workloads that were planned elsewhere. */
    public static ClusterPlan cluster(
            String name,
            SizingProfile profile,
            String location,
            Map<String, String> tags,
            ClusterSpec cluster,
            List<WorkloadPlan> workloads) {
        StackSpec stack = standing(name, profile, location, tags, List.of(), Optional.of(cluster));
        return new ClusterPlanner(stack, workloads).plan(cluster);
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
        return new StackPlan(
                stack,
                namespaces,
                workloads,
                stack.cluster().map(cluster -> new ClusterPlanner(stack, workloads).plan(cluster)),
                new EventGridPlanner(stack).plan());
    }

    private static NamespacePlan plan(StackSpec stack, NamespaceSpec namespace, List<Replicas> wanted, Live live) {
        return new NamespacePlanner(stack, namespace, wanted).plan(live);
    }

    /** Empty for a receiver. */
    private static Optional<NamespacePlan> namespaceOf(Replicas replicas, List<NamespacePlan> namespaces) {
        return namespaces.stream()
                .filter(plan -> plan.name().equals(replicas.workload().hub().namespace()))
                .findFirst();
    }

    private static StackSpec standing(
            String name,
            SizingProfile profile,
            String location,
            Map<String, String> tags,
            List<WorkloadSpec> workloads,
            Optional<ClusterSpec> cluster) {
        return new StackSpec(
                name,
                profile,
                location,
                "",
                tags,
                Optional.empty(),
                new RecoveryTarget(
                        OptionalDouble.empty(), OptionalDouble.empty(), RecoveryTarget.Comparison.BEST, Duration.ZERO),
                List.of(),
                workloads,
                RulesSpec.of(RuleProfile.BASELINE),
                Optional.empty(),
                cluster,
                Optional.empty(),
                EventGridSpec.NONE);
    }
}
