package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** AK-001. */
class PaidTierTest {
    private final PaidTier rule = new PaidTier();
    private final ResourceFixture aks = cluster("aks");

    @Test
    void theFreeTierIsReportedAndIsTheDefault() {
        Verdict free = Verdict.violation("sku.tier", "Free", "Standard or Premium")
                .withChanges(aks.cure("sku.name", "Base"), aks.cure("sku.tier", "Standard"));

        assertThat(Verdicts.of(rule, aks.with("sku.tier", "Free"))).isEqualTo(free);
        assertThat(Verdicts.of(rule, aks.without("sku.tier"))).isEqualTo(free);
    }

    @Test
    void aPaidTierPasses() {
        assertThat(Verdicts.of(rule, aks)).isEqualTo(Verdict.pass());
    }
}
