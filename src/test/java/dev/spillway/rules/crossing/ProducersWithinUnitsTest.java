package dev.spillway.rules.crossing;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** CX-003. */
class ProducersWithinUnitsTest {
    private static final String BYTES = "spec.template.metadata.annotations[\"spillway.dev/max-bytes-per-second\"]";
    private static final String HUB = "spec.template.metadata.annotations[\"spillway.dev/hub\"]";

    private final ProducersWithinUnits rule = new ProducersWithinUnits();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture producer = deployment("order-api")
            .sendsTo("orders/orders")
            .fact("max-events-per-second", "1000")
            .fact("max-bytes-per-second", "900000");

    @Test
    void producersThatOutgrowTheUnitsAreReported() {
        assertThat(Verdicts.of(rule, orders.capacity(2), producer, autoscaler("order-api", 1, 10)))
                .isEqualTo(Verdict.violation(
                                "maximumThroughputUnits", "2 units for up to 10,000 events/s and 9 MB/s", "12 units")
                        .withChanges(inflate(), ceiling(12)));
    }

    @Test
    void exactlyTheHeadroomPasses() {
        assertThat(Verdicts.of(rule, orders.capacity(2).inflateTo(12), producer, autoscaler("order-api", 1, 10)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void oneUnitLessIsReported() {
        assertThat(Verdicts.of(rule, orders.capacity(2).inflateTo(11), producer, autoscaler("order-api", 1, 10)))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void bytesCountWhereTheyBindFirst() {
        assertThat(Verdicts.of(rule, orders.capacity(3), producer.fact("max-bytes-per-second", "3000000")))
                .isEqualTo(Verdict.violation(
                                "maximumThroughputUnits", "3 units for up to 1,000 events/s and 3 MB/s", "4 units")
                        .withChanges(inflate(), ceiling(4)));
    }

    @Test
    void bytesFollowFromTheLoadWhereTheyAreNotDeclared() {
        producer.withoutFact("max-bytes-per-second").burst(900, 60, 2000);

        assertThat(Verdicts.of(rule, orders.capacity(2), producer))
                .isEqualTo(Verdict.violation(
                                "maximumThroughputUnits", "2 units for up to 1,000 events/s and 2 MB/s", "3 units")
                        .withChanges(inflate(), ceiling(3)));
    }

    @Test
    void allProducersOfTheNamespaceCount() {
        ResourceFixture other = deployment("returns-api")
                .sendsTo("orders/returns")
                .fact("max-events-per-second", "1000")
                .fact("max-bytes-per-second", "1000");

        assertThat(Verdicts.of(rule, orders.capacity(2), producer, other))
                .isEqualTo(Verdict.violation(
                                "maximumThroughputUnits", "2 units for up to 2,000 events/s and 0.9 MB/s", "3 units")
                        .withChanges(inflate(), ceiling(3)));
    }

    @Test
    void fortyUnitsCanBeBought() {
        assertThat(Verdicts.of(rule, orders, producer.replicas(33)))
                .isEqualTo(Verdict.violation(
                                "maximumThroughputUnits", "1 unit for up to 33,000 events/s and 29.7 MB/s", "40 units")
                        .withChanges(inflate(), ceiling(40)));
    }

    @Test
    void moreThanFortyUnitsCannotBeBought() {
        assertThat(Verdicts.of(rule, orders, producer.replicas(40)))
                .isEqualTo(Verdict.violation(
                        "maximumThroughputUnits",
                        "1 unit for up to 40,000 events/s and 36 MB/s",
                        "fewer senders or a second namespace: 48 units are more than the 40 that there are"));
    }

    @Test
    void basicHasNoAutoInflateToSet() {
        assertThat(Verdicts.of(rule, orders.tier("Basic"), producer))
                .isEqualTo(Verdict.violation(
                        "maximumThroughputUnits", "1 unit for up to 1,000 events/s and 0.9 MB/s", "2 units"));
    }

    @Test
    void anUndeclaredRateIsUnknown() {
        assertThat(Verdicts.of(
                        rule,
                        orders,
                        producer.withoutFact("max-bytes-per-second").fact("max-events-per-second", "100")))
                .isEqualTo(unknown(producer, BYTES, "not given"));
    }

    @Test
    void whatIsKnownCanBeTooMuchAlready() {
        assertThat(Verdicts.of(rule, orders, producer.withoutFact("max-bytes-per-second")))
                .isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aProducerThatMaySendHereMakesItUnknown() {
        assertThat(Verdicts.of(rule, orders, producer.withoutFact("hub")))
                .isEqualTo(unknown(producer, HUB, "not given"));
    }

    @Test
    void aProducerOfAnotherNamespaceDoesNotCount() {
        assertThat(Verdicts.of(rule, orders, producer.sendsTo("other/orders")))
                .isEqualTo(Verdict.notApplicable("no producer of the stack sends here"));
    }

    @Test
    void unitsOfPremiumHaveNoRate() {
        assertThat(Verdicts.of(rule, orders.tier("Premium"), producer))
                .isEqualTo(Verdict.notApplicable("a unit of Premium has no published rate"));
    }

    @Test
    void unitsKnownAfterDeploymentAreUnknown() {
        assertThat(Verdicts.of(rule, orders.unknown("sku.capacity"), producer))
                .isEqualTo(unknown(orders, "sku.capacity", "known only after deployment"));
    }

    @Test
    void theHeadroomCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(ProducersWithinUnits.HEADROOM, 1.0), orders, producer))
                .isEqualTo(Verdict.pass());
    }

    private Change inflate() {
        return new Change(orders.urn(), "isAutoInflateEnabled", BooleanNode.TRUE);
    }

    private Change ceiling(int units) {
        return new Change(orders.urn(), "maximumThroughputUnits", IntNode.valueOf(units));
    }
}
