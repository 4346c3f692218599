package dev.spillway.view;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pods a budget covers, as Kubernetes reads selectors, and where that is not known yet. */
class BudgetViewTest {
    private static final String HIDDEN = Inputs.UNKNOWN;

    @ParameterizedTest
    @CsvSource({
        "app, In, web|api, true",
        "app, In, web, false",
        "app, In, web|?, unknown",
        "app, In, ?|api, true",
        "tier, In, api|?, false",
        "app, NotIn, web, true",
        "app, NotIn, api, false",
        "app, NotIn, api|?, false",
        "app, NotIn, ?, unknown",
        "tier, NotIn, web, true",
        "app, Exists, '', true",
        "tier, Exists, '', false",
        "app, DoesNotExist, '', false",
        "tier, DoesNotExist, '', true",
        "app, Is, api, false",
        "app, ?, api, unknown",
        "?, In, api, unknown",
    })
    void anExpressionIsReadAsKubernetesReadsIt(String key, String operator, String values, String covers) {
        List<String> listed =
                List.of(values.split("\\|")).stream().map(BudgetViewTest::shown).toList();
        Map<String, Object> expression = Map.of("key", shown(key), "operator", shown(operator), "values", listed);

        assertThat(covers(Map.of("matchExpressions", List.of(expression)))).isEqualTo(covers);
    }

    @Test
    void allThatASelectorAsksForHasToHold() {
        Map<String, Object> exists = Map.of("key", "app", "operator", "Exists");
        Map<String, Object> absent = Map.of("key", "app", "operator", "DoesNotExist");

        assertThat(covers(Map.of("matchLabels", Map.of("app", "api"), "matchExpressions", List.of(exists))))
                .isEqualTo("true");
        assertThat(covers(Map.of("matchLabels", Map.of("app", "api"), "matchExpressions", List.of(exists, absent))))
                .isEqualTo("false");
        assertThat(covers(Map.of("matchLabels", Map.of("app", "web"), "matchExpressions", List.of(exists))))
                .isEqualTo("false");
    }

    @Test
    void aSelectorThatAsksForNothingCoversAllAndNoSelectorCoversNone() {
        assertThat(covers(Map.of())).isEqualTo("true");
        assertThat(String.valueOf(
                        new BudgetView(budget().view()).covers(workload()).value()))
                .isEqualTo("false");
    }

    @Test
    void whatIsHiddenDecidesNothingUnlessSomethingElseDoes() {
        assertThat(covers(Map.of("matchLabels", HIDDEN))).isEqualTo("unknown");
        assertThat(covers(Map.of("matchExpressions", HIDDEN))).isEqualTo("unknown");
        assertThat(covers(Map.of("matchExpressions", List.of(HIDDEN)))).isEqualTo("unknown");
        assertThat(covers(Map.of("matchLabels", Map.of("app", HIDDEN)))).isEqualTo("unknown");
        assertThat(covers(Map.of("matchLabels", Map.of("app", HIDDEN, "tier", "front"))))
                .isEqualTo("false");
        assertThat(covers(Map.of("matchLabels", Map.of("app", "web"), "matchExpressions", HIDDEN)))
                .isEqualTo("false");
    }

    private static String covers(Object selector) {
        Fact<Boolean> covers =
                new BudgetView(budget().with("spec.selector", selector).view()).covers(workload());
        return covers.isUnknown() ? "unknown" : String.valueOf(covers.value());
    }

    private static ResourceFixture budget() {
        return resource("kubernetes:policy/v1:PodDisruptionBudget", "budget").with("metadata.namespace", "orders");
    }

    private static WorkloadView workload() {
        return topology(deployment("api").with("spec.template.metadata.labels", Map.of("app", "api")))
                .workloads()
                .get(0);
    }

    private static String shown(String text) {
        return text.equals("?") ? HIDDEN : text;
    }
}
