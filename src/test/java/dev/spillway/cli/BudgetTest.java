package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RecoveryTarget.Comparison;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void withoutABudgetNothingMayBeLost() {
        Budget budget = budget(NONE, NONE, Comparison.BEST);

        assertThat(budget.keeps(0, 0, 100)).isTrue();
        assertThat(budget.keeps(1, 1, 100)).isFalse();
        assertThat(budget.words()).isEqualTo("nothing may be lost");
    }

    @Test
    void theTighterOfRatioAndCountHolds() {
        Budget budget = budget(OptionalDouble.of(0.01), OptionalDouble.of(50), Comparison.BEST);

        assertThat(budget.keeps(50, 50, 10_000)).isTrue();
        assertThat(budget.keeps(51, 51, 10_000)).isFalse();
        assertThat(budget.keeps(11, 11, 1_000)).isFalse();
        assertThat(budget.words()).isEqualTo("at most 1 % of the offered events and 50 events");
    }

    @Test
    void highComparesTheHighEndOfTheRange() {
        assertThat(budget(NONE, NONE, Comparison.BEST).keeps(0, 10, 100)).isTrue();
        assertThat(budget(NONE, NONE, Comparison.HIGH).keeps(0, 10, 100)).isFalse();
    }

    @Test
    void ratioOfTheCommandLineReplacesTheStacksOwnBudget() {
        RecoveryTarget target = new RecoveryTarget(NONE, OptionalDouble.of(0), Comparison.BEST, Duration.ofHours(24));

        assertThat(Budget.of(target, OptionalDouble.of(0.5)).keeps(50, 50, 100)).isTrue();
        assertThat(Budget.of(target, NONE).keeps(50, 50, 100)).isFalse();
    }

    private static Budget budget(OptionalDouble ratio, OptionalDouble count, Comparison compare) {
        return Budget.of(new RecoveryTarget(ratio, count, compare, Duration.ofHours(24)), NONE);
    }
}
