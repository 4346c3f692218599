package dev.spillway.facts;

import dev.spillway.units.Bytes;

/** What throughput units of a Basic or Standard namespace let in and out, and how many of them a load needs. */
public final class ThroughputUnits {
    public static final int EVENTS_PER_SECOND = TierLimits.figure(Tier.STANDARD, "unitIngressEvents");
    public static final int BYTES_PER_SECOND = TierLimits.figure(Tier.STANDARD, "unitIngressBytes");
    public static final int EGRESS_EVENTS_PER_SECOND = TierLimits.figure(Tier.STANDARD, "unitEgressEvents");
    public static final int EGRESS_BYTES_PER_SECOND = TierLimits.figure(Tier.STANDARD, "unitEgressBytes");
    public static final int MOST = TierLimits.of(Tier.STANDARD).units();

    /** A load that fits to the last event must not need one more unit because 0.1 has no exact form. */
    private static final double ROUNDING = 1e-9;

    private ThroughputUnits() {}

    /** Events per second that one unit lets in at that size: their number binds up to 1,000 bytes, their bytes above. */
    public static double eventsPerSecond(Bytes averageEvent) {
        return Math.min(EVENTS_PER_SECOND, BYTES_PER_SECOND / (double) averageEvent.count());
    }

    /** The fewest units that let in both rates; may be more than can be bought. */
    public static int needed(double eventsPerSecond, double bytesPerSecond) {
        double units = Math.max(eventsPerSecond / EVENTS_PER_SECOND, bytesPerSecond / BYTES_PER_SECOND);
        return Math.max(1, (int) Math.ceil(units - ROUNDING));
    }
}
