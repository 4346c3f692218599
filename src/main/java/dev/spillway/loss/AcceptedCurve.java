package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** What the broker accepted of one sender over time, for those who read it. */
final class AcceptedCurve {
    private static final double BIN_SECONDS = 1;

    private final List<Segment> segments = new ArrayList<>();
    private double endSeconds;
    private double binFromSeconds;
    private double binEvents;

    /** A steady flow. */
    void flow(double fromSeconds, double toSeconds, double events) {
        closeBin(fromSeconds);
        double from = Math.max(endSeconds, fromSeconds);
        if (toSeconds - from <= Simulation.INSTANT_SECONDS) {
            binEvents += events;
            return;
        }
        silenceUntil(from);
        segments.add(new Segment.Constant(toSeconds - from, events / (toSeconds - from)));
        endSeconds = toSeconds;
    }

    /** One send. */
    void send(double atSeconds, double events) {
        if (atSeconds >= binFromSeconds + BIN_SECONDS) {
            closeBin(atSeconds);
        }
        binEvents += events;
    }

    /** All of it; the last segment ends when everything was accepted. */
    List<Segment> segments() {
        closeBin(binFromSeconds + BIN_SECONDS);
        return List.copyOf(segments);
    }

    private void closeBin(double nextFromSeconds) {
        double to = Math.max(endSeconds, Math.min(nextFromSeconds, binFromSeconds + BIN_SECONDS));
        double from = Math.max(endSeconds, binFromSeconds);
        if (binEvents > 0 && to - from > Simulation.INSTANT_SECONDS) {
            silenceUntil(from);
            segments.add(new Segment.Constant(to - from, binEvents / (to - from)));
            endSeconds = to;
            binEvents = 0;
        }
        binFromSeconds = Math.max(endSeconds, nextFromSeconds);
    }

    private void silenceUntil(double seconds) {
        if (seconds - endSeconds > Simulation.INSTANT_SECONDS) {
            segments.add(new Segment.Constant(seconds - endSeconds, 0));
        }
        endSeconds = seconds;
    }
}
