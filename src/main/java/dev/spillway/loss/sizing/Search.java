package dev.spillway.loss.sizing;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * Looks for the smallest whole number that is enough.
 *
 * @param monotone whether everything above a number that is enough is enough too
 */
record Search(long lowest, long highest, boolean monotone) {
    /** More values than this are not tried one by one, but at equal distances. */
    private static final int MOST_TRIALS = 64;

    /** A number, and how it was found. */
    record Found(long value, Method method) {}

    /** The smallest that is enough, an equation's answer tried first; empty where none is. */
    Optional<Found> smallest(OptionalLong guess, LongPredicate enough) {
        return smallest(guess, enough, enough);
    }

    /**
     * The smallest that is enough.
     *
     * @param necessary what the search may halve by; whatever fails it is not enough
     * @param enough asked of what has passed that, one by one upwards, for it need not be monotone
     */
    Optional<Found> smallest(OptionalLong guess, LongPredicate necessary, LongPredicate enough) {
        if (!monotone) {
            return scanned(lowest, enough);
        }
        Optional<Found> first = guess.isPresent() && isSmallest(guess.getAsLong(), necessary)
                ? Optional.of(new Found(guess.getAsLong(), Method.CLOSED_FORM))
                : halved(necessary);
        return first.flatMap(found ->
                enough.test(found.value()) ? first : scanned(Math.min(highest, found.value() + 1), enough));
    }

    private boolean isSmallest(long guess, LongPredicate enough) {
        return guess >= lowest
                && guess <= highest
                && enough.test(guess)
                && (guess == lowest || !enough.test(guess - 1));
    }

    private Optional<Found> halved(LongPredicate enough) {
        if (enough.test(lowest)) {
            return Optional.of(new Found(lowest, Method.BISECTION));
        }
        if (lowest == highest || !enough.test(highest)) {
            return Optional.empty();
        }
        long below = lowest;
        long above = highest;
        while (below + 1 < above) {
            long middle = below + (above - below) / 2;
            if (enough.test(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return Optional.of(new Found(above, Method.BISECTION));
    }

    private Optional<Found> scanned(long from, LongPredicate enough) {
        long steps = Math.min(MOST_TRIALS, highest - from);
        for (long step = 0; step <= steps; step++) {
            long value = steps == 0 ? from : from + (highest - from) * step / steps;
            if (enough.test(value)) {
                return Optional.of(new Found(value, Method.SCAN));
            }
        }
        return Optional.empty();
    }
}
