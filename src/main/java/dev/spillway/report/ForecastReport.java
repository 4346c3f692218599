package dev.spillway.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What would be lost at each namespace of a stack, or in a scenario: for people, and as JSON. */
public final class ForecastReport {
    private ForecastReport() {}

    /**
     * How a page looks.
     *
     * @param unicode whether the reader's character set has block characters
     * @param quiet only the first line and the amounts
     */
    public record Style(boolean colour, boolean unicode, boolean quiet) {}

    public static String text(String name, String place, List<Loss> losses, Style style) {
        Page page = new Page(style.colour());
        page.title(name, place);
        losses.forEach(loss -> {
            if (style.quiet()) {
                LossText.addAmount(page, note(name, loss), loss);
            } else {
                LossText.addInFull(page, note(name, loss), loss, style.unicode());
            }
        });
        page.line("");
        return page.toString();
    }

    /** A scenario has one name for all that is in it, which stands above. */
    private static String note(String name, Loss loss) {
        return loss.namespace().equals(name) ? "" : loss.namespace();
    }

    /** One namespace gives its forecast as it is; several stand under their names, below their sum. */
    public static ObjectNode json(List<Loss> losses) {
        return JsonReport.forecast(losses);
    }
}
