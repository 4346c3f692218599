package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a forecast is computed from: the senders of one namespace, what it lets in, who reads it, and what breaks.
 *
 * @param reading empty where the readers are not known, and are taken to be ample
 * @param delayedThresholdSeconds a later delivery counts as delayed
 * @param drainLimitSeconds how long after the load the run goes on while events are waiting
 * @param hpaSyncPeriodSeconds how often autoscalers decide, counted from the beginning of the run
 */
public record PipelineFigures(
        List<Sender> senders,
        Admission admission,
        double delayedThresholdSeconds,
        double drainLimitSeconds,
        double hpaSyncPeriodSeconds,
        Optional<Reading> reading,
        List<Fault> faults,
        DisasterRecovery recovery) {
    static final double DELAYED_THRESHOLD_SECONDS = 1;
    static final double DRAIN_LIMIT_SECONDS = 86_400;
    static final double HPA_SYNC_PERIOD_SECONDS = 15;

    public PipelineFigures {
        senders = List.copyOf(senders);
        if (senders.isEmpty()) {
            throw new InvalidValue("senders", "an empty list", "at least one sender");
        }
        Require.zeroOrMore("delayedThresholdSeconds", delayedThresholdSeconds);
        Require.zeroOrMore("drainLimitSeconds", drainLimitSeconds);
        Require.positive("hpaSyncPeriodSeconds", hpaSyncPeriodSeconds);
        faults = List.copyOf(faults);
        requireOneAtATime(Fault.RegionOutage.class, faults);
    }

    /** Ample readers, and nothing that breaks. */
    public PipelineFigures(
            List<Sender> senders,
            Admission admission,
            double delayedThresholdSeconds,
            double drainLimitSeconds,
            double hpaSyncPeriodSeconds) {
        this(
                senders,
                admission,
                delayedThresholdSeconds,
                drainLimitSeconds,
                hpaSyncPeriodSeconds,
                Optional.empty(),
                List.of(),
                DisasterRecovery.NONE);
    }

    /** With a delayed threshold of 1 s, a drain limit of a day, and an autoscaler sync every 15 s. */
    public static PipelineFigures of(List<Sender> senders, Admission admission) {
        return new PipelineFigures(
                senders, admission, DELAYED_THRESHOLD_SECONDS, DRAIN_LIMIT_SECONDS, HPA_SYNC_PERIOD_SECONDS);
    }

    /** Mean size over the traffic of all senders, in bytes. */
    public double averageEventBytes() {
        double bytes = 0;
        double events = 0;
        for (Sender sender : senders) {
            double offered = sender.load().offeredEvents();
            events += offered;
            bytes += offered * sender.load().averageEventBytes();
        }
        return events == 0 ? senders.get(0).load().averageEventBytes() : bytes / events;
    }

    /** The same pipeline with those readers. */
    public PipelineFigures withReading(Reading other) {
        return with(senders, admission, Optional.of(other), faults, recovery);
    }

    /** The same pipeline with something that breaks, and what is prepared for it. */
    public PipelineFigures withFaults(List<Fault> others, DisasterRecovery prepared) {
        return with(senders, admission, reading, others, prepared);
    }

    /** The same pipeline with other senders. */
    public PipelineFigures withSenders(List<Sender> others) {
        return with(others, admission, reading, faults, recovery);
    }

    /** The same pipeline behind another door. */
    public PipelineFigures withAdmission(Admission other) {
        return with(senders, other, reading, faults, recovery);
    }

    /** Only what decides the fate of events before they are accepted: nothing that reads them feeds back on it. */
    public PipelineFigures upstream() {
        return with(senders, admission, Optional.empty(), faults, recovery);
    }

    private PipelineFigures with(
            List<Sender> someSenders,
            Admission door,
            Optional<Reading> readers,
            List<Fault> someFaults,
            DisasterRecovery prepared) {
        return new PipelineFigures(
                someSenders,
                door,
                delayedThresholdSeconds,
                drainLimitSeconds,
                hpaSyncPeriodSeconds,
                readers,
                someFaults,
                prepared);
    }

    private static void requireOneAtATime(Class<? extends Fault> kind, List<Fault> faults) {
        var sorted = new ArrayList<>(faults.stream().filter(kind::isInstance).toList());
        sorted.sort((one, other) -> Double.compare(one.startSeconds(), other.startSeconds()));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).startSeconds() < sorted.get(i - 1).endSeconds()) {
                throw new InvalidValue(
                        "faults",
                        "a region outage at " + sorted.get(i).startSeconds() + " s inside another one",
                        "outages of the region that do not overlap");
            }
        }
    }
}
