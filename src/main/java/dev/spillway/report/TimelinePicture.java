package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Panels over one time axis, drawn where something happens; the time in which events are lost is shaded in all of them. */
final class TimelinePicture {
    private static final int WIDTH = 960;
    private static final int MARGIN = 20;
    private static final int TITLE = 40;
    private static final int PLOTS = WIDTH - MARGIN;
    private static final int LINE = 18;
    private static final int CAPTION_COLUMNS = 118;
    private static final int MOST_LINES = 2;
    private static final int BINS = 80;

    private final List<Loss.Point> points;
    private final List<String> caption;

    /** @param reason why it came so, in a sentence */
    TimelinePicture(List<Loss.Point> points, String reason) {
        this.points = points.size() < 2 ? List.of() : Stretch.of(points, Moments.of(points));
        this.caption = Page.wrapped("", CAPTION_COLUMNS, reason).stream()
                .limit(MOST_LINES)
                .toList();
    }

    String draw(String title, String description) {
        List<Panel> panels = points.isEmpty() ? List.of() : panels();
        int plots =
                panels.stream().mapToInt(panel -> Panel.HEAD + panel.height()).sum();
        return SvgCanvas.draw(
                WIDTH, top() + plots + MARGIN / 2, title, description, graphics -> paint(title, panels, graphics));
    }

    private int top() {
        return TITLE + LINE * caption.size() + MARGIN / 2;
    }

    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        panels.add(load());
        Panel waiting = new Panel("Before the broker, events", points, PLOTS, false)
                .area("waiting", Loss.Point::waitingEvents, Colours.WAITING);
        panels.add(losing() ? waiting.line("lost so far", Loss.Point::lostEventsSoFar, Colours.LOST) : waiting);
        if (most(Loss.Point::unreadEvents) >= 1) {
            panels.add(new Panel("Accepted, events", points, PLOTS, false)
                    .area("not read yet", Loss.Point::unreadEvents, Colours.UNREAD));
        }
        panels.add(ready());
        return panels;
    }

    private Panel load() {
        Panel panel = new Panel("Events per second", points, PLOTS, false)
                .step("offered", Loss.Point::offeredPerSecond, Colours.LOAD)
                .limit("capacity", Loss.Point::capacityPerSecond, Colours.CAPACITY);
        if (!losing()) {
            return panel;
        }
        List<Loss.Point> rates = Stretch.lossRates(points);
        double highest = Math.max(most(Loss.Point::offeredPerSecond), most(Loss.Point::capacityPerSecond));
        boolean isBursty = rates.stream().anyMatch(rate -> rate.lostEventsSoFar() > 2 * highest);
        if (!isBursty) {
            return panel.rates("lost", rates, Loss.Point::lostEventsSoFar, Colours.LOST);
        }
        List<Loss.Point> means = Stretch.lossRates(Stretch.equal(points, BINS));
        double seconds = means.get(1).atSeconds() - means.get(0).atSeconds();
        return panel.rates(
                "lost, mean of " + NumberText.seconds(seconds), means, Loss.Point::lostEventsSoFar, Colours.LOST);
    }

    private Panel ready() {
        Panel panel = new Panel("Pods and units", points, PLOTS, true);
        if (most(Loss.Point::readyPods) > 0) {
            panel.step("sender pods", Loss.Point::readyPods, Colours.LOAD);
        }
        if (most(Loss.Point::readyReaders) > 0) {
            panel.step("reader pods", Loss.Point::readyReaders, Colours.UNREAD);
        }
        return panel.limit("units", Loss.Point::throughputUnits, Colours.CAPACITY)
                .ofWholes();
    }

    private boolean losing() {
        return !Stretch.losing(points).isEmpty();
    }

    private double most(ToDoubleFunction<Loss.Point> value) {
        return points.stream().mapToDouble(value).max().orElse(0);
    }

    private void paint(String title, List<Panel> panels, Graphics2D graphics) {
        graphics.setFont(SvgCanvas.HEADING);
        graphics.setColor(Colours.INK);
        graphics.drawString(title, MARGIN, TITLE - LINE / 2);
        graphics.setFont(SvgCanvas.TEXT);
        graphics.setColor(Colours.FAINT);
        for (int line = 0; line < caption.size(); line++) {
            graphics.drawString(caption.get(line), MARGIN, TITLE + LINE * line + LINE / 2);
        }
        double left = MARGIN / 2.0
                + panels.stream()
                        .mapToDouble(panel -> panel.plotBounds(PLOTS).getX())
                        .max()
                        .orElse(0);
        int y = top();
        for (Panel panel : panels) {
            Graphics2D place = (Graphics2D) graphics.create();
            place.translate(0, y);
            Rectangle2D plot = panel.plotBounds(PLOTS);
            shadeLosses(
                    place,
                    new Rectangle2D.Double(left, Panel.HEAD + plot.getY(), plot.getMaxX() - left, plot.getHeight()));
            panel.paint(place, PLOTS, left);
            place.dispose();
            y += Panel.HEAD + panel.height();
        }
    }

    /** From when to when something is lost, as a band over the plot. */
    private void shadeLosses(Graphics2D graphics, Rectangle2D plot) {
        graphics.setColor(Colours.LOSING);
        double from = points.get(0).atSeconds();
        double perSecond = plot.getWidth() / (points.get(points.size() - 1).atSeconds() - from);
        Stretch.losing(points).forEach(span -> {
            double x = plot.getX() + (span.from() - from) * perSecond;
            double width = Math.max(1, (span.until() - span.from()) * perSecond);
            graphics.fill(new Rectangle2D.Double(x, plot.getY(), width, plot.getHeight()));
        });
    }
}
