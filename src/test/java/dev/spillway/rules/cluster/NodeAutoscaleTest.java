package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.pool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AK-003. */
class NodeAutoscaleTest {
    private final NodeAutoscale rule = new NodeAutoscale();
    private final ResourceFixture users = pool("aks");

    @Test
    void aFixedPoolIsReported() {
        assertThat(Verdicts.of(rule, cluster("aks"), users))
                .isEqualTo(Verdict.violation("enableAutoScaling", "false", "true, with minCount and maxCount"));
    }

    @Test
    void aPoolThatScalesPasses() {
        assertThat(Verdicts.of(rule, users.with("enableAutoScaling", true))).isEqualTo(Verdict.pass());
    }

    @Test
    void aClusterThatProvisionsNodesPasses() {
        assertThat(Verdicts.of(rule, cluster("aks").with("nodeProvisioningProfile.mode", "Auto"), users))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aPoolOfAddOnsIsLeftAlone() {
        assertThat(Verdicts.of(rule, users.with("nodeTaints", List.of("CriticalAddonsOnly=true:NoSchedule"))))
                .isEqualTo(Verdict.notApplicable("only add-ons of the system run there"));
    }
}
