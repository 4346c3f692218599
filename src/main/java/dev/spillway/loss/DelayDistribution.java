package dev.spillway.loss;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The exact distribution of delays: volumes whose delay runs along a straight line from one value to another. */
final class DelayDistribution {
    private static final double PRECISION_SECONDS = 1e-7;
    private static final int STACKED_PIECES = 400;
    private static final int FIRST_ROOM = 16;

    private double[] volumes = new double[FIRST_ROOM];
    private double[] lows = new double[FIRST_ROOM];
    private double[] highs = new double[FIRST_ROOM];
    private int size;
    private double promptEvents;
    private double events;
    private double weightedSeconds;
    private double maximumSeconds;

    /** The share of a straight line between two values that is not above a threshold. */
    static double shareUpTo(double threshold, double first, double last) {
        double low = Math.min(first, last);
        double high = Math.max(first, last);
        if (high <= threshold) {
            return 1;
        }
        return low >= threshold ? 0 : (threshold - low) / (high - low);
    }

    void add(double volume, double firstSeconds, double lastSeconds) {
        double low = Math.max(0, Math.min(firstSeconds, lastSeconds));
        double high = Math.max(0, Math.max(firstSeconds, lastSeconds));
        events += volume;
        if (high <= Simulation.INSTANT_SECONDS) {
            promptEvents += volume;
            return;
        }
        addPiece(volume, low, high);
        weightedSeconds += volume * (low + high) / 2;
        maximumSeconds = Math.max(maximumSeconds, high);
    }

    void addAll(DelayDistribution other) {
        for (int i = 0; i < other.size; i++) {
            addPiece(other.volumes[i], other.lows[i], other.highs[i]);
        }
        promptEvents += other.promptEvents;
        events += other.events;
        weightedSeconds += other.weightedSeconds;
        maximumSeconds = Math.max(maximumSeconds, other.maximumSeconds);
    }

    double events() {
        return events;
    }

    double maximumSeconds() {
        return maximumSeconds;
    }

    double meanSeconds() {
        return events == 0 ? 0 : weightedSeconds / events;
    }

    /** Events whose delay is at most that long. */
    double eventsUpTo(double seconds) {
        double sum = promptEvents;
        for (int i = 0; i < size; i++) {
            sum += volumes[i] * shareUpTo(seconds, lows[i], highs[i]);
        }
        return sum;
    }

    /**
     * The smallest delay that this share of all events does not exceed. The curve only rises and is straight between its
     * bends, so a straight line through the bracket mostly meets it; halving in between keeps the bracket shrinking.
     */
    double quantileSeconds(double share) {
        double wanted = share * events;
        if (promptEvents >= wanted) {
            return 0;
        }
        double low = 0;
        double atLow = promptEvents;
        double high = maximumSeconds;
        double atHigh = events;
        boolean halve = false;
        var undecided = new Bracket();
        while (high - low > PRECISION_SECONDS) {
            double straight = low + (high - low) * (wanted - atLow) / (atHigh - atLow);
            double guess = halve ? (low + high) / 2 : withinBracket(straight, low, high);
            undecided.narrowTo(low, high);
            double atGuess = undecided.eventsUpTo(guess);
            if (atGuess >= wanted) {
                high = guess;
                atHigh = atGuess;
            } else {
                low = guess;
                atLow = atGuess;
            }
            halve = !halve;
        }
        return high;
    }

    /** A little inside, so that a line that meets the curve exactly pulls in both ends. */
    private static double withinBracket(double guess, double low, double high) {
        double inside = PRECISION_SECONDS / 2;
        return guess - low < high - guess
                ? Math.min((low + high) / 2, guess + inside)
                : Math.max((low + high) / 2, guess - inside);
    }

    /** The first distribution, with the delays of the second laid on it from the shortest to the longest. */
    static DelayDistribution stacked(DelayDistribution base, DelayDistribution onTop) {
        var stacked = new DelayDistribution();
        for (int i = 0; i < STACKED_PIECES && base.events > 0; i++) {
            double from = (double) i / STACKED_PIECES;
            double to = (i + 1.0) / STACKED_PIECES;
            stacked.add(
                    base.events / STACKED_PIECES,
                    base.quantileSeconds(from) + onTop.quantileSeconds(from),
                    base.quantileSeconds(to) + onTop.quantileSeconds(to));
        }
        return stacked;
    }

    private void addPiece(double volume, double low, double high) {
        if (size == volumes.length) {
            volumes = Arrays.copyOf(volumes, 2 * size);
            lows = Arrays.copyOf(lows, 2 * size);
            highs = Arrays.copyOf(highs, 2 * size);
        }
        volumes[size] = volume;
        lows[size] = low;
        highs[size] = high;
        size++;
    }

    /** The pieces that reach into a narrowing bracket: what lies below counts as a whole, what lies above not at all. */
    private final class Bracket {
        private final int[] inside = IntStream.range(0, size).toArray();
        private int left = size;
        private double below = promptEvents;

        void narrowTo(double lowSeconds, double highSeconds) {
            int kept = 0;
            for (int i = 0; i < left; i++) {
                int piece = inside[i];
                if (highs[piece] <= lowSeconds) {
                    below += volumes[piece];
                } else if (lows[piece] < highSeconds) {
                    inside[kept++] = piece;
                }
            }
            left = kept;
        }

        double eventsUpTo(double seconds) {
            double sum = below;
            for (int i = 0; i < left; i++) {
                int piece = inside[i];
                sum += volumes[piece] * shareUpTo(seconds, lows[piece], highs[piece]);
            }
            return sum;
        }
    }
}
