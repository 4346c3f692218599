package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A forecast as pictures: what happened over time, what became of the events, and what each setting alone would buy. */
public final class LossPicture {
    private static final double PERCENT = 100;
    /** Less than this share of the loss is within what a simulation of single sends varies by. */
    private static final double TELLING_SHARE = 0.01;

    private LossPicture() {}

    /** Load against capacity with the loss shaded, what waits, pods and units: one time axis, in seconds. */
    public static String timeline(Loss loss) {
        String amount =
                NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents()) + " events lost";
        String reason = loss.decidedBy().stream().findFirst().orElse("");
        return new TimelinePicture(loss.timeline(), reason)
                .draw(loss.namespace() + ": " + amount, amount + ". " + String.join(" ", loss.when()));
    }

    /** One bar for each outcome that a forecast knows, those without events too. */
    public static String outcomes(Loss loss) {
        List<BarPicture.Bar> bars = Outcomes.of(loss).stream()
                .map(outcome -> new BarPicture.Bar(
                        outcome.title(), outcome.events(), tone(outcome), share(outcome, loss.offeredEvents())))
                .toList();
        return new BarPicture(bars)
                .draw(loss.namespace() + ": what becomes of " + NumberText.whole(loss.offeredEvents()) + " events");
    }

    /** Events lost as declared, after each change alone, the most useful first, and in the designs that keep the budget. */
    public static String settings(SizeReport.Part part) {
        List<BarPicture.Bar> bars = new ArrayList<>();
        bars.add(new BarPicture.Bar("as declared", part.lostEvents(), BarPicture.Tone.NOW, ""));
        part.alone().stream()
                .map(row -> bar(row, part.lostEvents()))
                .sorted(Comparator.comparingDouble(BarPicture.Bar::events).thenComparing(BarPicture.Bar::tone))
                .forEach(bars::add);
        part.cheapest().ifPresent(design -> bars.add(bar("the cheapest design", design)));
        part.rateLimited().ifPresent(design -> bars.add(bar("senders that hold back", design)));
        return new BarPicture(bars).draw(part.namespace() + ": events lost after one change alone");
    }

    private static BarPicture.Bar bar(String name, SizeReport.Choice design) {
        String cost = NumberText.withDigits(design.cost().floor(), 2) + " USD a month";
        return new BarPicture.Bar(name, design.lostEvents(), BarPicture.Tone.GOOD, cost);
    }

    private static BarPicture.Bar bar(SizeReport.Row row, double lostNow) {
        String name = row.of().isEmpty() ? row.setting() : row.of() + "." + row.setting();
        if (row.enough().isPresent()) {
            String value = NumberText.number(row.enough().get()) + " instead of " + NumberText.number(row.declared());
            boolean isMore = row.enough().get() > row.declared();
            return new BarPicture.Bar(
                    name + " " + (isMore ? value : NumberText.number(row.declared())),
                    row.lostThen(),
                    BarPicture.Tone.GOOD,
                    isMore
                            ? "enough"
                            : "is enough now, down to "
                                    + NumberText.number(row.enough().get()));
        }
        double change = row.lostThen() - lostNow;
        if (Math.abs(change) <= TELLING_SHARE * lostNow) {
            return new BarPicture.Bar(name + " alone", row.lostThen(), BarPicture.Tone.IDLE, "changes nothing");
        }
        return change < 0
                ? new BarPicture.Bar(name + " alone", row.lostThen(), BarPicture.Tone.PARTLY, "helps, is not enough")
                : new BarPicture.Bar(name + " alone", row.lostThen(), BarPicture.Tone.BAD, "loses more");
    }

    private static BarPicture.Tone tone(Outcomes.Outcome outcome) {
        if (outcome.isLoss()) {
            return BarPicture.Tone.BAD;
        }
        if (outcome.isDelivery()) {
            return outcome.name().equals("delayed") ? BarPicture.Tone.PARTLY : BarPicture.Tone.GOOD;
        }
        return BarPicture.Tone.NOW;
    }

    private static String share(Outcomes.Outcome outcome, double offered) {
        return offered == 0 ? "" : NumberText.withDigits(PERCENT * outcome.events() / offered, 3) + " %";
    }

    /** Figures in a sentence, for those who cannot see the bars. */
    static String sentence(List<BarPicture.Bar> bars) {
        return bars.stream()
                .map(bar -> bar.name() + ": " + NumberText.whole(bar.events()))
                .collect(Collectors.joining("; "));
    }
}
