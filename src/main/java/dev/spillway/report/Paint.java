package dev.spillway.report;

import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colour where it is wanted, plain text elsewhere. */
final class Paint {
    private final boolean on;

    Paint(boolean on) {
        this.on = on;
    }

    String strong(String text) {
        return styled(text, Style.bold);
    }

    String faint(String text) {
        return styled(text, Style.faint);
    }

    String bad(String text) {
        return styled(text, Style.bold, Style.fg_red);
    }

    String warning(String text) {
        return styled(text, Style.fg_yellow);
    }

    String good(String text) {
        return styled(text, Style.bold, Style.fg_green);
    }

    private String styled(String text, IStyle... styles) {
        // Not Style.off: some terminals read "bold off" as double underline.
        return on ? Style.on(styles) + text + Style.reset.on() : text;
    }
}
