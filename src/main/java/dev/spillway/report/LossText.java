package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One forecast on a page: how much, within which range and budget, why, when, and what was assumed. */
final class LossText {
    private static final int CHART_COLUMNS = 48;

    private final Page page;
    private final Loss loss;

    private LossText(Page page, Loss loss) {
        this.page = page;
        this.loss = loss;
    }

    /** @param unicode whether the reader's character set has block characters */
    static void add(Page page, Loss loss, boolean unicode) {
        LossText text = new LossText(page, loss);
        if (text.amount()) {
            text.reasons(unicode);
        }
    }

    /** Only how much. */
    static void addAmount(Page page, Loss loss) {
        new LossText(page, loss).amount();
    }

    /** As {@link #add}, with every outcome that some event has. */
    static void addWithOutcomes(Page page, Loss loss, boolean unicode) {
        LossText text = new LossText(page, loss);
        if (text.amount()) {
            text.outcomes();
            text.reasons(unicode);
        }
    }

    private boolean amount() {
        page.heading("What would be lost", "namespace " + loss.namespace());
        if (!loss.computable()) {
            page.line("  " + page.paint().warning("not computable"));
            loss.missing().forEach(why -> page.paragraph("  ", why));
            return false;
        }
        boolean none = loss.lostEvents() <= 0;
        String lost =
                NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents()) + " events in "
                        + span(loss.windowSeconds()) + " (" + NumberText.withDigits(loss.lossPercent(), 3) + " %" + ")";
        page.line("  " + (none ? page.paint().good(lost) : page.paint().bad(lost)));
        if (!none) {
            page.line("  " + NumberText.withDigits(loss.burstSharePercent(), 1) + " %" + " of the burst");
        }
        if (loss.low() != loss.high()) {
            page.line("  between " + NumberText.whole(loss.low()) + " and " + NumberText.whole(loss.high())
                    + ", see the assumptions");
        }
        String budget = loss.budget().isEmpty() ? "none given" : loss.budget();
        page.line("  budget: " + (loss.withinBudget() ? budget : page.paint().bad(budget)));
        return true;
    }

    private void outcomes() {
        page.line("");
        Outcomes.of(loss).stream()
                .filter(outcome -> outcome.events() > 0)
                .forEach(outcome -> page.line(
                        "  " + Page.pad(outcome.name(), 24) + Page.padLeft(NumberText.whole(outcome.events()), 14)));
        page.line("  " + Page.pad("delay", 24) + "p50 " + Outcomes.delay(loss, "p50") + ", p99 "
                + Outcomes.delay(loss, "p99") + ", longest " + Outcomes.delay(loss, "maximum"));
        page.line("");
    }

    private void reasons(boolean unicode) {
        loss.decidedBy().forEach(reason -> page.paragraph("  ", reason));
        loss.when().forEach(moment -> page.paragraph("  ", moment));
        chart(unicode);
        page.line("  " + page.paint().faint("assumed:"));
        loss.assumptions().forEach(assumption -> page.paragraph("  - ", assumption));
    }

    private void chart(boolean unicode) {
        List<Loss.Point> points = loss.timeline();
        if (points.size() < 2) {
            return;
        }
        Moments moments = Moments.of(points);
        Sparkline chart = new Sparkline(points, moments.from(), moments.until(), CHART_COLUMNS, unicode);
        double top = points.stream()
                .mapToDouble(point -> Math.max(point.offeredPerSecond(), point.capacityPerSecond()))
                .max()
                .orElse(0);
        page.line("");
        page.line("  " + Page.pad("", 10) + Page.pad(NumberText.whole(moments.from()) + " s", CHART_COLUMNS - 8)
                + Page.padLeft(NumberText.whole(moments.until()) + " s", 8));
        row("offered", chart.highest(Loss.Point::offeredPerSecond, top), upTo(Loss.Point::offeredPerSecond) + "/s");
        row("capacity", chart.highest(Loss.Point::capacityPerSecond, top), upTo(Loss.Point::capacityPerSecond) + "/s");
        double waiting = max(Loss.Point::waitingEvents);
        row("waiting", chart.volume(Loss.Point::waitingEvents, waiting), upTo(Loss.Point::waitingEvents));
        double pods = max(Loss.Point::readyPods);
        row("pods", chart.highest(Loss.Point::readyPods, pods), upTo(Loss.Point::readyPods));
        row("lost", chart.growth(Loss.Point::lostEventsSoFar), NumberText.whole(loss.lostEvents()));
        page.line("");
    }

    private void row(String name, String chart, String note) {
        page.line("  " + Page.pad(name, 10) + chart + "  " + page.paint().faint(note));
    }

    private String upTo(ToDoubleFunction<Loss.Point> value) {
        return "up to " + NumberText.whole(max(value));
    }

    private double max(ToDoubleFunction<Loss.Point> value) {
        return loss.timeline().stream().mapToDouble(value).max().orElse(0);
    }

    private static String span(double seconds) {
        return seconds == 3600 ? "the hour" : NumberText.whole(seconds) + " s";
    }
}
