package dev.spillway.loss;

import dev.spillway.units.NumberText;
import java.util.Locale;

/** Sentences and numbers for people: thousands separated, at most one decimal. */
final class Wording {
    private Wording() {}

    static String sentence(String pattern, Object... parts) {
        return String.format(Locale.ROOT, pattern, parts);
    }

    static String number(double value) {
        return NumberText.number(value);
    }

    /** Rounded up to one decimal, for a figure that has to be enough. */
    static String enough(double value) {
        return number(Math.ceil(value * 10 - 1e-6) / 10);
    }
}
