package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** EH-005. */
class PremiumUnitsFloorTest {
    private final PremiumUnitsFloor rule = new PremiumUnitsFloor();
    private final ResourceFixture orders = namespace("orders").tier("Premium");

    @Test
    void aSingleUnitIsReportedEvenWhereItIsTheDefault() {
        assertThat(Verdicts.of(rule, orders))
                .isEqualTo(Verdict.violation("sku.capacity", "1 processing unit", "at least 2 processing units")
                        .withChanges(orders.cure("sku.capacity", 2)));
    }

    @Test
    void exactlyTwoPass() {
        assertThat(Verdicts.of(rule, orders.capacity(2))).isEqualTo(Verdict.pass());
    }

    @Test
    void theMinimumCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(PremiumUnitsFloor.MINIMUM, 1), orders))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void standardHasNone() {
        assertThat(Verdicts.of(rule, namespace("orders")))
                .isEqualTo(Verdict.notApplicable("Standard has no processing units"));
    }
}
