package dev.spillway.loss;

import dev.spillway.units.InvalidValue;

/** The few shapes a figure of this room may have, checked where records are born. */
final class Require {
    private Require() {}

    static void positive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InvalidValue(what, value, "a finite number above zero");
        }
    }

    static void finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValue(what, value, "a finite number");
        }
    }

    static void zeroOrMore(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new InvalidValue(what, value, "a finite number, zero or more");
        }
    }

    /** Infinity stands for "endless" or "unbounded". */
    static void zeroOrMoreOrEndless(String what, double value) {
        if (!(value >= 0)) {
            throw new InvalidValue(what, value, "a number, zero or more");
        }
    }

    /** Infinity stands for "endless" or "unbounded". */
    static void positiveOrEndless(String what, double value) {
        if (!(value > 0)) {
            throw new InvalidValue(what, value, "a number above zero");
        }
    }

    /** A part of a whole. */
    static void share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidValue(what, value, "a share from 0 to 1");
        }
    }

    static void atLeast(int floor, String what, int value) {
        if (value < floor) {
            throw new InvalidValue(what, value, "a whole number, " + floor + " or more");
        }
    }
}
