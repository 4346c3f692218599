package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is offered to a pipeline: events of one mean size, at rates that follow each other in time. */
public final class Load {
    private static final double RAMP_STEP_SECONDS = 1;

    private final double averageEventBytes;
    private final List<Segment> segments;
    private final List<Spike> spikes;
    private final List<RateStep> steps;
    private final double offeredEvents;

    /**
     * A load without spikes.
     *
     * @param averageEventBytes size on the wire including properties, in bytes
     */
    public Load(double averageEventBytes, List<Segment> segments) {
        this(averageEventBytes, segments, List.of());
    }

    /**
     * Segments one after the other, and spikes on top of them.
     *
     * @param averageEventBytes size on the wire including properties, in bytes
     * @param spikes none of them may end after the last segment
     */
    public Load(double averageEventBytes, List<Segment> segments, List<Spike> spikes) {
        Require.positive("averageEventBytes", averageEventBytes);
        if (segments.isEmpty()) {
            throw new InvalidValue("segments", "an empty list", "at least one segment");
        }
        this.averageEventBytes = averageEventBytes;
        this.segments = List.copyOf(segments);
        this.spikes = List.copyOf(spikes);
        this.steps = RateSteps.of(this.segments, this.spikes);
        this.offeredEvents = steps.stream().mapToDouble(RateStep::events).sum();
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

    public double averageEventBytes() {
        return averageEventBytes;
    }

    public List<Segment> segments() {
        return segments;
    }

    public List<Spike> spikes() {
        return spikes;
    }

    /** The rates that the segments and spikes add up to, worked out once. */
    List<RateStep> steps() {
        return steps;
    }

    public double durationSeconds() {
        return steps.get(steps.size() - 1).toSeconds();
    }

    /** Events over the whole duration. */
    public double offeredEvents() {
        return offeredEvents;
    }

    public double meanEventsPerSecond() {
        return offeredEvents() / durationSeconds();
    }

    /** The highest rate of any step. */
    public double peakEventsPerSecond() {
        return steps.stream().mapToDouble(RateStep::eventsPerSecond).max().orElse(0);
    }

    private static void addConstant(List<Segment> segments, double durationSeconds, double eventsPerSecond) {
        if (durationSeconds != 0) {
            segments.add(new Segment.Constant(durationSeconds, eventsPerSecond));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Load load
                && load.averageEventBytes == averageEventBytes
                && load.segments.equals(segments)
                && load.spikes.equals(spikes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(averageEventBytes, segments, spikes);
    }
}
