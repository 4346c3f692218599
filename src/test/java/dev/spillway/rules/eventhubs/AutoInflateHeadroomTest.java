package dev.spillway.rules.eventhubs;

import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import dev.spillway.view.NamespaceView;
import org.junit.jupiter.api.Test;

/** EH-003. */
class AutoInflateHeadroomTest {
    private final AutoInflateHeadroom rule = new AutoInflateHeadroom();
    private final ResourceFixture orders = namespace("orders");

    @Test
    void aCeilingBelowTwiceTheBoughtUnitsIsReported() {
        assertThat(Verdicts.of(rule, orders.capacity(3).inflateTo(5))).isEqualTo(tooLow("5 units", 6));
    }

    @Test
    void exactlyTwiceTheBoughtUnitsPasses() {
        assertThat(Verdicts.of(rule, orders.capacity(3).inflateTo(6))).isEqualTo(Verdict.pass());
    }

    @Test
    void fourUnitsAreTheLeast() {
        assertThat(Verdicts.of(rule, orders.capacity(1).inflateTo(3))).isEqualTo(tooLow("3 units", 4));
    }

    @Test
    void moreThanFortyIsNeverAskedFor() {
        assertThat(Verdicts.of(rule, orders.capacity(30).inflateTo(40))).isEqualTo(Verdict.pass());
    }

    @Test
    void aMissingCeilingIsReported() {
        assertThat(Verdicts.of(rule, orders.with("isAutoInflateEnabled", true)))
                .isEqualTo(tooLow("no ceiling given", 4));
    }

    @Test
    void aCeilingKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, orders.inflateTo(4).unknown("maximumThroughputUnits")))
                .isEqualTo(unknown(orders, "maximumThroughputUnits", "known only after deployment"));
    }

    @Test
    void withoutAutoInflateThereIsNothingToJudge() {
        assertThat(Verdicts.of(rule, orders))
                .isEqualTo(Verdict.notApplicable("auto-inflate is off or has no effect in this tier"));
    }

    @Test
    void aTierThatCannotInflateIsLeftToAnotherRule() {
        assertThat(Verdicts.of(rule, orders.tier("Premium").inflateTo(2)))
                .isEqualTo(Verdict.notApplicable("auto-inflate is off or has no effect in this tier"));
    }

    @Test
    void theFactorCanBeMoved() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(InflateCeiling.FACTOR, 3),
                        orders.capacity(3).inflateTo(8)))
                .isEqualTo(tooLow("8 units", 9));
    }

    @Test
    void theFloorCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(InflateCeiling.FLOOR, 5), orders.inflateTo(4)))
                .isEqualTo(tooLow("4 units", 5));
    }

    @Test
    void theCapCanBeMoved() {
        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(InflateCeiling.CAP, 20),
                        orders.capacity(15).inflateTo(20)))
                .isEqualTo(Verdict.pass());
    }

    private Verdict tooLow(String seen, int wanted) {
        return Verdict.violation("maximumThroughputUnits", seen, "at least " + wanted + " units")
                .withChanges(Change.set(new NamespaceView(orders.view()), "maximumThroughputUnits", wanted));
    }
}
