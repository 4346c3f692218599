package dev.spillway.rules.regions;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** DR-004. */
class PairCapacityTest {
    private final PairCapacity rule = new PairCapacity();
    private final ResourceFixture orders = namespace("orders").capacity(4).inflateTo(12);
    private final ResourceFixture north = namespace("north");
    private final ResourceFixture pair = azure("eventhub:DisasterRecoveryConfig", "pair")
            .with("namespaceName", "orders")
            .with("partnerNamespace", id("Microsoft.EventHub/namespaces/north"));

    @Test
    void aSmallerPartnerIsReportedAndItHasToChange() {
        Verdict verdict = Verdicts.of(rule, orders, north, pair);

        assertThat(verdict)
                .isEqualTo(Verdict.violation("sku.capacity", "1 unit, up to 1", "4 units, up to 12, as orders has")
                        .withChanges(
                                north.cure("sku.capacity", 4),
                                north.cure("isAutoInflateEnabled", true),
                                north.cure("maximumThroughputUnits", 12)));
        var topology = Stacks.topology(orders, north, pair);
        assertThat(rule.standsOn(rule.subjects(topology).get(0)).urn()).isEqualTo(north.urn());
    }

    @Test
    void aLowerCeilingAloneIsReportedThere() {
        assertThat(Verdicts.of(rule, orders, north.capacity(4).inflateTo(11), pair))
                .isEqualTo(Verdict.violation(
                                "maximumThroughputUnits", "4 units, up to 11", "4 units, up to 12, as orders has")
                        .withChanges(
                                north.cure("isAutoInflateEnabled", true), north.cure("maximumThroughputUnits", 12)));
    }

    @Test
    void aPartnerThatNeedNotGrowIsGivenUnitsAlone() {
        ResourceFixture fixed = namespace("orders").capacity(4);

        assertThat(Verdicts.of(rule, fixed, north, pair))
                .isEqualTo(Verdict.violation("sku.capacity", "1 unit, up to 1", "4 units, up to 4, as orders has")
                        .withChanges(north.cure("sku.capacity", 4)));
        assertThat(Verdicts.of(rule, orders, north.capacity(2).inflateTo(12), pair))
                .isEqualTo(Verdict.violation("sku.capacity", "2 units, up to 12", "4 units, up to 12, as orders has")
                        .withChanges(north.cure("sku.capacity", 4)));
    }

    @Test
    void equalUnitsPass() {
        assertThat(Verdicts.of(rule, orders, north.capacity(4).inflateTo(12), pair))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void theShareCanBeMoved() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(PairCapacity.RATIO, 0.5),
                        orders,
                        north.capacity(2).inflateTo(6),
                        pair))
                .isEqualTo(Verdict.pass());
    }
}
