package dev.spillway.config;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.units.Bytes;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.List;

/** The keys of a {@code load}, at whatever level it stands. */
final class LoadSection {
    private static final TierLimits LIMITS = TierLimits.of(Tier.STANDARD);
    static final Keys KEYS = new Keys("load");

    static final Key<Rate> BASELINE = KEYS.optional(
            "baselineEventsPerSecond",
            NumberForm.eventsPerSecond("a rate", Range.fromZero(NumberForm.MOST_PER_SECOND)));
    static final Key<Rate> PEAK = KEYS.optional(
            "peakEventsPerSecond",
            NumberForm.eventsPerSecond("a peak rate", Range.aboveZero(NumberForm.MOST_PER_SECOND)));
    static final Key<Duration> RAMP =
            KEYS.optional("rampSeconds", NumberForm.seconds("a time", Range.fromZero(NumberForm.MOST_SECONDS)));
    static final Key<Duration> PEAK_HOLD =
            KEYS.optional("peakHoldSeconds", NumberForm.seconds("a time", Range.fromZero(NumberForm.MOST_SECONDS)));
    static final Key<Duration> WINDOW = KEYS.optional(
            "windowSeconds", NumberForm.seconds("a time to count in", Range.aboveZero(NumberForm.MOST_SECONDS)));
    static final Key<Bytes> AVERAGE_EVENT = KEYS.optional(
            "averageEventBytes",
            NumberForm.bytes("an event size", 1, LIMITS.largestEvent().count()));
    static final Key<Bytes> LARGEST_EVENT = KEYS.optional(
            "maxEventBytes",
            NumberForm.bytes(
                    "an event size on Standard", 1, LIMITS.largestEvent().count()));

    /** Needed once any key is given; asked for where the levels are put together, since any of them may give it. */
    static final List<Key<?>> NEEDED = List.of(BASELINE, PEAK, AVERAGE_EVENT);

    static final Form<Fields> FORM = KEYS.as("a load", fields -> fields);

    private LoadSection() {}
}
