package dev.spillway.rules.regions;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** DR-002. */
class PairRegionsDifferTest {
    private final PairRegionsDiffer rule = new PairRegionsDiffer();
    private final ResourceFixture orders = namespace("orders").with("location", "westeurope");
    private final ResourceFixture north = namespace("north");
    private final ResourceFixture pair = azure("eventhub:DisasterRecoveryConfig", "pair")
            .with("namespaceName", "orders")
            .with("partnerNamespace", id("Microsoft.EventHub/namespaces/north"));

    @Test
    void oneRegionForBothIsReportedHoweverItIsWritten() {
        assertThat(Verdicts.of(rule, orders, north.with("location", "West Europe"), pair))
                .isEqualTo(Verdict.violation(
                        "partnerNamespace", "orders and north in westeurope", "a partner in another region"));
    }

    @Test
    void twoRegionsPass() {
        assertThat(Verdicts.of(rule, orders, north.with("location", "northeurope"), pair))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aRegionThatIsNotGivenIsUnknown() {
        assertThat(Verdicts.of(rule, orders, north, pair)).isEqualTo(unknown(north, "location", "not given"));
    }

    @Test
    void aPartnerElsewhereIsUnknown() {
        assertThat(Verdicts.of(rule, orders, pair))
                .isEqualTo(unknown(pair, "partnerNamespace", "the partner namespace is not in the stack"));
    }
}
