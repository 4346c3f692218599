package dev.spillway.report;

import dev.spillway.report.SizeReport.Choice;
import dev.spillway.report.SizeReport.Cost;
import dev.spillway.report.SizeReport.Part;
import dev.spillway.report.SizeReport.Row;
import dev.spillway.report.SizeReport.Value;
import dev.spillway.units.NumberText;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sizes for a terminal of 80 columns. */
public final class SizeText {
    private static final int SETTING = 38;
    private static final int FIGURE = 12;
    private static final String ESTIMATED =
            "Losses of clients that retry every send on its own are from fewer runs here than in a forecast, and differ a little.";

    private final String name;
    private final Page page;

    private SizeText(String name, boolean colour) {
        this.name = name;
        this.page = new Page(colour);
    }

    public static String of(SizeReport report, boolean colour) {
        SizeText text = new SizeText(report.name(), colour);
        Page page = text.page;
        page.title(report.name(), report.place());
        report.parts().forEach(text::part);
        page.line("");
        page.paragraph(
                "",
                "Prices are an estimate, for comparing designs: list prices in USD as read on " + report.pricesDate()
                        + ", for a month of 730 hours and the declared load around the clock. They differ by region and"
                        + " contract. Pods, storage and network are not in them.");
        page.line("");
        return page.toString();
    }

    private void part(Part part) {
        page.heading("What keeps the budget", part.namespace().equals(name) ? "" : part.namespace());
        if (!part.missing().isEmpty()) {
            page.line("  " + page.paint().warning("not computable"));
            part.missing().forEach(why -> page.paragraph("  ", why));
            return;
        }
        String lost = NumberText.whole(part.lostEvents()) + " of " + NumberText.whole(part.offeredEvents())
                + " events lost as declared";
        page.line("  "
                + (part.keepsBudget() ? page.paint().good(lost) : page.paint().bad(lost)));
        page.line("  budget: " + part.budget());
        page.line("  cost: " + cost(part.cost()));
        page.line("");
        row("each setting alone", "declared", "enough", "lost then");
        part.alone().forEach(this::row);
        if (part.estimated()) {
            page.paragraph("  ", ESTIMATED);
        }
        choice("Cheapest that keeps it", part.cheapest(), "no design does");
        weaker(part);
        part.rateLimited().ifPresent(choice -> choice("Free: senders that hold back", Optional.of(choice), ""));
    }

    /** Below one unit nothing is cheaper; then it is what is declared, which costs as much and loses more. */
    private void weaker(Part part) {
        boolean isCheaper = part.weaker().isEmpty()
                || part.cheapest().isEmpty()
                || part.weaker().get().cost().ceiling()
                        < part.cheapest().get().cost().ceiling();
        choice(
                isCheaper ? "The next cheaper one" : "Nothing is cheaper; without the changes",
                part.weaker(),
                "there is none");
    }

    private void row(Row row) {
        boolean isOff = row.setting().equals("maximumThroughputUnits") && row.declared() == 0;
        row(
                named(row.setting(), row.of()),
                isOff ? "off" : figure(row.declared()),
                row.enough().map(SizeText::figure).orElse("none"),
                NumberText.whole(row.lostThen()));
        if (!row.note().isEmpty()) {
            Page.wrapped("      ", row.note())
                    .forEach(line -> page.line(page.paint().faint(line)));
        }
    }

    private void row(String setting, String declared, String enough, String lost) {
        page.line("  " + Page.pad(setting, SETTING) + Page.padLeft(declared, FIGURE) + Page.padLeft(enough, FIGURE)
                + Page.padLeft(lost, FIGURE));
    }

    private void choice(String title, Optional<Choice> choice, String none) {
        page.line("");
        page.line("  " + page.paint().strong(title) + ": "
                + choice.map(found -> cost(found.cost())).orElse(none));
        choice.ifPresent(found -> {
            String changes = found.changes().isEmpty()
                    ? "as declared"
                    : found.changes().stream().map(SizeText::text).collect(Collectors.joining(", "));
            page.paragraph("    ", changes);
            page.line("    " + NumberText.whole(found.lostEvents()) + " lost, longest delay "
                    + NumberText.seconds(found.longestDelaySeconds()) + ", up to "
                    + NumberText.whole(found.mostWaiting()) + " events wait in the senders");
        });
    }

    private static String text(Value value) {
        String setting = named(value.setting(), value.of()) + " " + figure(value.value());
        return value.note().isEmpty() ? setting : setting + " (" + value.note() + ")";
    }

    private static String named(String setting, String of) {
        return of.isEmpty() ? setting : of + "." + setting;
    }

    private static String figure(double value) {
        return value == 0 ? "0" : NumberText.number(value);
    }

    private static String cost(Cost cost) {
        return (cost.floor() == cost.ceiling()
                        ? dollars(cost.floor())
                        : dollars(cost.floor()) + " to " + dollars(cost.ceiling()))
                + " USD a month";
    }

    private static String dollars(double value) {
        return NumberText.withDigits(value, 2);
    }
}
