package dev.spillway.report;

import dev.spillway.units.NumberText;

/** Where the events of a forecast end, stage by stage and as outcomes, and what the answer hangs on. */
final class OutcomeText {
    private static final int NAME = 34;
    private static final int FIGURE = 14;
    private static final double PERCENT = 100;

    private final Page page;
    private final Loss loss;

    OutcomeText(Page page, Loss loss) {
        this.page = page;
        this.loss = loss;
    }

    void add() {
        outcomes();
        stages();
        loss.detail().band().ifPresent(this::band);
    }

    private void outcomes() {
        page.heading("What becomes of " + NumberText.whole(loss.offeredEvents()) + " events", "");
        Outcomes.of(loss).stream().filter(outcome -> outcome.events() > 0).forEach(outcome -> {
            double share = PERCENT * outcome.events() / loss.offeredEvents();
            row(outcome.title(), NumberText.whole(outcome.events()), NumberText.withDigits(share, 3) + " %");
        });
        page.line("  delay: half within " + Outcomes.delay(loss, "p50") + ", 99 % within " + Outcomes.delay(loss, "p99")
                + ", all within " + Outcomes.delay(loss, "maximum"));
    }

    private void stages() {
        if (loss.detail().stages().isEmpty()) {
            return;
        }
        page.heading("Stage by stage", "");
        row("", "lost", "waiting, most");
        loss.detail().stages().forEach(stage -> {
            row(stage.name(), NumberText.whole(stage.lostEvents()), NumberText.whole(stage.mostWaiting()));
            if (!stage.why().isEmpty()) {
                page.line("    " + page.paint().faint(stage.why()));
            }
        });
    }

    private void band(Loss.Band band) {
        page.heading("What the loss hangs on", "figures that nobody publishes, each alone");
        if (band.unknowns().stream().noneMatch(Loss.Unknown::matters)) {
            page.line("  none of them changes it within its range");
            return;
        }
        row("", "from", "to");
        band.unknowns().stream().filter(Loss.Unknown::matters).forEach(this::unknown);
        page.line("  all together: " + NumberText.whole(band.low()) + " to " + NumberText.whole(band.high())
                + " events lost before the broker");
    }

    private void unknown(Loss.Unknown unknown) {
        String unit = " " + unknown.unit();
        row(unknown.name(), NumberText.number(unknown.low()) + unit, NumberText.number(unknown.high()) + unit);
        row("  events lost", NumberText.whole(unknown.lostAtLow()), NumberText.whole(unknown.lostAtHigh()));
        page.paragraph("    ", unknown.source());
    }

    private void row(String name, String one, String other) {
        page.line("  " + Page.pad(name, NAME) + Page.padLeft(one, FIGURE) + Page.padLeft(other, FIGURE));
    }
}
