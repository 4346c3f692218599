package dev.spillway.units;

import java.time.Duration;

/** Events per second; finite and never negative. */
public record Rate(double perSecond) implements Comparable<Rate> {
    public static final Rate ZERO = new Rate(0);

    public Rate {
        if (!Double.isFinite(perSecond) || perSecond < 0) {
            throw new InvalidValue("rate", perSecond, "a finite number of events per second, zero or more");
        }
    }

    public static Rate perSecond(double events) {
        return new Rate(events);
    }

    public Rate plus(Rate other) {
        return new Rate(perSecond + other.perSecond);
    }

    public Rate times(double factor) {
        return new Rate(perSecond * factor);
    }

    /** Events in a span of time at this rate. */
    public double over(Duration span) {
        return perSecond * Seconds.of(span);
    }

    @Override
    public int compareTo(Rate other) {
        return Double.compare(perSecond, other.perSecond);
    }

    /** The larger of the two. */
    public Rate atLeast(Rate floor) {
        return compareTo(floor) >= 0 ? this : floor;
    }
}
