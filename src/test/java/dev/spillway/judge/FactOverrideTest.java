package dev.spillway.judge;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.graph;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user knows of resources, told to a stack of a namespace, a Deployment, its autoscaler and a bucket of another cloud. */
class FactOverrideTest {
    private final ResourceGraph stack = graph(
            namespace("orders"),
            deployment("order-api").replicas(2).sendsTo("orders/orders"),
            autoscaler("order-api", 2, 4),
            resource("aws:s3/bucket:Bucket", "archive"));
    private final List<String> problems = new ArrayList<>();

    @Test
    void whatIsKnownOfPodsIsToldToWorkloadsAlone() {
        ResourceGraph told = tell("*", Map.of("flush-seconds", "40", "role", "consumer"));

        ResourceView api = find(told, "Deployment");
        assertThat(api.inputs().at("/spec/template/metadata/annotations/spillway.dev~1flush-seconds"))
                .hasToString("\"40\"");
        assertThat(api.inputs().at("/spec/template/metadata/annotations/spillway.dev~1role"))
                .hasToString("\"consumer\"");
        assertThat(api.inputs().at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(others(told, "Deployment")).isEqualTo(others(stack, "Deployment"));
        assertThat(problems).isEmpty();
    }

    @Test
    void theLoadBelongsToTheWorkloadItself() {
        ResourceGraph told = tell("order-api", Map.of("load", "{}"));

        ResourceView api = find(told, "Deployment");
        assertThat(api.inputs().at("/metadata/annotations/spillway.dev~1load")).hasToString("\"{}\"");
        assertThat(api.inputs().at("/spec"))
                .isEqualTo(find(stack, "Deployment").inputs().at("/spec"));
        assertThat(others(told, "Deployment")).isEqualTo(others(stack, "Deployment"));
    }

    @Test
    void whatIsKnownOfAzureIsToldToItsResourcesAlone() {
        ResourceGraph told = tell("*", Map.of("critical", "true"));

        assertThat(find(told, "Namespace").inputs().at("/tags/spillway-critical"))
                .hasToString("\"true\"");
        assertThat(others(told, "Namespace")).isEqualTo(others(stack, "Namespace"));
    }

    @Test
    void aLaterFactOutdoesAnEarlierOne() {
        ResourceGraph told = FactOverride.apply(
                List.of(
                        fact("*", Map.of("critical", "true", "profile", "dev")),
                        fact("orders", Map.of("critical", "false"))),
                stack,
                problems);

        assertThat(find(told, "Namespace").inputs().at("/tags"))
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("spillway-critical", "false")
                        .put("spillway-profile", "dev"));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody,    role",
        "orders,    role",
        "archive,   critical",
        "archive,   role",
        "order-api, critical",
        "*HorizontalPodAutoscaler*, role"
    })
    void aFactThatNoResourceCouldHaveIsReported(String resources, String fact) {
        ResourceGraph told = tell(resources, Map.of(fact, "x"));

        assertThat(problems)
                .containsExactly("facts." + resources + ": " + resources
                        + " meets no resource that could have these facts, give the name of one");
        assertThat(told.resources()).isEqualTo(stack.resources());
    }

    private ResourceGraph tell(String resources, Map<String, String> values) {
        return FactOverride.apply(List.of(fact(resources, values)), stack, problems);
    }

    private static FactOverride fact(String resources, Map<String, String> values) {
        return new FactOverride("facts." + resources, ResourcePattern.of(resources), values);
    }

    private static ResourceView find(ResourceGraph graph, String kind) {
        return graph.resources().stream()
                .filter(one -> one.type().endsWith(":" + kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<ResourceView> others(ResourceGraph graph, String kind) {
        return graph.resources().stream()
                .filter(one -> !one.type().endsWith(":" + kind))
                .toList();
    }
}
