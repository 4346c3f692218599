package dev.spillway.plan;

/** Numbers as people read them: 1,200 and 1.5 and 22,400. */
final class Figures {
    private Figures() {}

    static String of(double number) {
        boolean whole = Math.rint(number) == number;
        return String.format(java.util.Locale.ROOT, whole ? "%,.0f" : "%,.1f", number);
    }

    static int ceiling(double number) {
        return (int) Math.ceil(number - 1e-9);
    }
}
