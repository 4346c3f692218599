package dev.spillway.units;

/** A whole percentage from 1 to 100. */
public record Percent(int value) implements Comparable<Percent> {
    public Percent {
        if (value < 1 || value > 100) {
            throw new InvalidValue("percentage", value, "1 to 100");
        }
    }

    public static Percent of(int value) {
        return new Percent(value);
    }

    /** The percentage as a factor: 60 % is 0.6. */
    public double asFactor() {
        return value / 100.0;
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(value, other.value);
    }
}
