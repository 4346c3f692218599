package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.None;

/** Panels over one time axis, drawn where something happens. */
final class TimelinePicture {
    private static final int WIDTH = 960;
    private static final int TOP = 44;
    private static final int LEGEND = 24;
    private static final int PLOT = 150;
    private static final int AXIS = 44;
    private static final int LEFT = 84;
    private static final int SWATCH = 16;
    private static final int BASELINE = 16;
    private static final double ROOM_ABOVE = 1.08;
    private static final BasicStroke DASHED =
            new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {6, 4}, 0);

    private final List<Loss.Point> points;

    TimelinePicture(List<Loss.Point> points) {
        this.points = points.size() < 2 ? List.of() : Stretch.of(points, Moments.of(points));
    }

    String draw(String title, String description) {
        List<Panel> panels = points.isEmpty() ? List.of() : List.of(load(), waiting(), ready());
        int height = TOP + panels.size() * (LEGEND + PLOT) + AXIS;
        return SvgCanvas.draw(WIDTH, height, title, description, graphics -> paint(title, panels, graphics));
    }

    /** One plot with its key above it. */
    private record Panel(String unit, XYChart chart, List<Key> keys) {
        void add(String name, XYSeries series, Color colour) {
            series.setMarker(new None()).setLineColor(colour).setLineWidth(2);
            series.setFillColor(Colours.shade(colour));
            keys.add(new Key(name, colour));
        }
    }

    private record Key(String name, Color colour) {}

    private Panel load() {
        Panel panel = panel("events per second");
        step(panel, "offered", Loss.Point::offeredPerSecond, Colours.LOAD, XYSeriesRenderStyle.Step);
        step(panel, "capacity", Loss.Point::capacityPerSecond, Colours.CAPACITY, XYSeriesRenderStyle.Step)
                .setLineStyle(DASHED);
        List<Loss.Point> rates = Stretch.lossRates(points);
        XYSeries lost = series(panel, "lost", rates, Loss.Point::lostEventsSoFar, Colours.LOST);
        lost.setXYSeriesRenderStyle(XYSeriesRenderStyle.StepArea);
        return panel;
    }

    private Panel waiting() {
        Panel panel = panel("events");
        series(panel, "waiting", points, Loss.Point::waitingEvents, Colours.WAITING)
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        series(panel, "lost so far", points, Loss.Point::lostEventsSoFar, Colours.LOST)
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        return panel;
    }

    private Panel ready() {
        Panel panel = panel("number");
        step(panel, "sender pods ready", Loss.Point::readyPods, Colours.PODS, XYSeriesRenderStyle.Step);
        step(panel, "throughput units", Loss.Point::throughputUnits, Colours.CAPACITY, XYSeriesRenderStyle.Step)
                .setLineStyle(DASHED);
        panel.chart().getStyler().setXAxisTicksVisible(true).setXAxisTitleVisible(true);
        panel.chart().setXAxisTitle("seconds from the beginning");
        return panel;
    }

    private XYSeries step(
            Panel panel, String name, ToDoubleFunction<Loss.Point> value, Color colour, XYSeriesRenderStyle style) {
        XYSeries series = series(panel, name, points, value, colour);
        series.setXYSeriesRenderStyle(style);
        return series;
    }

    private static XYSeries series(
            Panel panel, String name, List<Loss.Point> points, ToDoubleFunction<Loss.Point> value, Color colour) {
        double[] seconds = points.stream().mapToDouble(Loss.Point::atSeconds).toArray();
        double[] values = points.stream().mapToDouble(value).toArray();
        XYSeries series = panel.chart().addSeries(name, seconds, values);
        panel.add(name, series, colour);
        double top = Math.max(1, ROOM_ABOVE * highest(panel.chart()));
        panel.chart().getStyler().setYAxisMax(top);
        return series;
    }

    private static double highest(XYChart chart) {
        return chart.getSeriesMap().values().stream()
                .mapToDouble(XYSeries::getYMax)
                .max()
                .orElse(0);
    }

    private Panel panel(String unit) {
        XYChart chart = new XYChartBuilder().width(WIDTH).height(PLOT).build();
        XYStyler style = chart.getStyler();
        style.setLegendVisible(false).setChartTitleVisible(false).setChartPadding(2);
        style.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false).setBaseFont(SvgCanvas.TEXT);
        style.setPlotGridLinesColor(Colours.GRID).setPlotContentSize(1.0);
        style.setAxisTickLabelsFont(SvgCanvas.TEXT).setAxisTitleFont(SvgCanvas.TEXT);
        style.setYAxisMin(0.0).setYAxisLeftWidthHint(LEFT);
        style.setXAxisMin(points.get(0).atSeconds())
                .setXAxisMax(points.get(points.size() - 1).atSeconds());
        style.setXAxisTicksVisible(false).setXAxisTitleVisible(false).setYAxisTitleVisible(false);
        chart.setCustomYAxisTickLabelsFormatter(NumberText::number);
        chart.setCustomXAxisTickLabelsFormatter(NumberText::whole);
        return new Panel(unit, chart, new ArrayList<>());
    }

    private static void paint(String title, List<Panel> panels, Graphics2D graphics) {
        graphics.setFont(SvgCanvas.HEADING);
        graphics.setColor(Colours.INK);
        graphics.drawString(title, SWATCH, TOP / 2 + BASELINE / 2);
        int top = TOP;
        for (int at = 0; at < panels.size(); at++) {
            boolean last = at == panels.size() - 1;
            key(panels.get(at), top + BASELINE, graphics);
            Graphics2D place = (Graphics2D) graphics.create();
            place.translate(0, top + LEGEND);
            panels.get(at).chart().paint(place, WIDTH, PLOT + (last ? AXIS : 0));
            place.dispose();
            top += LEGEND + PLOT;
        }
    }

    private static void key(Panel panel, int baseline, Graphics2D graphics) {
        graphics.setFont(SvgCanvas.TEXT);
        int x = LEFT;
        for (Key key : panel.keys()) {
            graphics.setColor(key.colour());
            graphics.fillRect(x, baseline - SWATCH / 2, SWATCH, SWATCH / 4);
            graphics.setColor(Colours.INK);
            graphics.drawString(key.name(), x + SWATCH + SWATCH / 2, baseline);
            x += SWATCH * 3 + graphics.getFontMetrics().stringWidth(key.name());
        }
        int width = graphics.getFontMetrics().stringWidth(panel.unit());
        graphics.setColor(Colours.CAPACITY);
        graphics.drawString(panel.unit(), WIDTH - SWATCH - width, baseline);
    }
}
