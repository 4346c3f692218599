package dev.spillway.loss;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/** Dated cohorts, the oldest first: {entered, offered, volume}. Part of the second method, which shares no solver code. */
final class SteppedQueue {
    private static final double NOTHING = 1e-9;

    private final double patience;
    private final ArrayDeque<double[]> cohorts = new ArrayDeque<>();
    private double content;
    private double expired;
    private double overflow;

    SteppedQueue(double patience) {
        this.patience = patience;
    }

    double content() {
        return content;
    }

    double expired() {
        return expired;
    }

    double overflow() {
        return overflow;
    }

    void enter(double now, double offered, double volume) {
        if (volume > 0) {
            cohorts.addLast(new double[] {now, offered, volume});
            content += volume;
        }
    }

    /** Serves the oldest first, and hands on what leaves. */
    double serve(double volume, Consumer<double[]> exit) {
        double left = volume;
        while (left > NOTHING && !cohorts.isEmpty()) {
            double[] first = cohorts.getFirst();
            double taken = Math.min(left, first[2]);
            exit.accept(new double[] {first[0], first[1], taken});
            first[2] -= taken;
            left -= taken;
            content -= taken;
            if (first[2] <= NOTHING) {
                content -= first[2];
                cohorts.removeFirst();
            }
        }
        if (cohorts.isEmpty()) {
            content = 0;
        }
        return volume - left;
    }

    void expire(double now) {
        while (!cohorts.isEmpty() && now - cohorts.getFirst()[0] >= patience - 1e-6) {
            double volume = cohorts.removeFirst()[2];
            expired += volume;
            content -= volume;
        }
    }

    /** Turns away the youngest beyond a limit. */
    void overflow(double limit) {
        while (content > limit + NOTHING && !cohorts.isEmpty()) {
            double[] last = cohorts.getLast();
            double away = Math.min(last[2], content - limit);
            last[2] -= away;
            content -= away;
            overflow += away;
            if (last[2] <= NOTHING) {
                cohorts.removeLast();
            }
        }
    }

    double removeEnteredFrom(double moment) {
        double removed = 0;
        while (!cohorts.isEmpty() && cohorts.getLast()[0] >= moment - 1e-6) {
            removed += cohorts.removeLast()[2];
        }
        content -= removed;
        return removed;
    }
}
