package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.None;

/** A forecast as pictures: what happened over time, and bars that compare volumes of events. */
public final class LossPicture {
    private static final int WIDTH = 960;
    private static final int PANEL = 220;
    private static final int BAR = 46;

    /** Colours that stay apart for those who see red and green alike. */
    private static final Color LOAD = new Color(0x1f, 0x4e, 0x8c);

    private static final Color CAPACITY = new Color(0x55, 0x55, 0x55);
    private static final Color LOST = new Color(0xc0, 0x39, 0x2b);
    private static final Color WAITING = new Color(0xe0, 0x8e, 0x0b);
    private static final Color PODS = new Color(0x2a, 0x7f, 0x62);

    private LossPicture() {}

    /** One bar. */
    public record Bar(String name, double events) {}

    /** Load against capacity with the loss shaded, what waits, pods and units: one time axis, in seconds. */
    public static String timeline(Loss loss) {
        List<Loss.Point> points = loss.timeline();
        List<XYChart> panels = List.of(load(points), waiting(points), replicas(points));
        String lost = NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents());
        return SvgCanvas.draw(
                WIDTH,
                PANEL * panels.size(),
                "Load, capacity, backlog and replicas of " + loss.namespace(),
                lost + " events are lost. " + String.join(" ", loss.when()),
                graphics -> paint(panels, graphics));
    }

    /**
     * Horizontal order is the order given; each bar carries its figure.
     *
     * @param title what is compared
     */
    public static String bars(String title, List<Bar> bars) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(PANEL + BAR * 2)
                .title(title)
                .yAxisTitle("events")
                .build();
        style(chart.getStyler());
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(20);
        chart.getStyler().setLabelsVisible(true).setAvailableSpaceFill(0.6);
        chart.setCustomYAxisTickLabelsFormatter(NumberText::whole);
        CategorySeries series = chart.addSeries(
                title,
                bars.stream().map(Bar::name).toList(),
                bars.stream().map(Bar::events).toList());
        series.setFillColor(LOAD);
        List<String> words = bars.stream()
                .map(bar -> bar.name() + ": " + NumberText.whole(bar.events()))
                .toList();
        return SvgCanvas.draw(
                WIDTH,
                chart.getHeight(),
                title,
                String.join(", ", words),
                graphics -> chart.paint(graphics, chart.getWidth(), chart.getHeight()));
    }

    private static XYChart load(List<Loss.Point> points) {
        XYChart chart = panel("events per second");
        step(chart, "offered", points, Loss.Point::offeredPerSecond, LOAD, XYSeriesRenderStyle.Step);
        step(chart, "capacity", points, Loss.Point::capacityPerSecond, CAPACITY, XYSeriesRenderStyle.Step)
                .setLineStyle(
                        new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {6, 4}, 0));
        List<Loss.Point> losses = lossRates(points);
        step(chart, "lost", losses, Loss.Point::lostEventsSoFar, LOST, XYSeriesRenderStyle.StepArea);
        return chart;
    }

    private static XYChart waiting(List<Loss.Point> points) {
        XYChart chart = panel("events waiting");
        line(chart, "waiting", points, Loss.Point::waitingEvents, WAITING);
        line(chart, "lost so far", points, Loss.Point::lostEventsSoFar, LOST);
        return chart;
    }

    private static XYChart replicas(List<Loss.Point> points) {
        XYChart chart = panel("ready");
        step(chart, "sender pods", points, Loss.Point::readyPods, PODS, XYSeriesRenderStyle.Step);
        step(chart, "units", points, Loss.Point::throughputUnits, CAPACITY, XYSeriesRenderStyle.Step);
        chart.setXAxisTitle("seconds from the beginning");
        chart.getStyler().setYAxisMin(0.0).setYAxisDecimalPattern("#,##0");
        return chart;
    }

    /** Volumes run along straight lines, so the loss of each stretch is a rate; a stretch of no length has none. */
    private static List<Loss.Point> lossRates(List<Loss.Point> points) {
        List<Loss.Point> rates = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            Loss.Point here = points.get(at);
            Loss.Point next = points.get(Math.min(at + 1, points.size() - 1));
            double seconds = next.atSeconds() - here.atSeconds();
            double rate = seconds > 0 ? (next.lostEventsSoFar() - here.lostEventsSoFar()) / seconds : 0;
            rates.add(new Loss.Point(here.atSeconds(), 0, 0, 0, rate, 0, 0));
        }
        return rates;
    }

    private static XYChart panel(String unit) {
        XYChart chart =
                new XYChartBuilder().width(WIDTH).height(PANEL).yAxisTitle(unit).build();
        style(chart.getStyler());
        chart.getStyler().setPlotGridVerticalLinesVisible(true).setYAxisMin(0.0);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.setCustomYAxisTickLabelsFormatter(NumberText::whole);
        chart.setCustomXAxisTickLabelsFormatter(NumberText::whole);
        return chart;
    }

    private static void style(Styler styler) {
        styler.setChartBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setLegendBorderColor(Color.WHITE)
                .setBaseFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    }

    private static XYSeries step(
            XYChart chart,
            String name,
            List<Loss.Point> points,
            ToDoubleFunction<Loss.Point> value,
            Color colour,
            XYSeriesRenderStyle style) {
        XYSeries series = line(chart, name, points, value, colour);
        series.setXYSeriesRenderStyle(style);
        return series;
    }

    private static XYSeries line(
            XYChart chart, String name, List<Loss.Point> points, ToDoubleFunction<Loss.Point> value, Color colour) {
        double[] seconds = points.stream().mapToDouble(Loss.Point::atSeconds).toArray();
        double[] values = points.stream().mapToDouble(value).toArray();
        XYSeries series = chart.addSeries(name, seconds, values);
        series.setMarker(new None()).setLineColor(colour);
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0x60));
        series.setLineWidth(2);
        return series;
    }

    private static void paint(List<XYChart> panels, Graphics2D graphics) {
        for (int at = 0; at < panels.size(); at++) {
            Graphics2D place = (Graphics2D) graphics.create();
            place.translate(0, at * PANEL);
            panels.get(at).paint(place, WIDTH, PANEL);
            place.dispose();
        }
    }
}
