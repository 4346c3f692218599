package dev.spillway.kube;

import static dev.spillway.fixture.Stacks.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.view.BudgetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real controller and the Eviction API let as many pods go as our rules count, and not one more. */
@Tag("kube")
final class EvictionsTest {
    private static final String NAMESPACE = "evictions";
    private static final List<Integer> REPLICAS = List.of(1, 2, 3, 4, 5, 7, 10);
    private static final int TOO_MANY = 429;

    private static final List<Rule> RULES = List.of(
            new Rule("minAvailable", "1"),
            new Rule("minAvailable", "2"),
            new Rule("minAvailable", "50%"),
            new Rule("minAvailable", "80%"),
            new Rule("minAvailable", "100%"),
            new Rule("maxUnavailable", "0"),
            new Rule("maxUnavailable", "1"),
            new Rule("maxUnavailable", "10%"),
            new Rule("maxUnavailable", "25%"),
            new Rule("maxUnavailable", "50%"));

    private static final Api API = SharedPlane.api();

    private static final List<Cell> CELLS = cells();

    /** One way to write a budget. */
    private record Rule(String field, String value) {}

    /** A budget over so many pods of a Deployment of its own. */
    private record Cell(String name, Rule rule, int replicas) {
        String path() {
            return "/apis/policy/v1/namespaces/" + NAMESPACE + "/poddisruptionbudgets/" + name;
        }

        int allowedByOurRules() {
            return new BudgetView(resource("kubernetes:policy/v1:PodDisruptionBudget", name)
                            .with("spec." + rule.field, value(rule.value))
                            .view())
                    .allowedOf(replicas)
                    .whenKnown()
                    .orElseThrow();
        }
    }

    /** All pods are ready and every budget is counted; then the nodes take no more, so that nobody comes for those who go. */
    @BeforeAll
    static void drainBegins() {
        API.apply(Objects.namespace(NAMESPACE, Map.of()), "test").fine();
        for (Cell cell : CELLS) {
            API.apply(Objects.deployment(NAMESPACE, cell.name, cell.replicas, 0), "test")
                    .fine();
            API.apply(budget(cell), "test").fine();
        }
        Await.until(
                "every budget has counted its pods",
                () -> CELLS.stream()
                        .allMatch(cell -> API.get(cell.path())
                                        .path("status")
                                        .path("currentHealthy")
                                        .asInt()
                                == cell.replicas));
        cordon(true);
    }

    @AfterAll
    static void nodesAreBack() {
        cordon(false);
        API.delete("/api/v1/namespaces/" + NAMESPACE);
    }

    @Test
    void everyBudgetLetsAsManyPodsGoAsOurRulesCount() {
        List<String> seen = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (Cell cell : CELLS) {
            int allowed = API.get(cell.path())
                    .path("status")
                    .path("disruptionsAllowed")
                    .asInt();
            seen.add(line(cell, allowed, evictAll(cell)));
            int ours = cell.allowedByOurRules();
            expected.add(line(cell, ours, answers(ours, cell.replicas)));
        }

        assertThat(seen).hasSize(RULES.size() * REPLICAS.size()).isEqualTo(expected);
    }

    private static String line(Cell cell, int allowed, List<Integer> answers) {
        return cell.rule.field + " " + cell.rule.value + " of " + cell.replicas + ": " + allowed + " may go, "
                + answers;
    }

    private static List<Integer> answers(int allowed, int pods) {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < pods; i++) {
            answers.add(i < allowed ? 201 : TOO_MANY);
        }
        return answers;
    }

    private static List<Integer> evictAll(Cell cell) {
        return API.list("/api/v1/namespaces/" + NAMESPACE + "/pods?labelSelector=app%3D" + cell.name)
                .filter(pod -> Condition.of(pod, "Ready"))
                .map(EvictionsTest::evict)
                .toList();
    }

    private static int evict(JsonNode pod) {
        String name = pod.path("metadata").path("name").asText();
        ObjectNode eviction =
                Api.JSON.createObjectNode().put("apiVersion", "policy/v1").put("kind", "Eviction");
        eviction.putObject("metadata").put("name", name).put("namespace", NAMESPACE);
        return API.post("/api/v1/namespaces/" + NAMESPACE + "/pods/" + name + "/eviction", eviction.toString())
                .status();
    }

    private static ObjectNode budget(Cell cell) {
        ObjectNode budget =
                Api.JSON.createObjectNode().put("apiVersion", "policy/v1").put("kind", "PodDisruptionBudget");
        budget.putObject("metadata").put("name", cell.name).put("namespace", NAMESPACE);
        budget.putObject("spec").putPOJO(cell.rule.field, value(cell.rule.value));
        budget.withObject("/spec/selector/matchLabels").put("app", cell.name);
        return budget;
    }

    private static Object value(String text) {
        return text.endsWith("%") ? text : Integer.valueOf(text);
    }

    private static void cordon(boolean isOn) {
        API.list("/api/v1/nodes")
                .map(node ->
                        "/api/v1/nodes/" + node.path("metadata").path("name").asText())
                .forEach(node -> API.merge(node, "{\"spec\":{\"unschedulable\":" + isOn + "}}")
                        .fine());
    }

    private static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Rule rule : RULES) {
            for (int replicas : REPLICAS) {
                cells.add(new Cell("cell-" + cells.size(), rule, replicas));
            }
        }
        return cells;
    }
}
