package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.pool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** AK-005. */
class SystemPoolSizeTest {
    private final SystemPoolSize rule = new SystemPoolSize();
    private final ResourceFixture system = pool("aks").with("mode", "System");

    @Test
    void twoNodesAreReported() {
        assertThat(Verdicts.of(rule, system.with("count", 2)))
                .isEqualTo(Verdict.violation("count", "2 nodes", "at least 3 nodes")
                        .withChanges(system.cure("count", 3)));
    }

    @Test
    void aPoolThatScalesIsJudgedByItsMinimum() {
        system.with("count", 5)
                .with("enableAutoScaling", true)
                .with("minCount", 1)
                .with("maxCount", 2);

        assertThat(Verdicts.of(rule, system))
                .isEqualTo(Verdict.violation("minCount", "1 node", "at least 3 nodes")
                        .withChanges(system.cure("minCount", 3), system.cure("maxCount", 3)));
    }

    @Test
    void exactlyThreePass() {
        assertThat(Verdicts.of(rule, system.with("count", 3))).isEqualTo(Verdict.pass());
    }

    @Test
    void theNumberCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(SystemPoolSize.MINIMUM, 1), system))
                .isEqualTo(Verdict.pass());
    }
}
