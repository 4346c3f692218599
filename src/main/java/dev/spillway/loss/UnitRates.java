package dev.spillway.loss;

/**
 * What a number of units lets in and out each second.
 *
 * @param namespacePerSecond what the units let in, partitions not considered
 * @param unrefusedPerSecond from what rate on somebody is refused, given how the keys are spread
 * @param egressPerSecond what all groups together can read
 */
record UnitRates(int units, double namespacePerSecond, double unrefusedPerSecond, double egressPerSecond) {
    static final UnitRates NONE = new UnitRates(-1, 0, 0, 0);

    static UnitRates of(Admission admission, int units, double averageEventBytes) {
        return new UnitRates(
                units,
                admission.namespaceEventsPerSecond(units, averageEventBytes),
                admission.eventsPerSecond(units, averageEventBytes),
                admission.egressEventsPerSecond(units, averageEventBytes));
    }
}
