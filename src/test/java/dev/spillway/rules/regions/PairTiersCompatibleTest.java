package dev.spillway.rules.regions;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DR-003. */
class PairTiersCompatibleTest {
    private final PairTiersCompatible rule = new PairTiersCompatible();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture north = namespace("north");
    private final ResourceFixture pair = azure("eventhub:DisasterRecoveryConfig", "pair")
            .with("namespaceName", "orders")
            .with("partnerNamespace", id("Microsoft.EventHub/namespaces/north"));

    @ParameterizedTest
    @CsvSource({
        "Standard, Standard, true",
        "Standard, Dedicated, true",
        "Standard, Premium, false",
        "Standard, Basic, false",
        "Premium, Premium, true",
        "Premium, Standard, false",
        "Premium, Dedicated, false",
        "Dedicated, Dedicated, true",
        "Dedicated, Standard, false",
        "Basic, Basic, false"
    })
    void theMatrixOfTiers(String tier, String other, boolean fits) {
        Verdict verdict = Verdicts.of(rule, orders.tier(tier), north.tier(other), pair);

        assertThat(verdict.equals(Verdict.pass())).isEqualTo(fits);
        assertThat(verdict instanceof Verdict.Violation).isEqualTo(!fits);
    }

    @Test
    void theTiersAreNamed() {
        assertThat(Verdicts.of(rule, orders.tier("Premium"), north.tier("Standard"), pair))
                .isEqualTo(Verdict.violation(
                        "partnerNamespace", "Premium with a partner in Standard", "a partner in Premium"));
    }

    @Test
    void oneDedicatedClusterForBothIsReported() {
        orders.tier("Dedicated").with("clusterArmId", "same");
        north.tier("Dedicated").with("clusterArmId", "same");

        assertThat(Verdicts.of(rule, orders, north, pair))
                .isEqualTo(Verdict.violation(
                        "partnerNamespace", "both sides in one Dedicated cluster", "a partner in another cluster"));
    }
}
