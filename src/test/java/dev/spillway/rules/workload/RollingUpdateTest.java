package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** KW-021. */
class RollingUpdateTest {
    private static final String TYPE = "spec.strategy.type";
    private static final String AWAY = "spec.strategy.rollingUpdate.maxUnavailable";

    private final RollingUpdate rule = new RollingUpdate();
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void recreateIsReported() {
        assertThat(Verdicts.of(rule, api.with(TYPE, "Recreate")))
                .isEqualTo(Verdict.violation(TYPE, "Recreate", "RollingUpdate")
                        .withChanges(api.cure(TYPE, "RollingUpdate"), api.cure(AWAY, "25%")));
    }

    @Test
    void halfTheFleetIsReported() {
        assertThat(Verdicts.of(rule, api.with(AWAY, "50%"))).isEqualTo(half("50%"));
        assertThat(Verdicts.of(rule, api.with(AWAY, "49%"))).isEqualTo(Verdict.pass());
    }

    @Test
    void aNumberIsAShareOfTheFewestPods() {
        assertThat(Verdicts.of(rule, api.with(AWAY, 1), autoscaler("api", 2, 10)))
                .isEqualTo(half("1 of 2 pods"));
        assertThat(Verdicts.of(rule, api.with(AWAY, 1), autoscaler("api", 3, 10)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void severalPodsAreAShareOfTheFewestToo() {
        assertThat(Verdicts.of(rule, api.with(AWAY, 2), autoscaler("api", 5, 10)))
                .isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, api.with(AWAY, 3), autoscaler("api", 5, 10)))
                .isEqualTo(half("3 of 5 pods"));
    }

    @Test
    void theDefaultPasses() {
        assertThat(Verdicts.of(rule, api)).isEqualTo(Verdict.pass());
    }

    @Test
    void theShareCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(RollingUpdate.MOST, 51.0), api.with(AWAY, "50%")))
                .isEqualTo(Verdict.pass());
    }

    private Verdict half(String seen) {
        return Verdict.violation(AWAY, seen, "less than 50 %").withChanges(api.cure(AWAY, "25%"));
    }
}
