package dev.spillway.kube;

import java.util.List;
import java.util.stream.Collectors;

/** How many pods are wanted, over time. The first change is what there is in the beginning. */
record Timeline(List<Change> changes) {
    private static final double STEP_SECONDS = 0.1;

    /** So many from that moment on, in seconds from the beginning. */
    record Change(double atSeconds, int replicas) {}

    Timeline {
        changes = List.copyOf(changes);
    }

    /** The first moment at which this one is where the other never is within so many seconds; negative where there is none. */
    double leaves(Timeline other, double withinSeconds, double untilSeconds) {
        for (double now = 0; now < untilSeconds; now += STEP_SECONDS) {
            int here = at(now);
            if (here < other.fewest(now - withinSeconds, now + withinSeconds)
                    || here > other.most(now - withinSeconds, now + withinSeconds)) {
                return now;
            }
        }
        return -1;
    }

    private int at(double seconds) {
        int replicas = changes.get(0).replicas;
        for (Change change : changes) {
            if (change.atSeconds <= seconds) {
                replicas = change.replicas;
            }
        }
        return replicas;
    }

    private int fewest(double from, double to) {
        return changes.stream()
                .filter(change -> change.atSeconds > from && change.atSeconds <= to)
                .mapToInt(Change::replicas)
                .reduce(at(from), Math::min);
    }

    private int most(double from, double to) {
        return changes.stream()
                .filter(change -> change.atSeconds > from && change.atSeconds <= to)
                .mapToInt(Change::replicas)
                .reduce(at(from), Math::max);
    }

    @Override
    public String toString() {
        return changes.stream()
                .map(change -> change.replicas + " at " + Math.round(change.atSeconds * 10) / 10.0 + " s")
                .collect(Collectors.joining(", "));
    }
}
