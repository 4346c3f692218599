package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EH-001. */
class TierNotBasicTest {
    private final TierNotBasic rule = new TierNotBasic();
    private final ResourceFixture orders = namespace("orders");

    @Test
    void basicIsReported() {
        Verdict verdict = Verdicts.of(rule, orders.tier("Basic"));

        assertThat(verdict).isEqualTo(Verdict.violation("sku.tier", "Basic", "Standard or Premium or Dedicated"));
    }

    @Test
    void theNameOfTheSkuStandsInForATierThatIsNotGiven() {
        Verdict verdict = Verdicts.of(rule, orders.with("sku.name", "Basic"));

        assertThat(verdict).isEqualTo(Verdict.violation("sku.name", "Basic", "Standard or Premium or Dedicated"));
    }

    @Test
    void aNamespaceWithoutSkuIsStandard() {
        assertThat(Verdicts.of(rule, orders)).isEqualTo(Verdict.pass());
    }

    @Test
    void aTierKnownAfterDeploymentIsUnknown() {
        Verdict verdict = Verdicts.of(rule, orders.unknown("sku.tier"));

        assertThat(verdict).isEqualTo(unknown(orders, "sku.tier", "known only after deployment"));
    }

    @Test
    void aTierThatDoesNotExistIsUnknown() {
        Verdict verdict = Verdicts.of(rule, orders.tier("Gold"));

        assertThat(verdict)
                .isEqualTo(unknown(
                        orders, "sku.tier", "met \"Gold\" where Basic, Standard, Premium or Dedicated belongs"));
    }

    @Test
    void theAllowedTiersCanBeMoved() {
        Verdict verdict = Verdicts.of(
                rule, context -> context.with(TierNotBasic.ALLOWED, List.of("Premium")), orders.tier("Standard"));

        assertThat(verdict).isEqualTo(Verdict.violation("sku.tier", "Standard", "Premium"));
    }
}
