package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.util.List;
import java.util.function.BiFunction;
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
        if (text.amount(loss.title())) {
            text.reasons(unicode);
            page.line("");
            page.line("  " + page.paint().faint("assumed:"));
            text.assumptions();
        }
    }

    /** Only how much. */
    static void addAmount(Page page, String note, Loss loss) {
        new LossText(page, loss).amount(note);
    }

    /** As {@link #add}, with every outcome that some event has, every stage, and what the answer hangs on. */
    static void addInFull(Page page, String note, Loss loss, boolean unicode) {
        LossText text = new LossText(page, loss);
        if (text.amount(note)) {
            text.reasons(unicode);
            new OutcomeText(page, loss).add();
            page.heading("What this takes for granted", "");
            text.assumptions();
        }
    }

    private boolean amount(String note) {
        page.heading("What would be lost", note);
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
        if (!none && loss.burstSharePercent() > 0) {
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

    private void reasons(boolean unicode) {
        loss.decidedBy().forEach(reason -> page.paragraph("  ", reason));
        loss.when().forEach(moment -> page.paragraph("  ", moment));
        chart(unicode);
    }

    private void assumptions() {
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
        rowIfAny("pods", chart::highest, Loss.Point::readyPods);
        row("lost", chart.growth(Loss.Point::lostEventsSoFar), NumberText.whole(loss.lostEvents()));
        rowIfAny("unread", chart::volume, Loss.Point::unreadEvents);
        rowIfAny("readers", chart::highest, Loss.Point::readyReaders);
    }

    /** What is not followed, or never there, has no row. */
    private void rowIfAny(
            String name,
            BiFunction<ToDoubleFunction<Loss.Point>, Double, String> chart,
            ToDoubleFunction<Loss.Point> value) {
        double most = max(value);
        if (most >= 1) {
            row(name, chart.apply(value, most), upTo(value));
        }
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
