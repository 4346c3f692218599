package dev.spillway.loss;

import java.util.List;

/**
 * The logs of all partitions. Those that went through the same and stand beside the same in their pods are one group, so that
 * the cost follows the number of different fates and not the number of partitions.
 */
final class PartitionLogs {
    private static final int UNREAD = -1;

    private final List<PartitionKind> kinds;
    private final double retentionSeconds;
    private final double checkpointSeconds;
    private final LogGroup[] groupOf;
    private LogGroup[] groups = {};
    private PodLoad[] podLoads = {};
    private double waitingEvents;
    private double servedPerSecond;
    private double expiredPerSecond;
    private double growthPerSecond;

    PartitionLogs(List<PartitionKind> kinds, Reading reading, Ownership ownership) {
        this.kinds = kinds;
        this.retentionSeconds = reading.retentionSeconds();
        this.checkpointSeconds = reading.consumers().checkpoints().intervalSeconds();
        this.groupOf = new LogGroup[ownership.partitions()];
        for (int kind = 0; kind < kinds.size(); kind++) {
            LogGroup idle = idle(kind);
            for (int i = 0; i < kinds.get(kind).count(); i++) {
                groupOf[kinds.get(kind).first() + i] = idle;
            }
        }
        regroup(0, ownership);
    }

    LogGroup of(int partition) {
        return groupOf[partition];
    }

    /** Fixes the rates of all logs: what arrives for each kind, and what its readers share in. */
    void settle(double nowSeconds, double[] arrivingPerSecond, double podEventsPerSecond, ReadLimits limits) {
        for (LogGroup group : groups) {
            int kind = group.kind();
            group.arrive(arrivingPerSecond[kind] / kinds.get(kind).count());
        }
        if (limits.egressPerSecond() > 0) {
            for (PodLoad pods : podLoads) {
                pods.share(podEventsPerSecond, limits.partitionPerSecond());
            }
            limitEgress(limits.egressPerSecond());
        }
        servedPerSecond = 0;
        expiredPerSecond = 0;
        growthPerSecond = 0;
        for (LogGroup group : groups) {
            group.settle(nowSeconds);
            servedPerSecond += group.servedPerSecond();
            expiredPerSecond += group.expiredPerSecond();
            growthPerSecond += group.growthPerSecond();
        }
    }

    double waitingEvents() {
        return waitingEvents;
    }

    /** The longest that any event has waited in a log. */
    double longestWaitSeconds(double nowSeconds) {
        double longest = 0;
        for (LogGroup group : groups) {
            longest = Math.max(longest, group.longestWaitSeconds(nowSeconds));
        }
        return longest;
    }

    boolean isEmpty() {
        for (LogGroup group : groups) {
            if (!group.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    double servedPerSecond() {
        return servedPerSecond;
    }

    double expiredPerSecond() {
        return expiredPerSecond;
    }

    /** How fast what waits in all logs grows; negative while it shrinks. */
    double growthPerSecond() {
        return growthPerSecond;
    }

    double nextChangeSeconds(double nowSeconds) {
        double next = Double.POSITIVE_INFINITY;
        for (LogGroup group : groups) {
            next = Math.min(next, group.nextChangeSeconds(nowSeconds));
        }
        return next;
    }

    /** Lets the rates work; {@code admitted} holds what was accepted meanwhile, by kind. */
    void advance(double fromSeconds, double toSeconds, AdmittedEvents[] admitted, DelayDistribution delays) {
        for (int kind = 0; kind < admitted.length; kind++) {
            int passing = 0;
            boolean waits = false;
            for (LogGroup group : groups) {
                if (group.kind() == kind) {
                    passing += group.passes() ? group.count() : 0;
                    waits |= !group.passes();
                }
            }
            if (passing > 0) {
                admitted[kind].deliverFresh((double) passing / kinds.get(kind).count(), delays);
            }
            if (waits) {
                admitted[kind].rememberFresh();
                advance(fromSeconds, toSeconds, kind, admitted[kind], delays);
            } else {
                admitted[kind].forgetAll();
            }
        }
        countWaiting();
    }

    /** Loses whatever was accepted after that moment and is not read yet, and answers how much it was. */
    double loseAcceptedAfter(double seconds) {
        double lost = 0;
        for (LogGroup group : groups) {
            lost += group.loseEnteredAfter(seconds);
        }
        countWaiting();
        return lost;
    }

    private void countWaiting() {
        waitingEvents = 0;
        for (LogGroup group : groups) {
            waitingEvents += group.waitingEvents();
        }
    }

    /** Looks again which partitions are alike: after any change of who reads what. */
    void regroup(double nowSeconds, Ownership ownership) {
        int[] histories = histories(nowSeconds);
        int[] readers = new int[groupOf.length];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = ownership.isRead(i, nowSeconds) ? ownership.owner(i) : UNREAD;
        }
        var sorting = new LogSorting(histories, readers);
        LogGroup[] successors = new LogGroup[sorting.groups()];
        int found = 0;
        for (int i = 0; i < groupOf.length; i++) {
            int number = sorting.groupOf(i);
            if (number == found) {
                successors[found] = successor(groupOf[i], successors, found);
                found++;
            }
            successors[number].addPartition();
            groupOf[i] = successors[number];
        }
        groups = successors;
        podLoads = sorting.podLoads(successors);
    }

    /** A number for everything that the partitions went through: the same for those that went through the same. */
    private int[] histories(double nowSeconds) {
        int number = kinds.size();
        for (LogGroup group : groups) {
            group.numberHistory(isForgotten(group, nowSeconds) ? group.kind() : number++);
        }
        int[] histories = new int[groupOf.length];
        for (int i = 0; i < histories.length; i++) {
            histories[i] = groupOf[i].history();
        }
        return histories;
    }

    private static int indexOf(LogGroup group, LogGroup[] some, int count) {
        int i = count - 1;
        while (i >= 0 && some[i] != group) {
            i--;
        }
        return i;
    }

    private void advance(
            double fromSeconds, double toSeconds, int kind, AdmittedEvents admitted, DelayDistribution delays) {
        for (LogGroup group : groups) {
            if (group.kind() == kind && !group.passes()) {
                group.advance(fromSeconds, toSeconds, admitted, delays);
            }
        }
    }

    private void limitEgress(double egressPerSecond) {
        double wanted = 0;
        for (LogGroup group : groups) {
            wanted += group.count() * group.limitPerSecond();
        }
        if (wanted <= egressPerSecond) {
            return;
        }
        double[] limits = new double[groups.length];
        double[] counts = new double[groups.length];
        for (int i = 0; i < groups.length; i++) {
            limits[i] = groups[i].limitPerSecond();
            counts[i] = groups[i].count();
        }
        double level = WeightedShares.evenLevel(egressPerSecond, limits, counts);
        for (LogGroup group : groups) {
            group.limitTo(Math.min(group.limitPerSecond(), level));
        }
    }

    /** The first group that follows on one takes its logs over, every other one gets a copy. */
    private static LogGroup successor(LogGroup before, LogGroup[] taken, int count) {
        LogGroup group = indexOf(before, taken, count) < 0 ? before : before.copy();
        group.restart();
        return group;
    }

    /** Its log is empty, and has passed on everything for as long as a checkpoint looks back. */
    private boolean isForgotten(LogGroup group, double nowSeconds) {
        return group.isEmpty() && group.busyUntilSeconds() + checkpointSeconds <= nowSeconds;
    }

    private LogGroup idle(int kind) {
        return new LogGroup(
                kind, new FifoRoom(retentionSeconds, Double.POSITIVE_INFINITY), new RecentRate(checkpointSeconds));
    }
}
