package dev.spillway.rule;

import dev.spillway.units.NumberText;
import java.math.BigDecimal;

/** Numbers as findings print them: 22,400 and 45.6, the same under every locale. */
public final class Figures {
    /** Keeps 91.2, which has no exact form, from becoming 91.3. */
    private static final double ROUNDING = 1e-6;

    private Figures() {}

    /** With commas between thousands, and at most one digit after the point. */
    public static String number(double value) {
        return NumberText.number(value);
    }

    /** A count and its unit: {@code 1 unit}, {@code 4 units}. */
    public static String count(long value, String singular) {
        return NumberText.count(value, singular);
    }

    public static String seconds(double seconds) {
        return NumberText.seconds(seconds);
    }

    /** Seconds that something has to reach, so rounded up to a tenth: {@code 91.2 s}. */
    public static String secondsAtLeast(double seconds) {
        return seconds(tenthsUp(seconds).doubleValue());
    }

    /** The next tenth, as it is written where machines read it: 1234.5. */
    public static String plainTenthsUp(double value) {
        return tenthsUp(value).toPlainString();
    }

    private static BigDecimal tenthsUp(double value) {
        return BigDecimal.valueOf(Math.ceil(value * 10 - ROUNDING))
                .movePointLeft(1)
                .stripTrailingZeros();
    }
}
