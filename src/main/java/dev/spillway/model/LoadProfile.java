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
}
