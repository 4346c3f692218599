package dev.spillway.report;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal of 80 columns, written line by line. */
final class Page {
    static final int WIDTH = 80;

    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    Page(boolean colour) {
        this.paint = new Paint(colour);
    }

    Paint paint() {
        return paint;
    }

    void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    /** What the page is about, and where it was read from: beside it, or below where that does not fit. */
    void title(String name, String place) {
        boolean fits = name.length() + 2 + place.length() <= WIDTH;
        line(paint.strong(name) + (fits ? "  " + paint.faint(place) : ""));
        if (!fits) {
            line(paint.faint(place));
        }
    }

    void heading(String title, String note) {
        line("");
        if (note.isEmpty()) {
            line(paint.strong(title));
        } else {
            title(title, note);
        }
    }

    void paragraph(String lead, String text) {
        wrapped(lead, text).forEach(this::line);
    }

    /** The text in lines of the terminal's width, the first behind the lead, the others indented as far. */
    static List<String> wrapped(String lead, String text) {
        return wrapped(lead, WIDTH, text);
    }

    /** The same for another width. */
    static List<String> wrapped(String lead, int width, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(lead);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(lead.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    static String padLeft(String text, int width) {
        return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
