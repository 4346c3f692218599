package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** KW-028. */
class RequestsAndMemoryLimitTest {
    private static final String RESOURCES = "spec.template.spec.containers.0.resources.";

    private final RequestsAndMemoryLimit rule = new RequestsAndMemoryLimit();
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void eachAmountIsAskedFor() {
        assertThat(Verdicts.of(rule, api.container("name", "api"))).isEqualTo(missing("requests.cpu"));
        assertThat(Verdicts.of(rule, api.container("resources.requests.cpu", "500m")))
                .isEqualTo(missing("requests.memory"));
        assertThat(Verdicts.of(rule, api.container("resources.requests.memory", "512Mi")))
                .isEqualTo(missing("limits.memory"));
        assertThat(Verdicts.of(rule, api.container("resources.limits.memory", "512Mi")))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aLimitStandsInForARequest() {
        ResourceFixture limited = deployment("api")
                .sendsTo("orders/orders")
                .container("resources.limits.memory", "512Mi")
                .container("resources.limits.cpu", "1");

        assertThat(Verdicts.of(rule, limited)).isEqualTo(Verdict.pass());
    }

    private static Verdict missing(String amount) {
        return Verdict.violation(RESOURCES + amount, "not given", "an amount that the pod needs");
    }
}
