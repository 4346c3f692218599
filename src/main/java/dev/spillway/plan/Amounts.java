package dev.spillway.plan;

import java.math.BigDecimal;
import java.util.Map;

/** Kubernetes quantities, as far as {@code stack.yaml} allows them, as numbers. */
final class Amounts {
    private static final Map<String, Long> UNITS = Map.of(
            "", 1L,
            "k", 1_000L,
            "M", 1_000_000L,
            "G", 1_000_000_000L,
            "T", 1_000_000_000_000L,
            "Ki", 1L << 10,
            "Mi", 1L << 20,
            "Gi", 1L << 30,
            "Ti", 1L << 40);

    private Amounts() {}

    /** {@code 500m} and {@code 0.5} are 500. */
    static long millicores(String quantity) {
        return quantity.endsWith("m")
                ? Long.parseLong(quantity.substring(0, quantity.length() - 1))
                : new BigDecimal(quantity).movePointRight(3).longValue();
    }

    static long bytes(String quantity) {
        int digits = quantity.length();
        while (digits > 0 && Character.isLetter(quantity.charAt(digits - 1))) {
            digits--;
        }
        Long unit = UNITS.get(quantity.substring(digits));
        if (unit == null) {
            throw new IllegalArgumentException("no quantity: " + quantity);
        }
        return new BigDecimal(quantity.substring(0, digits))
                .multiply(BigDecimal.valueOf(unit))
                .longValue();
    }
}
