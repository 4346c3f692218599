package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** EH-004. */
class AutoInflateWrongTierTest {
    private final AutoInflateWrongTier rule = new AutoInflateWrongTier();

    @Test
    void premiumThatIsToldToInflateIsReported() {
        ResourceFixture orders = namespace("orders").tier("Premium").with("isAutoInflateEnabled", true);

        assertThat(Verdicts.of(rule, orders))
                .isEqualTo(Verdict.violation("isAutoInflateEnabled", "on in tier Premium", "off, or tier Standard")
                        .withChanges(orders.cure("isAutoInflateEnabled", false)));
    }

    @Test
    void standardMayInflate() {
        assertThat(Verdicts.of(rule, namespace("orders").inflateTo(4))).isEqualTo(Verdict.pass());
    }

    @Test
    void premiumThatIsNotToldPasses() {
        assertThat(Verdicts.of(rule, namespace("orders").tier("Premium"))).isEqualTo(Verdict.pass());
    }

    @Test
    void aSwitchKnownAfterDeploymentIsUnknown() {
        ResourceFixture orders = namespace("orders").tier("Premium").unknown("isAutoInflateEnabled");

        assertThat(Verdicts.of(rule, orders))
                .isEqualTo(unknown(orders, "isAutoInflateEnabled", "known only after deployment"));
    }
}
