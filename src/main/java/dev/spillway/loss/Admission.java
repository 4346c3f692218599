package dev.spillway.loss;

import dev.spillway.facts.ThroughputUnits;
import dev.spillway.facts.Tier;
import dev.spillway.units.Bytes;
import dev.spillway.units.InvalidValue;

/**
 * What the namespace lets in.
 *
 * @param maximumThroughputUnits where auto-inflate stops; ignored without it
 * @param autoInflateReactionSeconds how long throttling lasts until units are added: no figure is published, so it is always
 *     an assumption
 * @param otherIngressEventsPerSecond what other hubs of the namespace take away
 * @param partitionIngressEventsPerSecond limit of one partition; infinity where none is assumed
 * @param partitionIngressMegabytesPerSecond limit of one partition; infinity where none is assumed
 */
public record Admission(
        Tier tier,
        int throughputUnits,
        boolean autoInflate,
        int maximumThroughputUnits,
        double autoInflateReactionSeconds,
        int autoInflateStepUnits,
        double otherIngressEventsPerSecond,
        int partitionCount,
        double partitionIngressEventsPerSecond,
        double partitionIngressMegabytesPerSecond) {
    /** One unit lets in 1,000 events each second or 1 MB, whichever is reached first (Event Hubs quotas page). */
    public static final double EVENTS_PER_SECOND_PER_UNIT = ThroughputUnits.EVENTS_PER_SECOND;
    /** See {@link #EVENTS_PER_SECOND_PER_UNIT}. */
    public static final double MEGABYTES_PER_SECOND_PER_UNIT =
            (double) ThroughputUnits.BYTES_PER_SECOND / Bytes.PER_MEGABYTE;
    /** The most units a Standard namespace can have (Event Hubs quotas page). */
    public static final int MOST_UNITS = ThroughputUnits.MOST;
    /** Older vendor text: a single partition has a maximum scale of one throughput unit. */
    public static final double PARTITION_EVENTS_PER_SECOND = 1_000;
    /** See {@link #PARTITION_EVENTS_PER_SECOND}. */
    public static final double PARTITION_MEGABYTES_PER_SECOND = 1;
    /** Assumed; the vendor publishes no reaction time. */
    public static final double ASSUMED_REACTION_SECONDS = 60;

    public Admission {
        if (tier != Tier.STANDARD && tier != Tier.BASIC) {
            throw new InvalidValue(
                    "tier", tier.azureName(), "Basic or Standard; processing units have no published rate");
        }
        Require.atLeast(1, "throughputUnits", throughputUnits);
        if (autoInflate && tier != Tier.STANDARD) {
            throw new InvalidValue("auto-inflate on tier", tier.azureName(), "Standard, which alone has it");
        }
        if (autoInflate && maximumThroughputUnits < throughputUnits) {
            throw new InvalidValue(
                    "maximumThroughputUnits",
                    maximumThroughputUnits,
                    "throughputUnits (" + throughputUnits + ") or more");
        }
        Require.positive("autoInflateReactionSeconds", autoInflateReactionSeconds);
        Require.atLeast(1, "autoInflateStepUnits", autoInflateStepUnits);
        Require.zeroOrMore("otherIngressEventsPerSecond", otherIngressEventsPerSecond);
        Require.atLeast(1, "partitionCount", partitionCount);
        Require.zeroOrMoreOrEndless("partitionIngressEventsPerSecond", partitionIngressEventsPerSecond);
        Require.zeroOrMoreOrEndless("partitionIngressMegabytesPerSecond", partitionIngressMegabytesPerSecond);
    }

    /** A Standard namespace with a fixed number of units and nothing else in it. */
    public static Admission standard(int throughputUnits, int partitionCount) {
        return new Admission(
                Tier.STANDARD,
                throughputUnits,
                false,
                throughputUnits,
                ASSUMED_REACTION_SECONDS,
                1,
                0,
                partitionCount,
                PARTITION_EVENTS_PER_SECOND,
                PARTITION_MEGABYTES_PER_SECOND);
    }

    /** The same namespace, growing by itself one unit at a time. */
    public Admission withAutoInflate(int maximumUnits, double reactionSeconds) {
        return new Admission(
                tier,
                throughputUnits,
                true,
                maximumUnits,
                reactionSeconds,
                autoInflateStepUnits,
                otherIngressEventsPerSecond,
                partitionCount,
                partitionIngressEventsPerSecond,
                partitionIngressMegabytesPerSecond);
    }

    /** The same namespace with that many units to begin with. */
    public Admission withUnits(int units) {
        return new Admission(
                tier,
                units,
                autoInflate,
                Math.max(units, maximumThroughputUnits),
                autoInflateReactionSeconds,
                autoInflateStepUnits,
                otherIngressEventsPerSecond,
                partitionCount,
                partitionIngressEventsPerSecond,
                partitionIngressMegabytesPerSecond);
    }

    /** The same namespace with another number of partitions. */
    public Admission withPartitions(int partitions) {
        return new Admission(
                tier,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                autoInflateReactionSeconds,
                autoInflateStepUnits,
                otherIngressEventsPerSecond,
                partitions,
                partitionIngressEventsPerSecond,
                partitionIngressMegabytesPerSecond);
    }

    /** The same namespace with that many units and auto-inflate off. */
    public Admission withFixedUnits(int units) {
        return new Admission(
                tier,
                units,
                false,
                units,
                autoInflateReactionSeconds,
                autoInflateStepUnits,
                otherIngressEventsPerSecond,
                partitionCount,
                partitionIngressEventsPerSecond,
                partitionIngressMegabytesPerSecond);
    }

    /** Events each second that a number of units lets in, after the other hubs took theirs; partitions not considered. */
    public double namespaceEventsPerSecond(int units, double averageEventBytes) {
        double perUnit = Math.min(
                EVENTS_PER_SECOND_PER_UNIT, MEGABYTES_PER_SECOND_PER_UNIT * Bytes.PER_MEGABYTE / averageEventBytes);
        return Math.max(0, units * perUnit - otherIngressEventsPerSecond);
    }

    /** Events each second that all partitions let in together under an even load. */
    public double partitionsEventsPerSecond(double averageEventBytes) {
        return partitionCount
                * Math.min(
                        partitionIngressEventsPerSecond,
                        partitionIngressMegabytesPerSecond * Bytes.PER_MEGABYTE / averageEventBytes);
    }

    /** The smaller of what the units and the partitions let in, in events per second. */
    public double eventsPerSecond(int units, double averageEventBytes) {
        return Math.min(
                namespaceEventsPerSecond(units, averageEventBytes), partitionsEventsPerSecond(averageEventBytes));
    }
}
