package dev.spillway.plan;

/** The next whole number, where 2.0000000001 is still 2: rates that fit to the last event have no exact form. */
final class Ceiling {
    private static final double ROUNDING = 1e-9;

    private Ceiling() {}

    static int of(double number) {
        return (int) Math.ceil(number - ROUNDING);
    }
}
