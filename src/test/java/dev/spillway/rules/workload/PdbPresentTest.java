package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** KW-014. */
class PdbPresentTest {
    private final PdbPresent rule = new PdbPresent();
    private final ResourceFixture api = deployment("api")
            .sendsTo("orders/orders")
            .replicas(2)
            .with("spec.template.metadata.labels", Map.of("app", "api"));

    @Test
    void aFleetWithoutBudgetIsReported() {
        assertThat(Verdicts.of(rule, api))
                .isEqualTo(Verdict.violation("", "no PodDisruptionBudget for its pods", "one with maxUnavailable 1"));
    }

    @Test
    void aBudgetForOtherPodsOrAnotherNamespaceDoesNotHelp() {
        assertThat(Verdicts.of(rule, api, budget("web"))).isInstanceOf(Verdict.Violation.class);
        assertThat(Verdicts.of(rule, api, budget("api").with("metadata.namespace", "other")))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aBudgetPasses() {
        assertThat(Verdicts.of(rule, api, budget("api"))).isEqualTo(Verdict.pass());
    }

    @Test
    void aBudgetByExpressionPasses() {
        ResourceFixture expression = budget("api")
                .with(
                        "spec.selector",
                        Map.of(
                                "matchExpressions",
                                List.of(Map.of("key", "app", "operator", "In", "values", List.of("api", "web")))));

        assertThat(Verdicts.of(rule, api, expression)).isEqualTo(Verdict.pass());
    }

    @Test
    void onePodIsNotJudged() {
        assertThat(Verdicts.of(rule, api.replicas(1)))
                .isEqualTo(Verdict.notApplicable("one pod cannot be protected from a drain: KW-002 speaks"));
    }

    private static ResourceFixture budget(String app) {
        return resource("kubernetes:policy/v1:PodDisruptionBudget", "budget")
                .with("metadata.namespace", "orders")
                .with("spec.selector.matchLabels", Map.of("app", app));
    }
}
