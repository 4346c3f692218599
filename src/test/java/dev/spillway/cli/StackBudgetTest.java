package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.assess.Budget;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RecoveryTarget.Comparison;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class StackBudgetTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @Test
    void ratioOfTheCommandLineReplacesTheStacksOwnBudget() {
        RecoveryTarget target = target(OptionalDouble.of(0), Comparison.BEST);

        assertThat(Preview.budget(target, OptionalDouble.of(0.5))).isEqualTo(Budget.ofRatio(0.5));
        assertThat(Preview.budget(target, NONE)).isEqualTo(new Budget(NONE, OptionalDouble.of(0), false));
    }

    @Test
    void theStackSaysWhichEndOfTheRangeCounts() {
        RecoveryTarget target = target(NONE, Comparison.HIGH);

        assertThat(Preview.budget(target, OptionalDouble.of(0.5)).byHighEnd()).isTrue();
        assertThat(Preview.budget(target, NONE).byHighEnd()).isTrue();
    }

    private static RecoveryTarget target(OptionalDouble count, Comparison compare) {
        return new RecoveryTarget(NONE, count, compare, Duration.ofHours(24));
    }
}
