package dev.spillway.model;

import dev.spillway.units.Bytes;
import dev.spillway.units.InvalidValue;
import dev.spillway.units.Rate;
import java.time.Duration;

/**
 * The load a pipeline has to carry: a baseline, and one burst that climbs for {@code ramp} and stays at the peak for {@code
 * peakHold}. The burst starts in the middle of {@code window}, and every ratio is counted inside the window.
 */
public record LoadProfile(
        Rate baseline,
        Rate peak,
        Duration ramp,
        Duration peakHold,
        Duration window,
        Bytes averageEvent,
        Bytes largestEvent) {
    public LoadProfile {
        if (peak.compareTo(baseline) < 0) {
            throw new InvalidValue(
                    "peak rate", peak.perSecond(), "the baseline (" + baseline.perSecond() + ") or more");
        }
        if (averageEvent.count() == 0) {
            throw new InvalidValue("average event size", 0, "at least 1 byte");
        }
        if (largestEvent.compareTo(averageEvent) < 0) {
            throw new InvalidValue(
                    "largest event", largestEvent.count(), "the average (" + averageEvent.count() + ") or more");
        }
    }

    /**
     * Both loads at once, at their worst: the rates add up, the ramp is the steeper one, the peak and the window the longer
     * ones, the average event size is weighed by peak rates.
     */
    public LoadProfile plus(LoadProfile other) {
        double events = peak.perSecond() + other.peak.perSecond();
        double bytes = peak.perSecond() * averageEvent.count() + other.peak.perSecond() * other.averageEvent.count();
        Bytes average = events > 0 ? Bytes.of((long) Math.ceil(bytes / events)) : averageEvent;
        return new LoadProfile(
                baseline.plus(other.baseline),
                peak.plus(other.peak),
                shorter(ramp, other.ramp),
                longer(peakHold, other.peakHold),
                longer(window, other.window),
                average,
                Bytes.of(Math.max(Math.max(largestEvent.count(), other.largestEvent.count()), average.count())));
    }

    /** A part of this load: the rates shrink, times and sizes stay. */
    public LoadProfile times(double share) {
        return new LoadProfile(
                baseline.times(share), peak.times(share), ramp, peakHold, window, averageEvent, largestEvent);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
