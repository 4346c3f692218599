package dev.spillway.plan;

import dev.spillway.facts.NodeSize;
import dev.spillway.units.NumberText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many nodes of a size a set of pods needs. Each workload is counted on nodes of its own, which is what a scheduler needs at
 * worst.
 *
 * @param size empty where the size is not in our table: its owner has given the numbers
 */
record NodeDemand(Optional<NodeSize> size, int zones, List<Ask> asks) {
    /** The share of a workload's pods that a rolling update adds. */
    private static final int ROLLING_DIVISOR = 4;

    /** On which the largest pod takes no more than half a node. */
    private static final List<String> CHOICE =
            List.of("Standard_D4s_v5", "Standard_D8s_v5", "Standard_D16s_v5", "Standard_D32s_v5");

    /** Pods of one kind. */
    record Ask(long millicores, long bytes, int fewest, int most) {
        private int perNode(NodeSize node) {
            long pods = Math.min(node.podMillicores() / Math.max(1, millicores), node.podBytes() / Math.max(1, bytes));
            return (int) Math.max(1, Math.min(NodeSize.MOST_PODS, pods));
        }
    }

    NodeDemand {
        asks = List.copyOf(asks);
    }

    static List<Ask> asksOf(List<WorkloadPlan> workloads) {
        return workloads.stream()
                .map(workload -> new Ask(
                        Amounts.millicores(workload.spec().cpuRequest()),
                        Amounts.bytes(workload.spec().memoryRequest()),
                        workload.minReplicas().value(),
                        workload.maxReplicas().value()))
                .toList();
    }

    /** The smallest size that suits all these pods. */
    static String sizeFor(List<Ask> asks) {
        return CHOICE.stream()
                .filter(name -> NodeSize.find(name).stream()
                        .allMatch(node -> asks.stream()
                                .allMatch(ask -> 2 * ask.millicores <= node.podMillicores()
                                        && 2 * ask.bytes <= node.podBytes())))
                .findFirst()
                .orElse(CHOICE.get(CHOICE.size() - 1));
    }

    NodeDemand with(Ask more) {
        return new NodeDemand(
                size, zones, Stream.concat(asks.stream(), Stream.of(more)).toList());
    }

    /** With every workload at its fewest pods. */
    int nodesAtLeast() {
        return size.map(node -> Ceiling.of(asks.stream()
                        .mapToDouble(ask -> (double) ask.fewest / ask.perNode(node))
                        .sum()))
                .orElse(0);
    }

    /** With every workload at its most pods and in a rolling update, in whole zones. */
    int nodesAtMost() {
        int nodes = size.map(node -> asks.stream()
                        .mapToInt(ask -> Ceiling.of((double) rolling(ask.most) / ask.perNode(node)))
                        .sum())
                .orElse(0);
        return Ceiling.of((double) nodes / zones) * zones;
    }

    String perNode() {
        return size.map(node -> NumberText.whole(node.podMillicores()) + "m of CPU and "
                        + NumberText.whole((double) (node.podBytes() >> 20)) + " Mi a node are left for pods")
                .orElse("not in our table");
    }

    private static int rolling(int most) {
        return most + Ceiling.of((double) most / ROLLING_DIVISOR);
    }
}
