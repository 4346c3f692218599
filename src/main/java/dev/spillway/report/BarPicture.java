package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/** Horizontal bars, one below the other, each with its name before it and its figure behind it; zero has its figure too. */
final class BarPicture {
    private static final int WIDTH = 960;
    private static final int TOP = 56;
    private static final int ROW = 30;
    private static final int THICK = 18;
    private static final int NAME = 350;
    private static final int FIGURE = 250;
    private static final int GAP = 10;
    private static final int BASELINE = 14;

    private final List<Bar> bars;

    BarPicture(List<Bar> bars) {
        this.bars = List.copyOf(bars);
    }

    /** What a bar stands for, as a colour that those who see red and green alike can tell too. */
    enum Tone {
        GOOD(Colours.UNREAD),
        PARTLY(Colours.WAITING),
        BAD(Colours.LOST),
        IDLE(Colours.IDLE),
        NOW(Colours.LOAD);

        private final Color colour;

        Tone(Color colour) {
            this.colour = colour;
        }
    }

    /**
     * One bar.
     *
     * @param note a word behind its figure
     */
    record Bar(String name, double events, Tone tone, String note) {
        private String figure() {
            return NumberText.whole(events) + (note.isEmpty() ? "" : "  " + note);
        }
    }

    String draw(String title) {
        return SvgCanvas.draw(
                WIDTH,
                TOP + bars.size() * ROW + GAP,
                title,
                LossPicture.sentence(bars),
                graphics -> paint(title, graphics));
    }

    private void paint(String title, Graphics2D graphics) {
        graphics.setFont(SvgCanvas.HEADING);
        graphics.setColor(Colours.INK);
        graphics.drawString(title, GAP * 2, TOP / 2 + BASELINE / 2);
        graphics.setFont(SvgCanvas.TEXT);
        double most = bars.stream().mapToDouble(Bar::events).max().orElse(0);
        for (int at = 0; at < bars.size(); at++) {
            paint(bars.get(at), TOP + at * ROW, most, graphics);
        }
    }

    private static void paint(Bar bar, int top, double most, Graphics2D graphics) {
        int room = WIDTH - NAME - FIGURE - GAP;
        int length = most <= 0 ? 0 : (int) Math.round(bar.events() / most * room);
        int width = SvgCanvas.width(bar.name(), SvgCanvas.TEXT);
        graphics.setColor(Colours.INK);
        graphics.drawString(bar.name(), NAME - GAP - width, top + BASELINE);
        graphics.setColor(bar.tone().colour);
        graphics.fillRect(NAME, top, Math.max(length, bar.events() > 0 ? 2 : 1), THICK);
        graphics.setColor(Colours.INK);
        graphics.drawString(bar.figure(), NAME + length + GAP, top + BASELINE);
    }
}
