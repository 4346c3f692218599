package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** KW-004. */
class NoStaticReplicasTest {
    private final NoStaticReplicas rule = new NoStaticReplicas();
    private final ResourceFixture workload = deployment("order-api");

    @Test
    void aStaticNumberUnderAnAutoscalerIsReported() {
        assertThat(Verdicts.of(rule, workload.replicas(3), autoscaler("order-api", 2, 6)))
                .isEqualTo(setBack());
    }

    @Test
    void aStaticNumberUnderAScaledObjectIsReported() {
        assertThat(Verdicts.of(rule, workload.replicas(3), scaledObject("order-api")))
                .isEqualTo(setBack());
    }

    @Test
    void noStaticNumberPasses() {
        assertThat(Verdicts.of(rule, workload, autoscaler("order-api", 2, 6))).isEqualTo(Verdict.pass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec.replicas", "spec", "spec.*", "spec[\"replicas\"]"})
    void anIgnoredNumberPasses(String ignored) {
        assertThat(Verdicts.of(rule, workload.replicas(3).ignoringChanges(ignored), autoscaler("order-api", 2, 6)))
                .isEqualTo(Verdict.pass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec.template", "metadata", "spec.replicas.more"})
    void ignoringSomethingElseDoesNotHelp(String ignored) {
        assertThat(Verdicts.of(rule, workload.replicas(3).ignoringChanges(ignored), autoscaler("order-api", 2, 6)))
                .isEqualTo(setBack());
    }

    @Test
    void hiddenIgnoredChangesAreUnknown() {
        assertThat(Verdicts.of(rule, workload.replicas(3).withoutOptions(), autoscaler("order-api", 2, 6)))
                .isEqualTo(unknown(workload, "options.ignoreChanges", "hidden or not told by the engine"));
    }

    @Test
    void hiddenIgnoredChangesBesideTheRightOnePass() {
        ResourceFixture told = workload.replicas(3).withoutOptions().ignoringChanges("spec.replicas");

        assertThat(Verdicts.of(rule, told, autoscaler("order-api", 2, 6))).isEqualTo(Verdict.pass());
    }

    @Test
    void aNumberKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, workload.unknown("spec.replicas"), autoscaler("order-api", 2, 6)))
                .isEqualTo(unknown(workload, "spec.replicas", "known only after deployment"));
    }

    @Test
    void aTargetKnownAfterDeploymentIsUnknown() {
        ResourceFixture scaler = autoscaler("order-api", 2, 6).unknown("spec.scaleTargetRef.name");

        assertThat(Verdicts.of(rule, workload.replicas(3), scaler))
                .isEqualTo(unknown(scaler, "spec.scaleTargetRef.name", "known only after deployment"));
    }

    @Test
    void aTargetKnownAfterDeploymentIsFoundByTheEnginesEdge() {
        ResourceFixture scaler = autoscaler("order-api", 2, 6)
                .unknown("spec.scaleTargetRef.name")
                .dependsOn("spec", workload);

        assertThat(Verdicts.of(rule, workload.replicas(3), scaler)).isEqualTo(setBack());
    }

    @Test
    void aTargetOutsideTheStackIsNotJudged() {
        assertThat(Verdicts.of(rule, workload.replicas(3), autoscaler("other", 2, 6)))
                .isEqualTo(Verdict.notApplicable("its target is not in the stack"));
    }

    @Test
    void aRetiredScaledObjectIsJudgedAndNamed() {
        ResourceFixture scaler = resource("kubernetes:keda.k8s.io/v1alpha1:ScaledObject", "order-api")
                .with("metadata.namespace", "orders")
                .with("spec.scaleTargetRef.deploymentName", "order-api");
        String note = "KEDA 2 ignores objects of the group keda.k8s.io";

        assertThat(Verdicts.of(rule, workload, scaler)).isEqualTo(Verdict.pass(note));
        assertThat(Verdicts.of(rule, workload.replicas(3), scaler))
                .isEqualTo(setBack().withNote(note));
    }

    private static Verdict.Violation setBack() {
        return Verdict.violation(
                "spec.scaleTargetRef", "order-api sets spec.replicas to 3", "no spec.replicas on order-api");
    }
}
