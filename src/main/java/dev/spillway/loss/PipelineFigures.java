package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.List;

/**
 * Everything a forecast is computed from: the senders of one namespace and what it lets in.
 *
 * @param delayedThresholdSeconds a later delivery counts as delayed
 * @param drainLimitSeconds how long after the load the run goes on while events are waiting
 * @param hpaSyncPeriodSeconds how often autoscalers decide, counted from the beginning of the run
 */
public record PipelineFigures(
        List<Sender> senders,
        Admission admission,
        double delayedThresholdSeconds,
        double drainLimitSeconds,
        double hpaSyncPeriodSeconds) {
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

    /** The same pipeline with other senders. */
    public PipelineFigures withSenders(List<Sender> others) {
        return new PipelineFigures(others, admission, delayedThresholdSeconds, drainLimitSeconds, hpaSyncPeriodSeconds);
    }

    /** The same pipeline behind another door. */
    public PipelineFigures withAdmission(Admission other) {
        return new PipelineFigures(senders, other, delayedThresholdSeconds, drainLimitSeconds, hpaSyncPeriodSeconds);
    }
}
