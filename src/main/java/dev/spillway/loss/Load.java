package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What is offered to a pipeline: events of one mean size, at rates that follow each other in time.
 *
 * @param averageEventBytes size on the wire including properties, in bytes
 */
public record Load(double averageEventBytes, List<Segment> segments) {
    private static final double RAMP_STEP_SECONDS = 1;

    public Load {
        Require.positive("averageEventBytes", averageEventBytes);
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new InvalidValue("segments", "an empty list", "at least one segment");
        }
    }

    /**
     * A burst in the middle of a window: baseline, a climb to the peak, the peak, and at once the baseline again.
     *
     * @param rampSeconds length of the climb; zero for a step
     * @param peakHoldSeconds time at the peak rate
     * @param windowSeconds length of the whole load; the burst starts in its middle, and the window must have room for it
     */
    public static Load burst(
            double baselineEventsPerSecond,
            double peakEventsPerSecond,
            double rampSeconds,
            double peakHoldSeconds,
            double windowSeconds,
            double averageEventBytes) {
        double quietSeconds = windowSeconds / 2;
        double restSeconds = quietSeconds - rampSeconds - peakHoldSeconds;
        if (restSeconds < 0) {
            throw new InvalidValue("windowSeconds", windowSeconds, "at least twice the burst with its climb");
        }
        var segments = new ArrayList<Segment>();
        segments.add(new Segment.Constant(quietSeconds, baselineEventsPerSecond));
        if (rampSeconds != 0) {
            segments.add(
                    new Segment.Ramp(rampSeconds, baselineEventsPerSecond, peakEventsPerSecond, RAMP_STEP_SECONDS));
        }
        addConstant(segments, peakHoldSeconds, peakEventsPerSecond);
        addConstant(segments, restSeconds, baselineEventsPerSecond);
        return new Load(averageEventBytes, segments);
    }

    public double durationSeconds() {
        return segments.stream().mapToDouble(Segment::durationSeconds).sum();
    }

    /** Events over the whole duration. */
    public double offeredEvents() {
        return RateSteps.of(this).stream().mapToDouble(RateStep::events).sum();
    }

    public double meanEventsPerSecond() {
        return offeredEvents() / durationSeconds();
    }

    /** The highest rate of any step. */
    public double peakEventsPerSecond() {
        return RateSteps.of(this).stream()
                .mapToDouble(RateStep::eventsPerSecond)
                .max()
                .orElse(0);
    }

    private static void addConstant(List<Segment> segments, double durationSeconds, double eventsPerSecond) {
        if (durationSeconds != 0) {
            segments.add(new Segment.Constant(durationSeconds, eventsPerSecond));
        }
    }
}
