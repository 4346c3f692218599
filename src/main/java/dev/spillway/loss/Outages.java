package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is broken at a moment: consumers that do not read, a region that is gone, and where the senders go instead. */
final class Outages {
    private final List<Fault> faults;
    private final List<Fault.RegionOutage> regions = new ArrayList<>();
    private final DisasterRecovery recovery;
    private int begun;
    private int failedOver;

    Outages(List<Fault> faults, DisasterRecovery recovery) {
        this.faults = faults;
        this.recovery = recovery;
        for (Fault fault : faults) {
            if (fault instanceof Fault.RegionOutage region) {
                regions.add(region);
            }
        }
        regions.sort(Comparator.comparingDouble(Fault.RegionOutage::startSeconds));
    }

    boolean consumersAreDown(double nowSeconds) {
        for (Fault fault : faults) {
            if (fault instanceof Fault.ConsumerOutage && isWithin(fault, nowSeconds)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is accepted and nothing is read. */
    boolean regionIsDown(double nowSeconds) {
        if (sendsTwice()) {
            return false;
        }
        for (Fault.RegionOutage region : regions) {
            if (isWithin(region, nowSeconds) && !(failsOver(region) && hasBegun(secondaryFrom(region), nowSeconds))) {
                return true;
            }
        }
        return false;
    }

    /** Every event goes to two regions, and one of them is gone. */
    boolean oneOfTwoIsDown(double nowSeconds) {
        return sendsTwice() && regions.stream().anyMatch(region -> isWithin(region, nowSeconds));
    }

    /** Both regions take every event. */
    boolean bothTakeEvents(double nowSeconds) {
        return sendsTwice() && !oneOfTwoIsDown(nowSeconds);
    }

    /**
     * Tells once, when a region is lost, from which moment on accepted events are out of reach; infinity where all can be read
     * later.
     */
    double outOfReachAfter(double nowSeconds) {
        if (begun == regions.size() || !hasBegun(regions.get(begun).startSeconds(), nowSeconds)) {
            return Double.POSITIVE_INFINITY;
        }
        Fault.RegionOutage region = regions.get(begun);
        begun++;
        return switch (recovery.strategy()) {
            case NONE ->
                Double.isInfinite(region.durationSeconds()) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case GEO_DR_METADATA, CLIENT_FAILOVER ->
                failsOver(region) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case GEO_REPLICATION ->
                failsOver(region) ? region.startSeconds() - recovery.replicationLagSeconds() : Double.POSITIVE_INFINITY;
            case DUAL_PUBLISH -> Double.POSITIVE_INFINITY;
        };
    }

    /** Tells once, when it happens, that the senders have reached the other region. */
    boolean failsOverNow(double nowSeconds) {
        if (sendsTwice() || failedOver == regions.size()) {
            return false;
        }
        Fault.RegionOutage region = regions.get(failedOver);
        if (!failsOver(region)) {
            failedOver += hasBegun(region.endSeconds(), nowSeconds) ? 1 : 0;
            return false;
        }
        if (!hasBegun(secondaryFrom(region), nowSeconds)) {
            return false;
        }
        failedOver++;
        return true;
    }

    double nextEdgeAfter(double nowSeconds) {
        double next = Double.POSITIVE_INFINITY;
        for (Fault fault : faults) {
            next = Math.min(next, after(nowSeconds, fault.startSeconds()));
            next = Math.min(next, after(nowSeconds, fault.endSeconds()));
        }
        for (Fault.RegionOutage region : regions) {
            if (failsOver(region)) {
                next = Math.min(next, after(nowSeconds, secondaryFrom(region)));
            }
        }
        return next;
    }

    private boolean sendsTwice() {
        return recovery.strategy() == DisasterRecovery.Strategy.DUAL_PUBLISH;
    }

    /** A region that is back sooner is not left. */
    private boolean failsOver(Fault.RegionOutage region) {
        return recovery.untilSecondarySeconds() < region.durationSeconds();
    }

    private double secondaryFrom(Fault.RegionOutage region) {
        return region.startSeconds() + recovery.untilSecondarySeconds();
    }

    private static boolean isWithin(Fault fault, double nowSeconds) {
        return hasBegun(fault.startSeconds(), nowSeconds) && !hasBegun(fault.endSeconds(), nowSeconds);
    }

    private static boolean hasBegun(double fromSeconds, double nowSeconds) {
        return fromSeconds <= nowSeconds + Simulation.INSTANT_SECONDS;
    }

    private static double after(double nowSeconds, double edgeSeconds) {
        return edgeSeconds > nowSeconds + Simulation.INSTANT_SECONDS ? edgeSeconds : Double.POSITIVE_INFINITY;
    }
}
