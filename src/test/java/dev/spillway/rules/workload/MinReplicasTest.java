package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** KW-002. */
class MinReplicasTest {
    private final MinReplicas rule = new MinReplicas();
    private final ResourceFixture producer = deployment("order-api").sendsTo("orders/orders");
    private final ResourceFixture consumer = deployment("billing").readsFrom("orders/orders");

    @Test
    void anAutoscalerThatMayLeaveOnePodIsReported() {
        ResourceFixture scaler = autoscaler("order-api", 1, 4);

        assertThat(Verdicts.of(rule, producer, scaler))
                .isEqualTo(tooFew("spec.minReplicas", "1 replica").withChanges(set(scaler, "spec.minReplicas", 2)));
    }

    @Test
    void theFindingStandsOnTheAutoscaler() {
        ResourceFixture scaler = autoscaler("order-api", 1, 4);
        var workload = Stacks.topology(producer, scaler).workloads().get(0);

        assertThat(rule.standsOn(workload).urn()).isEqualTo(scaler.urn());
    }

    @Test
    void theMaximumIsRaisedWithTheMinimum() {
        ResourceFixture scaler = autoscaler("order-api", 1, 1);

        assertThat(Verdicts.of(rule, producer, scaler))
                .isEqualTo(tooFew("spec.minReplicas", "1 replica")
                        .withChanges(set(scaler, "spec.minReplicas", 2), set(scaler, "spec.maxReplicas", 2)));
    }

    @Test
    void aMaximumThatJustAllowsTheMinimumStays() {
        ResourceFixture scaler = autoscaler("order-api", 1, 2);

        assertThat(Verdicts.of(rule, producer, scaler))
                .isEqualTo(tooFew("spec.minReplicas", "1 replica").withChanges(set(scaler, "spec.minReplicas", 2)));
    }

    @Test
    void ofTwoAutoscalersTheLowestMinimumCounts() {
        ResourceFixture worker = deployment("billing");

        assertThat(Verdicts.of(rule, worker, scaledObject("billing"), autoscaler("billing", 1, 10)))
                .as("a trigger on hub lag makes it a consumer, whichever autoscaler wins")
                .isEqualTo(tooFew("spec.replicas", "0 replicas"));
        assertThat(Verdicts.of(
                        rule,
                        worker,
                        scaledObject("billing").with("spec.minReplicaCount", 2),
                        autoscaler("billing", 3, 10)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void exactlyTwoPasses() {
        assertThat(Verdicts.of(rule, producer, autoscaler("order-api", 2, 4))).isEqualTo(Verdict.pass());
    }

    @Test
    void anAutoscalerThatDoesNotSayLeavesOne() {
        ResourceFixture scaler = autoscaler("order-api", 1, 4).without("spec.minReplicas");

        assertThat(Verdicts.of(rule, producer, scaler))
                .isEqualTo(tooFew("spec.minReplicas", "1 replica").withChanges(set(scaler, "spec.minReplicas", 2)));
    }

    @Test
    void aScaledObjectThatDoesNotSayLeavesNone() {
        ResourceFixture scaler = scaledObject("billing");

        assertThat(Verdicts.of(rule, consumer, scaler))
                .isEqualTo(tooFew("spec.minReplicaCount", "0 replicas")
                        .withChanges(set(scaler, "spec.minReplicaCount", 2)));
    }

    @Test
    void withoutAnAutoscalerTheStaticNumberCounts() {
        assertThat(Verdicts.of(rule, producer))
                .isEqualTo(tooFew("spec.replicas", "1 replica").withChanges(set(producer, "spec.replicas", 2)));
    }

    @Test
    void aStaticNumberUnderAnAutoscalerDoesNotCount() {
        ResourceFixture scaler = autoscaler("order-api", 1, 4);

        assertThat(Verdicts.of(rule, producer.replicas(3), scaler))
                .isEqualTo(tooFew("spec.minReplicas", "1 replica").withChanges(set(scaler, "spec.minReplicas", 2)));
    }

    @Test
    void aMinimumKnownAfterDeploymentIsUnknown() {
        ResourceFixture scaler = autoscaler("order-api", 1, 4).unknown("spec.minReplicas");

        assertThat(Verdicts.of(rule, producer, scaler))
                .isEqualTo(unknown(scaler, "spec.minReplicas", "known only after deployment"));
    }

    @Test
    void anAutoscalerWithoutKnownTargetMakesItUnknown() {
        ResourceFixture scaler = autoscaler("other", 1, 4).unknown("spec.scaleTargetRef.name");

        assertThat(Verdicts.of(rule, producer, scaler))
                .isEqualTo(unknown(producer, "spec.replicas", "other, whose target is not known, may scale it"));
    }

    @Test
    void aRoleThatDoesNotExistIsUnknown() {
        assertThat(Verdicts.of(rule, producer.fact("role", "sender")))
                .isEqualTo(unknown(
                        producer,
                        "spec.template.metadata.annotations[\"spillway.dev/role\"]",
                        "met \"sender\" where producer, consumer or receiver belongs"));
    }

    @Test
    void aWorkloadWithoutRoleIsNotJudged() {
        assertThat(Verdicts.of(rule, deployment("website")))
                .isEqualTo(Verdict.notApplicable("the workload has no event role"));
    }

    @Test
    void bothMinimaCanBeMoved() {
        ResourceFixture two = producer.replicas(2);

        assertThat(Verdicts.of(rule, context -> context.with(MinReplicas.MINIMUM, 3), two))
                .isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, context -> context.with(MinReplicas.PRODUCER_MINIMUM, 3), two))
                .isEqualTo(Verdict.violation("spec.replicas", "2 replicas", "at least 3 replicas")
                        .withChanges(set(producer, "spec.replicas", 3)));
        assertThat(Verdicts.of(rule, context -> context.with(MinReplicas.MINIMUM, 1), consumer))
                .isEqualTo(Verdict.pass());
    }

    private static Verdict.Violation tooFew(String path, String seen) {
        return Verdict.violation(path, seen, "at least 2 replicas");
    }

    private static Change set(ResourceFixture resource, String path, int value) {
        return new Change(resource.urn(), path, IntNode.valueOf(value));
    }
}
