package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.scaledObject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** KW-001. */
class AutoscalerPresentTest {
    private final AutoscalerPresent rule = new AutoscalerPresent();
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");

    @Test
    void aFixedFleetIsReported() {
        assertThat(Verdicts.of(rule, api.replicas(10)))
                .isEqualTo(Verdict.violation("", "no autoscaler", "a HorizontalPodAutoscaler or a ScaledObject"));
    }

    @Test
    void anyAutoscalerPasses() {
        assertThat(Verdicts.of(rule, api, autoscaler("api", 2, 4))).isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, api, scaledObject("api"))).isEqualTo(Verdict.pass());
    }

    @Test
    void aRetiredObjectScalesNothing() {
        ResourceFixture retired = resource("kubernetes:keda.k8s.io/v1alpha1:ScaledObject", "api")
                .with("metadata.namespace", "orders")
                .with("spec.scaleTargetRef.deploymentName", "api");

        assertThat(Verdicts.of(rule, api, retired)).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aWorkloadWithoutRoleIsNotJudged() {
        assertThat(Verdicts.of(rule, deployment("website")))
                .isEqualTo(Verdict.notApplicable("the workload has no event role"));
    }
}
