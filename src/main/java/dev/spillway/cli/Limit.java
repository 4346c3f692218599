package dev.spillway.cli;

import dev.spillway.assess.Budget;
import dev.spillway.loss.sizing.Allowance;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RecoveryTarget.Comparison;
import java.util.Optional;
import java.util.OptionalDouble;

/** What may be lost, once for the report and once for the search. */
record Limit(Budget budget, Allowance allowance) {
    /** Instead of a stack's own budget. */
    record Given(OptionalDouble ratio, OptionalDouble count) {
        boolean isEmpty() {
            return ratio.isEmpty() && count.isEmpty();
        }
    }

    /** What was given, else the stack's own; empty where there is neither. */
    static Optional<Limit> of(Optional<RecoveryTarget> target, Given given) {
        if (target.isEmpty() && given.isEmpty()) {
            return Optional.empty();
        }
        Comparison compare = target.map(RecoveryTarget::compare).orElse(Comparison.BEST);
        return Optional.of(
                given.isEmpty()
                        ? of(
                                target.orElseThrow().maxEventLossRatio(),
                                target.orElseThrow().maxLostEvents(),
                                compare)
                        : of(given.ratio(), given.count(), compare));
    }

    /** Nothing may be lost. */
    static Limit nothing() {
        return of(OptionalDouble.empty(), OptionalDouble.empty(), Comparison.BEST);
    }

    private static Limit of(OptionalDouble ratio, OptionalDouble count, Comparison compare) {
        return new Limit(
                new Budget(ratio, count, compare == Comparison.HIGH),
                new Allowance(ratio, count, compare == Comparison.HIGH));
    }
}
