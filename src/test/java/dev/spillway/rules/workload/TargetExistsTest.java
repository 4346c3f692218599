package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** KW-005. */
class TargetExistsTest {
    private static final String TARGET = "spec.scaleTargetRef";

    private final TargetExists rule = new TargetExists();
    private final ResourceFixture scaler = autoscaler("api", 2, 4);

    @Test
    void aTargetThatIsNotThereIsReported() {
        assertThat(Verdicts.of(rule, deployment("other"), scaler))
                .isEqualTo(Verdict.violation(
                        TARGET, "orders/Deployment/api, which is not in the stack", "a workload of the stack"));
    }

    @Test
    void aTargetInAnotherNamespaceIsNotThere() {
        assertThat(Verdicts.of(rule, deployment("api").with("metadata.namespace", "other"), scaler))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aTargetPasses() {
        assertThat(Verdicts.of(rule, deployment("api"), scaler)).isEqualTo(Verdict.pass());
    }

    @Test
    void aHelmReleaseMayHoldIt() {
        assertThat(Verdicts.of(rule, resource("kubernetes:helm.sh/v3:Release", "shop"), scaler))
                .isEqualTo(unknown(scaler, TARGET, "a Helm release of the stack may hold it"));
    }

    @Test
    void otherKindsAreNotKnown() {
        assertThat(Verdicts.of(rule, scaler.with(TARGET + ".kind", "Rollout")))
                .isEqualTo(Verdict.notApplicable("a Rollout is not a kind that we know"));
    }
}
