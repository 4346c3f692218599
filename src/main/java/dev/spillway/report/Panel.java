package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.None;

/** One plot of a timeline, with its title and its key above it. */
final class Panel {
    static final int PLOT = 150;
    static final int HEAD = 30;
    static final int AXIS = 44;

    private static final int SWATCH = 18;
    private static final int BASELINE = 20;
    private static final int GAP = 10;
    private static final int LEAST_TICK = 26;
    private static final double HINT_FACTOR = 1.4;
    private static final double ROOM_ABOVE = 1.1;
    private static final Color CLEAR = new Color(255, 255, 255, 0);
    private static final float[] DASHES = {6, 4};
    private static final BasicStroke SOLID = new BasicStroke(2);
    private static final BasicStroke DASHED =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0);

    private final String title;
    private final List<Loss.Point> points;
    private final boolean isLast;
    private final PlacedChart chart;
    private final List<Key> keys = new ArrayList<>();
    private double top = 1;

    /** @param isLast whether the time axis is below it */
    Panel(String title, List<Loss.Point> points, int width, boolean isLast) {
        this.title = title;
        this.points = points;
        this.isLast = isLast;
        this.chart = new PlacedChart(width, height());
        style(chart.getStyler());
    }

    private record Key(String name, Color colour, boolean dashed) {}

    /** A rate or a number, which holds until the next point. */
    Panel step(String name, ToDoubleFunction<Loss.Point> value, Color colour) {
        add(name, changes(points, value), value, colour).setXYSeriesRenderStyle(XYSeriesRenderStyle.Step);
        return this;
    }

    /** As {@link #step}, dashed: a limit and not a flow. */
    Panel limit(String name, ToDoubleFunction<Loss.Point> value, Color colour) {
        XYSeries series = add(name, changes(points, value), value, colour);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Step).setLineStyle(DASHED);
        keys.set(keys.size() - 1, new Key(name, colour, true));
        return this;
    }

    /** A volume, which runs along straight lines, as an area. */
    Panel area(String name, ToDoubleFunction<Loss.Point> value, Color colour) {
        add(name, points, value, colour).setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        return this;
    }

    /** A volume as a line. */
    Panel line(String name, ToDoubleFunction<Loss.Point> value, Color colour) {
        add(name, points, value, colour).setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        return this;
    }

    /** A rate of stretches of its own, as an area. */
    Panel rates(String name, List<Loss.Point> stretches, ToDoubleFunction<Loss.Point> value, Color colour) {
        add(name, stretches, value, colour).setXYSeriesRenderStyle(XYSeriesRenderStyle.StepArea);
        return this;
    }

    /** Numbers of things: no ticks between them. */
    Panel ofWholes() {
        int spacing = (int) Math.max(LEAST_TICK, HINT_FACTOR * PLOT / Math.ceil(top));
        chart.getStyler().setYAxisTickMarkSpacingHint(spacing);
        chart.setCustomYAxisTickLabelsFormatter(value -> value.equals(Math.rint(value)) ? NumberText.whole(value) : "");
        return this;
    }

    int height() {
        return PLOT + (isLast ? AXIS : 0);
    }

    /** Where its plot would begin and end if it had that width. */
    Rectangle2D plotBounds(int width) {
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        chart.paint(nowhere, width, height());
        nowhere.dispose();
        return chart.plotBounds();
    }

    /** Paints its head at the left edge of all plots, and the chart so that its own plot begins there. */
    void paint(Graphics2D graphics, int width, double left) {
        int shift = shift(width, left);
        head(graphics, (int) Math.round(left));
        Graphics2D place = (Graphics2D) graphics.create();
        place.translate(shift, HEAD);
        chart.paint(place, width - shift, height());
        place.dispose();
    }

    /** How far the chart has to move so that its plot begins there; it gets narrower by as much. */
    int shift(int width, double left) {
        return (int) Math.round(left - plotBounds(width).getX());
    }

    private void head(Graphics2D graphics, int left) {
        graphics.setFont(SvgCanvas.STRONG);
        graphics.setColor(Colours.INK);
        graphics.drawString(title, left, BASELINE);
        int x = left + SvgCanvas.width(title, SvgCanvas.STRONG) + 3 * GAP;
        graphics.setFont(SvgCanvas.TEXT);
        for (Key key : keys) {
            graphics.setStroke(key.dashed() ? DASHED : SOLID);
            graphics.setColor(key.colour());
            graphics.drawLine(x, BASELINE - GAP / 2, x + SWATCH, BASELINE - GAP / 2);
            graphics.setColor(Colours.INK);
            graphics.drawString(key.name(), x + SWATCH + GAP / 2, BASELINE);
            x += SWATCH + 3 * GAP + SvgCanvas.width(key.name(), SvgCanvas.TEXT);
        }
    }

    private XYSeries add(String name, List<Loss.Point> some, ToDoubleFunction<Loss.Point> value, Color colour) {
        double[] seconds = some.stream().mapToDouble(Loss.Point::atSeconds).toArray();
        double[] values = some.stream().mapToDouble(value).toArray();
        XYSeries series = chart.addSeries(name, seconds, values);
        series.setMarker(new None()).setLineColor(colour).setLineWidth(2);
        series.setFillColor(Colours.shade(colour));
        keys.add(new Key(name, colour, false));
        top = Math.max(top, ROOM_ABOVE * series.getYMax());
        chart.getStyler().setYAxisMax(top);
        return series;
    }

    /** A line that is drawn point by point would begin its dashes anew at each of them. */
    private static List<Loss.Point> changes(List<Loss.Point> points, ToDoubleFunction<Loss.Point> value) {
        List<Loss.Point> changes = new ArrayList<>();
        for (Loss.Point point : points) {
            boolean holds = !changes.isEmpty()
                    && value.applyAsDouble(changes.get(changes.size() - 1)) == value.applyAsDouble(point);
            if (!holds) {
                changes.add(point);
            }
        }
        Loss.Point last = points.get(points.size() - 1);
        if (changes.size() == 1) {
            // The library puts its ticks on the values of a series that has them at equal distances, as two always are.
            Loss.Point first = points.get(0);
            changes.add(Stretch.at(points, first.atSeconds() + (last.atSeconds() - first.atSeconds()) / 3));
        }
        if (!changes.get(changes.size() - 1).equals(last)) {
            changes.add(last);
        }
        return changes;
    }

    private void style(XYStyler style) {
        style.setLegendVisible(false).setChartTitleVisible(false).setChartPadding(2);
        style.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR).setPlotBorderVisible(false);
        style.setPlotGridLinesColor(Colours.GRID).setPlotContentSize(1.0);
        style.setBaseFont(SvgCanvas.TEXT);
        style.setAxisTickLabelsFont(SvgCanvas.TEXT).setAxisTitleFont(SvgCanvas.TEXT);
        style.setAxisTickLabelsColor(Colours.INK).setAxisTickMarksColor(Colours.GRID);
        style.setYAxisMin(0.0).setYAxisTitleVisible(false).setYAxisTickMarkSpacingHint(LEAST_TICK);
        style.setYAxisLabelAlignment(TextAlignment.Right);
        style.setXAxisMin(points.get(0).atSeconds())
                .setXAxisMax(points.get(points.size() - 1).atSeconds());
        style.setXAxisTicksVisible(isLast).setXAxisTitleVisible(isLast);
        chart.setXAxisTitle("seconds from the beginning");
        chart.setCustomYAxisTickLabelsFormatter(NumberText::number);
        chart.setCustomXAxisTickLabelsFormatter(NumberText::whole);
    }
}
