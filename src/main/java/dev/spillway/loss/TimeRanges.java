package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** Stretches of time, half open, that do not touch each other. */
final class TimeRanges {
    private final List<double[]> ranges = new ArrayList<>();

    static TimeRanges of(double fromSeconds, double toSeconds) {
        var ranges = new TimeRanges();
        ranges.add(fromSeconds, toSeconds);
        return ranges;
    }

    double seconds() {
        double sum = 0;
        for (double[] range : ranges) {
            sum += range[1] - range[0];
        }
        return sum;
    }

    /** The part before a moment. */
    TimeRanges before(double seconds) {
        var part = new TimeRanges();
        for (double[] range : ranges) {
            part.add(range[0], Math.min(range[1], seconds));
        }
        return part;
    }

    /** The part in which some outage would be going on, if every moment were that much later. */
    TimeRanges hitBy(List<EventGridFigures.Outage> outages, double laterSeconds) {
        var hit = new TimeRanges();
        for (double[] range : ranges) {
            double covered = range[0];
            for (EventGridFigures.Outage outage : outages) {
                double from = Math.max(covered, outage.startSeconds() - laterSeconds);
                double to = Math.min(range[1], outage.endSeconds() - laterSeconds);
                hit.add(from, to);
                covered = Math.max(covered, to);
            }
        }
        return hit;
    }

    private void add(double fromSeconds, double toSeconds) {
        if (toSeconds > fromSeconds) {
            ranges.add(new double[] {fromSeconds, toSeconds});
        }
    }
}
