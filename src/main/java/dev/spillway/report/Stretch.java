package dev.spillway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A part of a timeline, cut out so that it begins and ends at given moments. */
final class Stretch {
    private static final double NOTHING_EVENTS = 1e-6;

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

    /** The same time in equal parts. */
    static List<Loss.Point> equal(List<Loss.Point> points, int parts) {
        double from = points.get(0).atSeconds();
        double until = points.get(points.size() - 1).atSeconds();
        return IntStream.rangeClosed(0, parts)
                .mapToObj(part -> at(points, from + (until - from) * part / parts))
                .toList();
    }

    /** When events are lost; stretches that touch are one. */
    static List<Moments> losing(List<Loss.Point> points) {
        List<Moments> spans = new ArrayList<>();
        for (int at = 0; at + 1 < points.size(); at++) {
            Loss.Point here = points.get(at);
            Loss.Point next = points.get(at + 1);
            if (next.lostEventsSoFar() - here.lostEventsSoFar() <= NOTHING_EVENTS) {
                continue;
            }
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).until() == here.atSeconds()) {
                spans.set(last, new Moments(spans.get(last).from(), next.atSeconds()));
            } else {
                spans.add(new Moments(here.atSeconds(), next.atSeconds()));
            }
        }
        return spans;
    }

    /** The state at a moment. */
    static Loss.Point at(List<Loss.Point> points, double second) {
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
