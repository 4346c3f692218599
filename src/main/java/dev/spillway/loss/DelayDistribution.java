package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** The exact distribution of delays: volumes whose delay runs along a straight line from one value to another. */
final class DelayDistribution {
    private static final double PRECISION_SECONDS = 1e-7;

    private final List<Piece> pieces = new ArrayList<>();
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
        double first = Math.max(0, firstSeconds);
        double last = Math.max(0, lastSeconds);
        events += volume;
        if (Math.max(first, last) <= Simulation.INSTANT_SECONDS) {
            promptEvents += volume;
            return;
        }
        pieces.add(new Piece(volume, first, last));
        weightedSeconds += volume * (first + last) / 2;
        maximumSeconds = Math.max(maximumSeconds, Math.max(first, last));
    }

    void addAll(DelayDistribution other) {
        pieces.addAll(other.pieces);
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
        for (Piece piece : pieces) {
            sum += piece.volume * shareUpTo(seconds, piece.first, piece.last);
        }
        return sum;
    }

    /** The smallest delay that this share of all events does not exceed; by halving, since the curve only rises. */
    double quantileSeconds(double share) {
        double wanted = share * events;
        if (promptEvents >= wanted) {
            return 0;
        }
        double low = 0;
        double high = maximumSeconds;
        while (high - low > PRECISION_SECONDS) {
            double middle = (low + high) / 2;
            if (eventsUpTo(middle) >= wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private record Piece(double volume, double first, double last) {}
}
