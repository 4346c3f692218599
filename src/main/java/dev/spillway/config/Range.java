package dev.spillway.config;

import java.math.BigDecimal;

/** The numbers that are allowed, and how to say so. */
record Range(boolean whole, BigDecimal least, boolean leastIsIn, BigDecimal most) {
    static Range whole(long least, long most) {
        return new Range(true, BigDecimal.valueOf(least), true, BigDecimal.valueOf(most));
    }

    static Range fromZero(long most) {
        return new Range(false, BigDecimal.ZERO, true, BigDecimal.valueOf(most));
    }

    static Range aboveZero(long most) {
        return new Range(false, BigDecimal.ZERO, false, BigDecimal.valueOf(most));
    }

    boolean contains(BigDecimal number) {
        int fromLeast = number.compareTo(least);
        boolean wholeEnough = !whole || number.stripTrailingZeros().scale() <= 0;
        return (leastIsIn ? fromLeast >= 0 : fromLeast > 0) && number.compareTo(most) <= 0 && wholeEnough;
    }

    String right() {
        return leastIsIn
                ? Figures.plain(least) + " to " + Figures.plain(most)
                : "a number above " + Figures.plain(least) + ", at most " + Figures.plain(most);
    }
}
