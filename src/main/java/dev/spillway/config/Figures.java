package dev.spillway.config;

import java.math.BigDecimal;
import java.time.Duration;

/** Numbers the way users write them: {@code 900}, not {@code 900.0}. */
final class Figures {
    private Figures() {}

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String plain(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    /** In seconds. */
    static String plain(Duration span) {
        return plain(BigDecimal.valueOf(span.getSeconds()).add(BigDecimal.valueOf(span.getNano(), 9)));
    }
}
