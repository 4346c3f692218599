package dev.spillway.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the real scheduler puts the pods of a workload: the pods are those of the tests, their spread is that of our component. */
@Tag("kube")
final class PlacementTest {
    private static final String NAMESPACE = "spread";
    private static final String APP = "order-api";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private final Api api = SharedPlane.api();
    private final Map<String, String> zones = api.list("/api/v1/nodes")
            .collect(Collectors.toMap(
                    node -> node.path("metadata").path("name").asText(),
                    node -> node.path("metadata").path("labels").path(ZONE).asText()));

    @BeforeEach
    void namespace() {
        api.apply(Objects.namespace(NAMESPACE, Map.of()), "test").fine();
    }

    @AfterEach
    void nodesAreBack() {
        cordon(ControlPlane.ZONES.get(0), false);
        api.delete("/api/v1/namespaces/" + NAMESPACE);
        Await.until(
                "the namespace is gone",
                () -> api.find("/api/v1/namespaces/" + NAMESPACE).isMissingNode());
    }

    /** The constraint is a wish, so that no pod waits for a zone that is gone; the scheduler may weigh other things besides. */
    @Test
    void everyZoneAndEveryNodeGetsItsShareAndAtMostOnePodMore() {
        deploy(12);

        assertThat(podsBy("zone").values()).hasSize(3).allMatch(pods -> Math.abs(pods - 4) <= 1);
        assertThat(podsBy("node").values()).hasSize(6).allMatch(pods -> Math.abs(pods - 2) <= 1);
    }

    @Test
    void aZoneThatIsDrainedLeavesNoPodPending() {
        cordon(ControlPlane.ZONES.get(0), true);
        deploy(12);

        assertThat(podsBy("zone"))
                .hasSize(2)
                .allSatisfy((zone, pods) -> assertThat(pods).isBetween(5, 7));
    }

    /** As many as that, all of them placed. */
    private void deploy(int replicas) {
        // A taint follows its cordon a moment later, and pods avoid the zone until it is gone.
        Await.until(
                "every taint follows its cordon",
                () -> api.list("/api/v1/nodes")
                        .allMatch(node -> isTainted(node)
                                == node.path("spec").path("unschedulable").asBoolean()));
        ObjectNode deployment = Objects.deployment(NAMESPACE, APP, replicas, 0);
        ObjectNode pod = deployment.withObject("/spec/template");
        JsonNode ours = StackFiles.objects("production", "Deployment").stream()
                .filter(object -> object.path("metadata").path("name").asText().equals(APP))
                .findFirst()
                .orElseThrow()
                .at("/spec/template");
        JsonNode labels = ours.at("/metadata/labels");
        pod.withObject("/metadata").set("labels", labels);
        deployment.withObject("/spec/selector").set("matchLabels", labels);
        pod.withObject("/spec").set("topologySpreadConstraints", ours.at("/spec/topologySpreadConstraints"));
        api.apply(deployment, "test").fine();
        Await.until(
                "all pods are ready",
                () -> pods().stream()
                                .filter(placed -> Condition.of(placed, "Ready"))
                                .count()
                        == replicas);
    }

    private static boolean isTainted(JsonNode node) {
        return node.path("spec").path("taints").findValuesAsText("key").contains("node.kubernetes.io/unschedulable");
    }

    private List<JsonNode> pods() {
        return api.list("/api/v1/namespaces/" + NAMESPACE + "/pods").toList();
    }

    private Map<String, Integer> podsBy(String what) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode pod : pods()) {
            String node = pod.path("spec").path("nodeName").asText();
            counts.merge(what.equals("zone") ? zones.getOrDefault(node, "") : node, 1, Integer::sum);
        }
        return counts;
    }

    private void cordon(String zone, boolean isOn) {
        zones.forEach((node, itsZone) -> {
            if (itsZone.equals(zone)) {
                api.merge("/api/v1/nodes/" + node, "{\"spec\":{\"unschedulable\":" + isOn + "}}")
                        .fine();
            }
        });
    }
}
