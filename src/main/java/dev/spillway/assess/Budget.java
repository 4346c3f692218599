package dev.spillway.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How much of a load may be lost.
 *
 * @param ratio largest lost / offered
 * @param count largest number of lost events; without this and a ratio nothing may be lost
 * @param byHighEnd whether the high end of the forecast's range is held against it, instead of the best estimate
 */
public record Budget(OptionalDouble ratio, OptionalDouble count, boolean byHighEnd) {
    private static final double PERCENT = 100;

    /** A loss of rounding size is none. */
    private static final double NOTHING = 0.005;

    /** Nothing may be lost. */
    public static final Budget NOTHING_LOST = new Budget(OptionalDouble.empty(), OptionalDouble.empty(), false);

    /** A share of what is offered. */
    public static Budget ofRatio(double ratio) {
        return new Budget(OptionalDouble.of(ratio), OptionalDouble.empty(), false);
    }

    boolean keeps(double best, double high, double offered) {
        double lost = byHighEnd ? high : best;
        double byRatio = ratio.isPresent() ? ratio.getAsDouble() * offered : Double.POSITIVE_INFINITY;
        double byCount = count.orElse(Double.POSITIVE_INFINITY);
        double limit = Math.min(byRatio, byCount);
        return lost <= (Double.isInfinite(limit) ? 0 : limit) + NOTHING;
    }

    /** The budget in words. */
    public String words() {
        List<String> limits = new ArrayList<>();
        ratio.ifPresent(share -> limits.add(number(share * PERCENT) + " % of the offered events"));
        count.ifPresent(events -> limits.add(number(events) + " events"));
        boolean nothing = limits.isEmpty() || ratio.orElse(1) == 0 || count.orElse(1) == 0;
        String limit = nothing ? "nothing may be lost" : "at most " + String.join(" and ", limits);
        return limit + (byHighEnd ? ", by the high end of the range" : "");
    }

    private static String number(double value) {
        return Math.rint(value) == value
                ? String.format(Locale.ROOT, "%,.0f", value)
                : java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
