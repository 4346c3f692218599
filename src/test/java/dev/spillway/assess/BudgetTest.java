package dev.spillway.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void withoutABudgetNothingMayBeLost() {
        Budget budget = budget(NONE, NONE, false);

        assertThat(budget.keeps(0, 0, 100)).isTrue();
        assertThat(budget.keeps(1, 1, 100)).isFalse();
        assertThat(budget.words()).isEqualTo("nothing may be lost");
    }

    @Test
    void theTighterOfRatioAndCountHolds() {
        Budget budget = budget(OptionalDouble.of(0.01), OptionalDouble.of(50), false);

        assertThat(budget.keeps(50, 50, 10_000)).isTrue();
        assertThat(budget.keeps(51, 51, 10_000)).isFalse();
        assertThat(budget.keeps(11, 11, 1_000)).isFalse();
        assertThat(budget.words()).isEqualTo("at most 1 % of the offered events and 50 events");
    }

    @Test
    void highComparesTheHighEndOfTheRange() {
        assertThat(budget(NONE, NONE, false).keeps(0, 10, 100)).isTrue();
        assertThat(budget(NONE, NONE, true).keeps(0, 10, 100)).isFalse();
    }

    private static Budget budget(OptionalDouble ratio, OptionalDouble count, boolean byHighEnd) {
        return new Budget(ratio, count, byHighEnd);
    }
}
