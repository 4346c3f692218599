package dev.spillway.report;

import java.util.ArrayList;
import java.util.List;

/** A part of a timeline, cut out so that it begins and ends at given moments. */
final class Stretch {
    private Stretch() {}

    /** Rates hold until the next point; volumes run along straight lines. */
    static List<Loss.Point> of(List<Loss.Point> points, Moments moments) {
        List<Loss.Point> inside = new ArrayList<>();
        inside.add(at(points, moments.from()));
        points.stream()
                .filter(point -> point.atSeconds() > moments.from() && point.atSeconds() < moments.until())
                .forEach(inside::add);
        inside.add(at(points, moments.until()));
        return inside;
    }

    /** The loss of each stretch as a rate; a stretch of no length has none. */
    static List<Loss.Point> lossRates(List<Loss.Point> points) {
        List<Loss.Point> rates = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            Loss.Point here = points.get(at);
            Loss.Point next = points.get(Math.min(at + 1, points.size() - 1));
            double seconds = next.atSeconds() - here.atSeconds();
            double rate = seconds > 0 ? (next.lostEventsSoFar() - here.lostEventsSoFar()) / seconds : 0;
            rates.add(new Loss.Point(here.atSeconds(), 0, 0, 0, rate, 0, 0, 0, 0));
        }
        return rates;
    }

    private static Loss.Point at(List<Loss.Point> points, double second) {
        Loss.Point before = points.get(0);
        Loss.Point after = before;
        for (Loss.Point point : points) {
            after = point;
            if (point.atSeconds() > second) {
                break;
            }
            before = point;
        }
        double length = after.atSeconds() - before.atSeconds();
        double part = length > 0 ? Math.max(0, Math.min(1, (second - before.atSeconds()) / length)) : 0;
        return new Loss.Point(
                second,
                before.offeredPerSecond(),
                before.capacityPerSecond(),
                between(before.waitingEvents(), after.waitingEvents(), part),
                between(before.lostEventsSoFar(), after.lostEventsSoFar(), part),
                before.readyPods(),
                before.throughputUnits(),
                between(before.unreadEvents(), after.unreadEvents(), part),
                before.readyReaders());
    }

    private static double between(double one, double other, double part) {
        return one + part * (other - one);
    }
}
