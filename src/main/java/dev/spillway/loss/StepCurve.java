package dev.spillway.loss;

import java.util.Arrays;

/** A figure over time that changes in steps, noted in the order of time. */
final class StepCurve {
    private static final int FIRST_ROOM = 16;

    private double[] from = new double[FIRST_ROOM];
    private double[] value = new double[FIRST_ROOM];
    private int size;

    /** A figure that never changes. */
    static StepCurve of(double constant) {
        var curve = new StepCurve();
        curve.note(0, constant);
        return curve;
    }

    /** The figure from that moment on; of two notes at one moment the later one holds. */
    void note(double atSeconds, double newValue) {
        if (size > 0 && from[size - 1] >= atSeconds) {
            value[size - 1] = newValue;
            return;
        }
        if (size > 0 && value[size - 1] == newValue) {
            return;
        }
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        from[size] = atSeconds;
        value[size] = newValue;
        size++;
    }

    Cursor cursor() {
        return new Cursor();
    }

    /** Walks along the curve; it never goes back. */
    final class Cursor {
        private int at;

        /** The figure at a moment that is not before the last one asked for; before the first note it is the first figure. */
        double valueAt(double seconds) {
            while (at + 1 < size && from[at + 1] <= seconds) {
                at++;
            }
            return value[at];
        }

        /** When the figure changes next after the last moment asked for; infinity if it does not. */
        double nextChangeSeconds() {
            return at + 1 < size ? from[at + 1] : Double.POSITIVE_INFINITY;
        }
    }
}
