package dev.spillway.report;

import java.util.List;

/**
 * The stretch of a forecast in which something happens, with a margin: from the first rise of the load until nothing waits.
 *
 * @param from seconds from the beginning
 * @param until seconds from the beginning
 */
record Moments(double from, double until) {
    private static final double LEAST_MARGIN_SECONDS = 15;
    private static final double MARGIN_SHARE = 6;

    static Moments of(List<Loss.Point> points) {
        double rise = firstRise(points);
        double settled = lastUnrest(points);
        double margin = Math.max(LEAST_MARGIN_SECONDS, (settled - rise) / MARGIN_SHARE);
        double end = points.get(points.size() - 1).atSeconds();
        return new Moments(Math.max(0, rise - margin), Math.min(end, settled + margin));
    }

    private static double firstRise(List<Loss.Point> points) {
        double before = points.get(0).offeredPerSecond();
        return points.stream()
                .filter(point -> point.offeredPerSecond() > before)
                .mapToDouble(Loss.Point::atSeconds)
                .findFirst()
                .orElse(0);
    }

    /** The last moment at which the load was above its start, or something waited or was lost. */
    private static double lastUnrest(List<Loss.Point> points) {
        double start = points.get(0).offeredPerSecond();
        double last = points.get(points.size() - 1).atSeconds();
        for (int at = points.size() - 1; at > 0; at--) {
            Loss.Point before = points.get(at - 1);
            if (before.offeredPerSecond() > start || before.waitingEvents() > 0 || before.unreadEvents() >= 1) {
                return points.get(at).atSeconds();
            }
        }
        return last;
    }
}
