package dev.spillway.rules.options;

import static dev.spillway.fixture.Stacks.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** PU-008. */
class FactsDeclaredTest {
    private static final String FACT = "spec.template.metadata.annotations[\"spillway.dev/";

    private final FactsDeclared rule = new FactsDeclared();
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void whatIsMissingIsCounted() {
        assertThat(Verdicts.of(rule, api.fact("max-events-per-second", "10")))
                .isEqualTo(Verdict.violation(
                        FACT + "flush-seconds\"]", "2 of 3 facts not given", "all of them: rate, flush and patience"));
    }

    @Test
    void aDeclaredClientStandsInForTheRetryBudget() {
        api.fact("max-events-per-second", "10")
                .fact("flush-seconds", "5")
                .own("client", "{\"library\":\"azureSdkJava\"}");

        assertThat(Verdicts.of(rule, api)).isEqualTo(Verdict.pass());
    }

    @Test
    void aConsumerNeedsNoPatience() {
        ResourceFixture billing = deployment("billing")
                .readsFrom("orders/orders")
                .fact("max-events-per-second", "10")
                .fact("flush-seconds", "5");

        assertThat(Verdicts.of(rule, billing)).isEqualTo(Verdict.pass());
    }

    @Test
    void aWorkloadWithoutRoleIsNotJudged() {
        assertThat(Verdicts.of(rule, deployment("website")))
                .isEqualTo(Verdict.notApplicable("the workload has no event role"));
    }
}
