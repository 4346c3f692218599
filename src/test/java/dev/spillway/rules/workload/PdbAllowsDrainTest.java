package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** KW-015. */
class PdbAllowsDrainTest {
    private final PdbAllowsDrain rule = new PdbAllowsDrain();
    private final ResourceFixture api =
            deployment("api").replicas(3).with("spec.template.metadata.labels", Map.of("app", "api"));
    private final ResourceFixture budget = resource("kubernetes:policy/v1:PodDisruptionBudget", "budget")
            .with("metadata.namespace", "orders")
            .with("spec.selector.matchLabels", Map.of("app", "api"));

    @ParameterizedTest
    @CsvSource({
        "maxUnavailable, 0, false",
        "maxUnavailable, 0%, false",
        "maxUnavailable, 1, true",
        "maxUnavailable, 1%, true",
        "minAvailable, 100%, false",
        "minAvailable, 67%, false",
        "minAvailable, 66%, true",
        "minAvailable, 3, false",
        "minAvailable, 4, false",
        "minAvailable, 2, true"
    })
    void percentagesAreRoundedUpAsTheControllerDoes(String input, String value, boolean allows) {
        Verdict verdict = Verdicts.of(rule, api, budget.with("spec." + input, value));

        assertThat(verdict.equals(Verdict.pass())).isEqualTo(allows);
        assertThat(verdict instanceof Verdict.Violation).isEqualTo(!allows);
    }

    @Test
    void theMinimumOfTheAutoscalerCounts() {
        assertThat(Verdicts.of(rule, api, autoscaler("api", 2, 10), budget.with("spec.minAvailable", 2)))
                .isEqualTo(Verdict.violation(
                                "spec.minAvailable", "none of 2 pods may be away", "at least 1 pod that may be away")
                        .withChanges(budget.cure("spec.minAvailable", null), budget.cure("spec.maxUnavailable", 1)));
    }

    @Test
    void withoutItsPodsOnlyTheImpossibleIsReported() {
        assertThat(Verdicts.of(rule, budget.with("spec.maxUnavailable", 0)))
                .isEqualTo(Verdict.violation(
                                "spec.maxUnavailable", "no pod may be away", "at least 1 pod that may be away")
                        .withChanges(budget.cure("spec.maxUnavailable", 1)));
        assertThat(Verdicts.of(rule, budget.with("spec.maxUnavailable", 1)))
                .isEqualTo(Verdict.notApplicable("the pods that it covers are not in the stack"));
    }
}
