package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.facts.NodeSize;
import dev.spillway.plan.ClusterPlan.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pools that hold the workloads at their most pods, and room for pods that could not wait for a node. */
final class ClusterPlannerTest {
    private static final int[] MOST_PODS = {1, 2, 7, 10, 33, 100, 400};
    private static final String[] CPU = {"100m", "500m", "1", "2.5", "7"};
    private static final String[] MEMORY = {"64Mi", "512Mi", "2Gi", "9G"};

    /** For every request and number of pods: all pods of all workloads fit, a rolling update among them. */
    @Test
    void theMostNodesHoldAllPodsAtTheirMost() {
        for (String cpu : CPU) {
            for (String memory : MEMORY) {
                int before = 0;
                for (int most : MOST_PODS) {
                    WorkloadPlan workload = stack("", cpu, memory, most).plan().workload("p");
                    Pool pool = pool(stack("", cpu, memory, most));
                    NodeSize node = NodeSize.find(pool.vmSize().value()).orElseThrow();
                    int pods = most + (most + 3) / 4;
                    long perNode = Math.min(
                            node.podMillicores() / Amounts.millicores(cpu), node.podBytes() / Amounts.bytes(memory));

                    assertThat(workload.maxReplicas().value()).isEqualTo(most);
                    assertThat(pool.maxNodes().value() * perNode)
                            .as("%s pods of %s and %s on %s", most, cpu, memory, pool)
                            .isGreaterThanOrEqualTo(pods);
                    assertThat(pool.maxNodes().value())
                            .isGreaterThanOrEqualTo(pool.minNodes().value() + 2)
                            .isGreaterThanOrEqualTo(before);
                    before = pool.maxNodes().value();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500m, 512Mi, Standard_D4s_v5",
        "2, 512Mi, Standard_D8s_v5",
        "500m, 9Gi, Standard_D8s_v5",
        "14, 1Gi, Standard_D32s_v5",
        "40, 1Gi, Standard_D32s_v5"
    })
    void nodesAreTheSmallestOnWhichAPodTakesNoMoreThanHalf(String cpu, String memory, String size) {
        assertThat(pool(stack("", cpu, memory, 4)).vmSize().value()).isEqualTo(size);
    }

    @Test
    void poolsHaveANodeInEachZoneOfTheRegion() {
        PlannedStack zones = stack("", "500m", "512Mi", 4);
        PlannedStack none = stack("", "500m", "512Mi", 4, "westus");

        assertThat(declared(zones).zones()).containsExactly("1", "2", "3");
        assertThat(zones.setting("cluster.new.workloadPool.minNodes")).isEqualTo("3 nodes derived");
        assertThat(zones.setting("cluster.new.systemPool.minNodes")).isEqualTo("3 nodes default");
        assertThat(declared(none).zones()).isEmpty();
        assertThat(none.setting("cluster.new.workloadPool.minNodes")).isEqualTo("2 nodes derived");
    }

    @Test
    void sendersHaveAPodInEachZone() {
        PlannedStack stack = PlannedStack.of("""
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                eventHubs: { n: { tier: Standard, hubs: { h: { consumerGroups: [g] } } } }
                cluster: { new: {} }
                workloads:
                  p: { role: producer, hub: n/h, image: "p:1", perReplicaEventsPerSecond: 1000 }
                  r: { role: receiver, image: "r:1", perReplicaEventsPerSecond: 1000 }
                  c: { role: consumer, hub: n/h, consumerGroup: g, image: "c:1", perReplicaEventsPerSecond: 1000 }
                """);

        assertThat(stack.setting("workloads.p.minReplicas")).isEqualTo("3 pods derived");
        assertThat(stack.setting("workloads.r.minReplicas")).isEqualTo("3 pods derived");
        assertThat(stack.setting("workloads.c.minReplicas")).isEqualTo("2 pods derived");
    }

    @Test
    void everythingGivenStaysAsWritten() {
        PlannedStack stack = stack(
                "name: blue, zones: [2], upgradeSurgePercent: 50, systemPool: { vmSize: Standard_D4s_v5, minNodes: 2,"
                        + " maxNodes: 4 }, workloadPool: { vmSize: Standard_M8ms, minNodes: 5, maxNodes: 9 }",
                "500m",
                "512Mi",
                4);

        assertThat(declared(stack).name()).isEqualTo("blue");
        assertThat(declared(stack).zones()).containsExactly("2");
        assertThat(stack.setting("cluster.new.systemPool.vmSize")).isEqualTo("Standard_D4s_v5 given");
        assertThat(stack.setting("cluster.new.systemPool.maxNodes")).isEqualTo("4 nodes given");
        assertThat(stack.setting("cluster.new.workloadPool.vmSize")).isEqualTo("Standard_M8ms given");
        assertThat(stack.setting("cluster.new.workloadPool.minNodes")).isEqualTo("5 nodes given");
        assertThat(stack.setting("cluster.new.workloadPool.maxNodes")).isEqualTo("9 nodes given");
        assertThat(stack.setting("cluster.new.upgradeSurgePercent")).isEqualTo("50% given");
    }

    /** Two pods send 2,000/s: up to that nothing waits for a third one. */
    @ParameterizedTest
    @CsvSource({"2000, 0", "2001, 8"})
    void roomIsKeptOnlyWhereABurstNeedsNewPods(int peak, int pods) {
        PlannedStack stack = existing(peak, "", "maxReplicas: 10, minReplicas: 2,");

        assertThat(stack.setting("cluster.placeholderPods")).isEqualTo(pods + " pods derived");
    }

    /** Pod and node come after 295 s. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void roomIsNotKeptWhereClientsAndPodsOutwaitANode(int nodeSeconds) {
        PlannedStack stack = existing(
                2001, "nodeStartSeconds: " + nodeSeconds + ",", "maxReplicas: 10, minReplicas: 2, podStartSeconds: 1,");

        assertThat(stack.setting("cluster.placeholderPods")).isEqualTo("0 pods derived");
    }

    @Test
    void roomIsKeptWherePodsOverflowBeforeANodeComes() {
        PlannedStack stack = existing(
                3000,
                "nodeStartSeconds: 5,",
                "maxReplicas: 10, minReplicas: 2, podStartSeconds: 1, bufferedEvents: 1,");

        assertThat(stack.setting("cluster.placeholderPods")).isEqualTo("8 pods derived");
    }

    @Test
    void noRoomIsKeptOnNodesThatHoldEverythingAnyway() {
        PlannedStack stack = stack("workloadPool: { minNodes: 50 }", "100m", "64Mi", 10);

        assertThat(stack.setting("cluster.placeholderPods")).isEqualTo("0 pods derived");
        assertThat(stack.reason("cluster.placeholderPods"))
                .isEqualTo("the fewest nodes hold all workloads at their most pods");
    }

    @Test
    void placeholdersAreAsLargeAsTheLargestPodAndCountAmongThePods() {
        PlannedStack none = stack("", "500m", "512Mi", 10);
        PlannedStack some = PlannedStack.of(TEXT.replace("NEW", "")
                .replace("cluster: {", "cluster: { placeholderPods: 30,")
                .replace("WHERE", "westeurope")
                .replace("WORK", "cpuRequest: 500m, memoryRequest: 512Mi, maxReplicas: 10"));

        assertThat(some.plan().cluster().orElseThrow().placeholders().cpuRequest())
                .isEqualTo("500m");
        assertThat(some.plan().cluster().orElseThrow().placeholders().memoryRequest())
                .isEqualTo("512Mi");
        assertThat(pool(some).maxNodes().value())
                .isGreaterThan(pool(none).maxNodes().value());
    }

    private static PlannedStack existing(int peak, String cluster, String producer) {
        return PlannedStack.of("""
                apiVersion: spillway.dev/v1
                name: orders
                location: westeurope
                load: { baselineEventsPerSecond: 1, peakEventsPerSecond: PEAK, peakHoldSeconds: 300, averageEventBytes: 900 }
                eventHubs: { n: { tier: Standard, hubs: { h: {} } } }
                cluster: { CLUSTER existing: { name: aks, resourceGroup: rg } }
                workloads: { p: { role: producer, hub: n/h, image: "p:1", PRODUCER perReplicaEventsPerSecond: 1000 } }
                """.replace("PEAK", String.valueOf(peak))
                .replace("CLUSTER", cluster)
                .replace("PRODUCER", producer));
    }

    private static final String TEXT = """
            apiVersion: spillway.dev/v1
            name: orders
            location: WHERE
            eventHubs: { n: { tier: Standard, hubs: { h: {} } } }
            cluster: { new: { NEW } }
            workloads: { p: { role: producer, hub: n/h, image: "p:1", WORK, perReplicaEventsPerSecond: 1 } }
            """;

    private static PlannedStack stack(String members, String cpu, String memory, int most) {
        return stack(members, cpu, memory, most, "westeurope");
    }

    private static PlannedStack stack(String members, String cpu, String memory, int most, String location) {
        return PlannedStack.of(TEXT.replace("NEW", members)
                .replace("WHERE", location)
                .replace(
                        "WORK",
                        "minReplicas: 1, cpuRequest: \"" + cpu + "\", memoryRequest: " + memory + ", maxReplicas: "
                                + most));
    }

    private static Pool pool(PlannedStack stack) {
        return declared(stack).workloadPool();
    }

    private static ClusterPlan.Declared declared(PlannedStack stack) {
        return stack.plan().cluster().orElseThrow().declared().orElseThrow();
    }
}
