package dev.spillway.loss;

import dev.spillway.units.InvalidValue;

/** STUB: what is offered. */
public record Load(double peakEventsPerSecond, double peakHoldSeconds, double averageEventBytes, double offeredEvents) {
    public static Load burst(
            double baselineEventsPerSecond,
            double peakEventsPerSecond,
            double rampSeconds,
            double peakHoldSeconds,
            double windowSeconds,
            double averageEventBytes) {
        if (windowSeconds / 2 < rampSeconds + peakHoldSeconds) {
            throw new InvalidValue("windowSeconds", windowSeconds, "at least twice the burst with its climb");
        }
        double offered =
                baselineEventsPerSecond * (windowSeconds - peakHoldSeconds) + peakEventsPerSecond * peakHoldSeconds;
        return new Load(peakEventsPerSecond, peakHoldSeconds, averageEventBytes, offered);
    }
}
