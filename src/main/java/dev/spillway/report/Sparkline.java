package dev.spillway.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A row of characters whose height follows a value over time. */
final class Sparkline {
    private static final String BLOCKS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final String PLAIN = " .:-=+*%#";

    private final List<Loss.Point> points;
    private final double from;
    private final double until;
    private final int columns;
    private final String heights;

    /** @param unicode whether the reader's character set has block characters */
    Sparkline(List<Loss.Point> points, double from, double until, int columns, boolean unicode) {
        this.points = points;
        this.from = from;
        this.until = until;
        this.columns = columns;
        this.heights = unicode ? BLOCKS : PLAIN;
    }

    /** The value of a volume, which runs along straight lines, at the end of each column. */
    String volume(ToDoubleFunction<Loss.Point> value, double top) {
        return row(top, (left, right) -> Math.max(along(value, right), along(value, left)));
    }

    /** The highest value of a rate, which holds until the next point, inside each column. */
    String highest(ToDoubleFunction<Loss.Point> value, double top) {
        return row(top, (left, right) -> highest(value, left, right));
    }

    /** How much a running total grew inside each column, against its largest growth. */
    String growth(ToDoubleFunction<Loss.Point> total) {
        Span grown = (left, right) -> along(total, right) - along(total, left);
        double top = 0;
        for (int column = 0; column < columns; column++) {
            top = Math.max(top, grown.value(edge(column), edge(column + 1)));
        }
        return row(top, grown);
    }

    private String row(double top, Span value) {
        StringBuilder row = new StringBuilder(columns);
        for (int column = 0; column < columns; column++) {
            row.append(height(value.value(edge(column), edge(column + 1)), top));
        }
        return row.toString();
    }

    private char height(double value, double top) {
        int highest = heights.length() - 1;
        if (top <= 0 || value <= 0) {
            return heights.charAt(0);
        }
        return heights.charAt(Math.min(highest, Math.max(1, (int) Math.round(value / top * highest))));
    }

    private double edge(int column) {
        return from + (until - from) * column / columns;
    }

    private double highest(ToDoubleFunction<Loss.Point> value, double left, double right) {
        double highest = at(value, left);
        for (Loss.Point point : points) {
            if (point.atSeconds() >= left && point.atSeconds() < right) {
                highest = Math.max(highest, value.applyAsDouble(point));
            }
        }
        return highest;
    }

    private double at(ToDoubleFunction<Loss.Point> value, double second) {
        double last = points.isEmpty() ? 0 : value.applyAsDouble(points.get(0));
        for (Loss.Point point : points) {
            if (point.atSeconds() > second) {
                break;
            }
            last = value.applyAsDouble(point);
        }
        return last;
    }

    private double along(ToDoubleFunction<Loss.Point> value, double second) {
        Loss.Point before = points.get(0);
        for (Loss.Point point : points) {
            if (point.atSeconds() > second) {
                double part = (second - before.atSeconds()) / (point.atSeconds() - before.atSeconds());
                double from = value.applyAsDouble(before);
                return from + Math.max(0, part) * (value.applyAsDouble(point) - from);
            }
            before = point;
        }
        return value.applyAsDouble(before);
    }

    private interface Span {
        double value(double left, double right);
    }
}
