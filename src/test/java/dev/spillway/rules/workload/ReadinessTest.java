package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** KW-022. */
class ReadinessTest {
    private final Readiness rule = new Readiness();
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void aPodWithoutProbeIsReported() {
        assertThat(Verdicts.of(rule, api.container("name", "api")))
                .isEqualTo(Verdict.violation(
                        "spec.template.spec.containers.0.readinessProbe",
                        "none",
                        "a probe that fails until the connection is open"));
    }

    @Test
    void aProbePasses() {
        assertThat(Verdicts.of(rule, api.container("readinessProbe.httpGet.path", "/ready")))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void containersThatAreNotGivenAreUnknown() {
        assertThat(Verdicts.of(rule, api)).isEqualTo(unknown(api, "spec.template.spec.containers", "not given"));
    }
}
