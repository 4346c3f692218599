package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/** Writes down what changed when, and hands out a bounded number of points. */
final class TimelineRecorder {
    private static final int MOST_POINTS = 300;

    private final List<LossForecast.TimelinePoint> points = new ArrayList<>();
    private double lossRate;

    /** Between two points everything runs along straight lines, so a point on the line of the one before is left out. */
    void note(LossForecast.TimelinePoint point, double lostPerSecond) {
        boolean onTheLine =
                !points.isEmpty() && lostPerSecond == lossRate && sameRates(points.get(points.size() - 1), point);
        if (!onTheLine) {
            points.add(point);
            lossRate = lostPerSecond;
        }
    }

    /** The last point stands even on the line, once. */
    void noteEnd(LossForecast.TimelinePoint point) {
        if (points.isEmpty() || points.get(points.size() - 1).atSeconds() < point.atSeconds()) {
            points.add(point);
        }
    }

    /** All points, or of each of some equal groups the first one and the one with the most events waiting. */
    List<LossForecast.TimelinePoint> thinned() {
        if (points.size() <= MOST_POINTS) {
            return List.copyOf(points);
        }
        int groups = MOST_POINTS / 2 - 1;
        var chosen = new ArrayList<LossForecast.TimelinePoint>();
        for (int group = 0; group < groups; group++) {
            int first = edge(group, groups);
            chosen.add(points.get(first));
            int highest = highest(first, edge(group + 1, groups));
            if (highest > first) {
                chosen.add(points.get(highest));
            }
        }
        chosen.add(points.get(points.size() - 1));
        return List.copyOf(chosen);
    }

    /** Where the most events wait; of equal ones the first. */
    private int highest(int from, int to) {
        int highest = from;
        double height = heightOf(points.get(from));
        for (int i = from + 1; i < to; i++) {
            double other = heightOf(points.get(i));
            if (other > height) {
                highest = i;
                height = other;
            }
        }
        return highest;
    }

    private static double heightOf(LossForecast.TimelinePoint point) {
        return point.waitingEvents() + point.unreadEvents();
    }

    private int edge(int group, int groups) {
        return (int) ((long) (points.size() - 1) * group / groups);
    }

    private static boolean sameRates(LossForecast.TimelinePoint one, LossForecast.TimelinePoint other) {
        return one.offeredPerSecond() == other.offeredPerSecond()
                && one.admittedPerSecond() == other.admittedPerSecond()
                && one.capacityPerSecond() == other.capacityPerSecond()
                && one.readyPods() == other.readyPods()
                && one.throughputUnits() == other.throughputUnits()
                && one.readPerSecond() == other.readPerSecond()
                && one.readyConsumers() == other.readyConsumers();
    }
}
