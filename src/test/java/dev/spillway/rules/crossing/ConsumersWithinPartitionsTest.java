package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** CX-001. */
class ConsumersWithinPartitionsTest {
    private static final String HUB = "spec.template.metadata.annotations[\"spillway.dev/hub\"]";

    private final ConsumersWithinPartitions rule = new ConsumersWithinPartitions();
    private final ResourceFixture hub = hub("orders/orders").partitions(8);
    private final ResourceFixture billing = deployment("billing").readsFrom("orders/orders");

    @Test
    void oneReplicaMoreThanPartitionsIsReported() {
        assertThat(Verdicts.of(rule, hub, billing, autoscaler("billing", 2, 9)))
                .isEqualTo(tooMany("up to 9 replicas on 8 partitions"));
    }

    @Test
    void exactlyAsManyPass() {
        assertThat(Verdicts.of(rule, hub, billing, autoscaler("billing", 2, 8))).isEqualTo(Verdict.pass());
    }

    @Test
    void withoutAnAutoscalerTheStaticNumberCounts() {
        assertThat(Verdicts.of(rule, hub, billing.replicas(9))).isEqualTo(tooMany("up to 9 replicas on 8 partitions"));
    }

    @Test
    void aScaledObjectThatDoesNotSayGoesToAHundred() {
        assertThat(Verdicts.of(rule, hub, billing, scaledObject("billing")))
                .isEqualTo(tooMany("up to 100 replicas on 8 partitions")
                        .withNote(
                                "KEDA itself stops at the partition count, so the declared maximum is never reached"));
    }

    @Test
    void aTriggerOnHubLagMakesAConsumer() {
        assertThat(Verdicts.of(rule, hub, billing.withoutFact("role"), scaledObject("billing")))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void anAbsentPartitionCountIsUnknown() {
        assertThat(Verdicts.of(rule, hub.without("partitionCount"), billing))
                .isEqualTo(unknown(hub, "partitionCount", "not given"));
    }

    @Test
    void anAutoscalerWithoutMaximumIsUnknown() {
        ResourceFixture scaler = autoscaler("billing", 2, 8).without("spec.maxReplicas");

        assertThat(Verdicts.of(rule, hub, billing, scaler)).isEqualTo(unknown(scaler, "spec.maxReplicas", "not given"));
    }

    @Test
    void aHubOutsideTheStackIsUnknown() {
        assertThat(Verdicts.of(rule, billing))
                .isEqualTo(unknown(billing, HUB, "the hub orders/orders is not in the stack"));
    }

    @Test
    void aConsumerWithoutHubIsUnknown() {
        assertThat(Verdicts.of(rule, hub, billing.withoutFact("hub"))).isEqualTo(unknown(billing, HUB, "not given"));
    }

    @Test
    void producersAreNotJudged() {
        assertThat(rule.subjects(Stacks.topology(deployment("order-api").sendsTo("orders/orders"))))
                .isEmpty();
    }

    private static Verdict.Violation tooMany(String seen) {
        return Verdict.violation("spec.replicas", seen, "at most 8 replicas");
    }
}
