package dev.spillway.loss;

import java.util.Locale;

/** Sentences and numbers for people: thousands separated, at most one decimal. */
final class Wording {
    private static final double TENTH = 0.05;

    private Wording() {}

    static String sentence(String pattern, Object... parts) {
        return String.format(Locale.ROOT, pattern, parts);
    }

    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "endless";
        }
        boolean whole = Math.abs(value - Math.rint(value)) < TENTH;
        return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", value);
    }

    /** Rounded up to one decimal, for a figure that has to be enough. */
    static String enough(double value) {
        return number(Math.ceil(value * 10 - 1e-6) / 10);
    }
}
