package dev.spillway.loss;

import dev.spillway.facts.ThroughputUnits;
import dev.spillway.facts.Tier;
import dev.spillway.units.Bytes;
import dev.spillway.units.InvalidValue;
import java.util.OptionalDouble;

/**
 * What the namespace lets in, and how fast it can be read.
 *
 * @param throughputUnits processing or capacity units on Premium and Dedicated
 * @param maximumThroughputUnits where auto-inflate stops; ignored without it
 * @param autoInflateReactionSeconds how long throttling lasts until units are added: no figure is published, so it is always
 *     an assumption
 * @param otherIngressEventsPerSecond what other hubs of the namespace take away
 * @param hotPartitionShare share of all events that goes to the first partition; empty where the load is even
 * @param partitionIngressEventsPerSecond limit of one partition; infinity where none is assumed
 * @param partitionIngressMegabytesPerSecond limit of one partition; infinity where none is assumed
 * @param ingressMegabytesPerSecondPerUnit what one unit of a Premium or Dedicated namespace lets in, measured by its owner:
 *     no rate is published; present exactly there
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
        OptionalDouble hotPartitionShare,
        double partitionIngressEventsPerSecond,
        double partitionIngressMegabytesPerSecond,
        OptionalDouble ingressMegabytesPerSecondPerUnit) {
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

    private static final double SHARE_ROUNDING = 1e-12;

    public Admission {
        Require.atLeast(1, "throughputUnits", throughputUnits);
        requireRates(tier, ingressMegabytesPerSecondPerUnit);
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
        hotPartitionShare.ifPresent(share -> requireShare(share, partitionCount));
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
                OptionalDouble.empty(),
                PARTITION_EVENTS_PER_SECOND,
                PARTITION_MEGABYTES_PER_SECOND,
                OptionalDouble.empty());
    }

    /** A Premium namespace; its rate comes from a test of one's own, and no limit of a partition is assumed. */
    public static Admission premium(int processingUnits, double megabytesPerSecondPerUnit, int partitionCount) {
        return large(Tier.PREMIUM, processingUnits, megabytesPerSecondPerUnit, partitionCount);
    }

    /** A namespace of a tier whose units have no published rate, Premium or Dedicated. */
    public static Admission large(Tier tier, int units, double megabytesPerSecondPerUnit, int partitionCount) {
        return new Admission(
                tier,
                units,
                false,
                units,
                ASSUMED_REACTION_SECONDS,
                1,
                0,
                partitionCount,
                OptionalDouble.empty(),
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                OptionalDouble.of(megabytesPerSecondPerUnit));
    }

    /** The same namespace, growing by itself one unit at a time. */
    public Admission withAutoInflate(int maximumUnits, double reactionSeconds) {
        return with(throughputUnits, true, maximumUnits, reactionSeconds, partitionCount, hotPartitionShare);
    }

    /** The same namespace with that many units to begin with. */
    public Admission withUnits(int units) {
        return with(
                units,
                autoInflate,
                Math.max(units, maximumThroughputUnits),
                autoInflateReactionSeconds,
                partitionCount,
                hotPartitionShare);
    }

    /** The same namespace with another number of partitions; a single one gets all events. */
    public Admission withPartitions(int partitions) {
        OptionalDouble share =
                hotPartitionShare.isPresent() && partitions == 1 ? OptionalDouble.of(1) : hotPartitionShare;
        return with(
                throughputUnits, autoInflate, maximumThroughputUnits, autoInflateReactionSeconds, partitions, share);
    }

    /** The same namespace with that many units and auto-inflate off. */
    public Admission withFixedUnits(int units) {
        return with(units, false, units, autoInflateReactionSeconds, partitionCount, hotPartitionShare);
    }

    /** The same namespace when that share of all events carries one key. */
    public Admission withHotPartition(double share) {
        return with(
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                autoInflateReactionSeconds,
                partitionCount,
                OptionalDouble.of(share));
    }

    /** The same namespace when other hubs take that much of it, in events per second. */
    public Admission withOtherIngress(double eventsPerSecond) {
        return new Admission(
                tier,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                autoInflateReactionSeconds,
                autoInflateStepUnits,
                eventsPerSecond,
                partitionCount,
                hotPartitionShare,
                partitionIngressEventsPerSecond,
                partitionIngressMegabytesPerSecond,
                ingressMegabytesPerSecondPerUnit);
    }

    /** The same namespace when a single partition has no limit of its own. */
    Admission withUnlimitedPartitions() {
        return new Admission(
                tier,
                throughputUnits,
                autoInflate,
                maximumThroughputUnits,
                autoInflateReactionSeconds,
                autoInflateStepUnits,
                otherIngressEventsPerSecond,
                partitionCount,
                hotPartitionShare,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                ingressMegabytesPerSecondPerUnit);
    }

    /** Events each second that a number of units lets in, after the other hubs took theirs; partitions not considered. */
    public double namespaceEventsPerSecond(int units, double averageEventBytes) {
        double perUnit = ingressMegabytesPerSecondPerUnit.isPresent()
                ? inEvents(ingressMegabytesPerSecondPerUnit.getAsDouble(), averageEventBytes)
                : Math.min(EVENTS_PER_SECOND_PER_UNIT, inEvents(MEGABYTES_PER_SECOND_PER_UNIT, averageEventBytes));
        return Math.max(0, units * perUnit - otherIngressEventsPerSecond);
    }

    /** Events each second that one partition lets in. */
    double partitionEventsPerSecond(double averageEventBytes) {
        return Math.min(
                partitionIngressEventsPerSecond, inEvents(partitionIngressMegabytesPerSecond, averageEventBytes));
    }

    /** Events each second over all partitions at which the first of them is full: the limit divided by the largest share. */
    public double partitionsEventsPerSecond(double averageEventBytes) {
        double limit = partitionEventsPerSecond(averageEventBytes);
        if (hotPartitionShare.isEmpty() || partitionCount == 1) {
            return partitionCount * limit;
        }
        double hot = hotPartitionShare.getAsDouble();
        return limit / Math.max(hot, (1 - hot) / (partitionCount - 1));
    }

    /** The smaller of what the units and the partitions let in before any of them refuses, in events per second. */
    public double eventsPerSecond(int units, double averageEventBytes) {
        return Math.min(
                namespaceEventsPerSecond(units, averageEventBytes), partitionsEventsPerSecond(averageEventBytes));
    }

    /** Events each second that can be read by all groups together; infinity where nothing is published. */
    double egressEventsPerSecond(int units, double averageEventBytes) {
        if (ingressMegabytesPerSecondPerUnit.isPresent()) {
            return Double.POSITIVE_INFINITY;
        }
        return units
                * Math.min(
                        ThroughputUnits.EGRESS_EVENTS_PER_SECOND,
                        ThroughputUnits.EGRESS_BYTES_PER_SECOND / averageEventBytes);
    }

    private static double inEvents(double megabytesPerSecond, double averageEventBytes) {
        return megabytesPerSecond * Bytes.PER_MEGABYTE / averageEventBytes;
    }

    private static void requireRates(Tier tier, OptionalDouble given) {
        boolean isPublished = tier == Tier.STANDARD || tier == Tier.BASIC;
        if (isPublished && given.isPresent()) {
            throw new InvalidValue(
                    "ingressMegabytesPerSecondPerUnit",
                    given.getAsDouble(),
                    "nothing: the rate of a " + tier.azureName() + " unit is published");
        }
        if (!isPublished && given.isEmpty()) {
            throw new InvalidValue(
                    "ingressMegabytesPerSecondPerUnit",
                    "nothing",
                    "the rate of one unit from a test of your own: none is published for " + tier.azureName());
        }
        given.ifPresent(rate -> Require.positive("ingressMegabytesPerSecondPerUnit", rate));
    }

    private static void requireShare(double share, int partitionCount) {
        Require.share("hotPartitionShare", share);
        if (partitionCount == 1 && Math.abs(share - 1) > SHARE_ROUNDING) {
            throw new InvalidValue("hotPartitionShare", share, "1, since there is a single partition");
        }
    }

    private Admission with(
            int units,
            boolean inflating,
            int maximumUnits,
            double reactionSeconds,
            int partitions,
            OptionalDouble hotShare) {
        return new Admission(
                tier,
                units,
                inflating,
                maximumUnits,
                reactionSeconds,
                autoInflateStepUnits,
                otherIngressEventsPerSecond,
                partitions,
                hotShare,
                partitionIngressEventsPerSecond,
                partitionIngressMegabytesPerSecond,
                ingressMegabytesPerSecondPerUnit);
    }
}
