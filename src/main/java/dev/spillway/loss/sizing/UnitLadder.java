package dev.spillway.loss.sizing;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers of units that a tier is sold in, ascending. */
record UnitLadder(List<Integer> units) {
    UnitLadder {
        units = List.copyOf(units);
    }

    static UnitLadder of(Tier tier) {
        IntStream all = IntStream.rangeClosed(1, TierLimits.of(tier).units());
        return new UnitLadder((tier == Tier.PREMIUM ? all.filter(UnitLadder::isPowerOfTwo) : all)
                .boxed()
                .toList());
    }

    int size() {
        return units.size();
    }

    int at(long step) {
        return units.get((int) step);
    }

    int most() {
        return at(size() - 1);
    }

    /** The step of a number of units; of the next larger one where it is not for sale. */
    int stepOf(int wanted) {
        return (int) units.stream().filter(one -> one < wanted).count();
    }

    private static boolean isPowerOfTwo(int number) {
        return Integer.bitCount(number) == 1;
    }
}
