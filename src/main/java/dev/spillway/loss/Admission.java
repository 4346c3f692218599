package dev.spillway.loss;

import dev.spillway.units.InvalidValue;

/** STUB: what the namespace lets in. */
public record Admission(int throughputUnits, int maximumThroughputUnits, double reactionSeconds, int partitionCount) {
    public static Admission standard(int throughputUnits, int partitionCount) {
        return new Admission(throughputUnits, throughputUnits, 60, partitionCount);
    }

    public Admission withAutoInflate(int maximumUnits, double reactionSeconds) {
        if (maximumUnits < throughputUnits) {
            throw new InvalidValue(
                    "maximumThroughputUnits", maximumUnits, "throughputUnits (" + throughputUnits + ") or more");
        }
        return new Admission(throughputUnits, maximumUnits, reactionSeconds, partitionCount);
    }

    double eventsPerSecond(double averageEventBytes) {
        return maximumThroughputUnits * Math.min(1_000, 1_000_000 / averageEventBytes);
    }
}
