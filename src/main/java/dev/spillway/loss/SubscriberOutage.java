package dev.spillway.loss;

import dev.spillway.facts.DeliverySchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subscriber of Event Grid that is away at the worst time: from the moment on at which the burst begins.
 *
 * @param rampSeconds length of the climb to the peak
 * @param windowSeconds the burst begins in its middle; the load goes on as long as the outage
 * @param outageSeconds zero is no outage
 */
public record SubscriberOutage(
        double baselineEventsPerSecond,
        double peakEventsPerSecond,
        double rampSeconds,
        double peakHoldSeconds,
        double windowSeconds,
        double averageEventBytes,
        double outageSeconds) {
    private static final double RAMP_STEP_SECONDS = 1;

    /** What a forecast of one subscription is computed from. */
    public EventGridFigures figures(int maxDeliveryAttempts, double timeToLiveSeconds, boolean deadLetterConfigured) {
        double start = windowSeconds / 2;
        List<EventGridFigures.Outage> outages =
                outageSeconds > 0 ? List.of(new EventGridFigures.Outage(start, outageSeconds)) : List.of();
        return new EventGridFigures(
                load(start),
                outages,
                maxDeliveryAttempts,
                timeToLiveSeconds,
                0,
                deadLetterConfigured,
                0,
                0,
                0,
                Optional.empty(),
                PipelineFigures.DELAYED_THRESHOLD_SECONDS);
    }

    /** With the service's own policy: every attempt there is, for a day. */
    public static double longestReachSeconds() {
        double[] offsets = DeliverySchedule.offsets();
        double reach = 0;
        for (double offset : offsets) {
            if (offset <= DeliverySchedule.LONGEST_MINUTES * EventGridFigures.SECONDS_PER_MINUTE) {
                reach = offset;
            }
        }
        return reach;
    }

    private Load load(double quietSeconds) {
        double afterwards = Math.max(windowSeconds / 2, outageSeconds) - rampSeconds - peakHoldSeconds;
        List<Segment> segments = new ArrayList<>();
        add(segments, quietSeconds, baselineEventsPerSecond);
        if (rampSeconds > 0) {
            segments.add(
                    new Segment.Ramp(rampSeconds, baselineEventsPerSecond, peakEventsPerSecond, RAMP_STEP_SECONDS));
        }
        add(segments, peakHoldSeconds, peakEventsPerSecond);
        add(segments, afterwards, baselineEventsPerSecond);
        return new Load(averageEventBytes, segments);
    }

    private static void add(List<Segment> segments, double seconds, double eventsPerSecond) {
        if (seconds > 0) {
            segments.add(new Segment.Constant(seconds, eventsPerSecond));
        }
    }
}
