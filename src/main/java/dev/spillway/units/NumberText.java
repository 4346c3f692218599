package dev.spillway.units;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them, the same under every locale: 22,400 and 45.6. */
public final class NumberText {
    private NumberText() {}

    /** With commas between thousands and at most one digit after the point; infinity is {@code endless}. */
    public static String number(double value) {
        return Double.isInfinite(value) ? "endless" : format("#,##0.#", value);
    }

    /** With commas between thousands, rounded to a whole number. */
    public static String whole(double value) {
        return format("#,##0", value);
    }

    /** With exactly that many digits after the point. */
    public static String withDigits(double value, int digits) {
        return format("#,##0." + "0".repeat(digits), value);
    }

    public static String seconds(double value) {
        return number(value) + " s";
    }

    /** A count and its noun: {@code 1 unit}, {@code 4 units}. */
    public static String count(long value, String singular) {
        return whole((double) value) + " " + singular + (value == 1 ? "" : "s");
    }

    private static String format(String pattern, double value) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
