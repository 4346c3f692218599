package dev.spillway.report;

import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A forecast as pictures: what happened over time, what became of the events, and what each setting alone would buy. */
public final class LossPicture {
    private LossPicture() {}

    /** Load against capacity with the loss shaded, what waits, pods and units: one time axis, in seconds. */
    public static String timeline(Loss loss) {
        String amount =
                NumberText.whole(loss.lostEvents()) + " of " + NumberText.whole(loss.offeredEvents()) + " events lost";
        return new TimelinePicture(loss.timeline())
                .draw(loss.namespace() + ": " + amount, amount + ". " + String.join(" ", loss.when()));
    }

    /** One bar for each outcome that a forecast knows, those without events too. */
    public static String outcomes(Loss loss) {
        List<BarPicture.Bar> bars = Outcomes.of(loss).stream()
                .map(outcome -> new BarPicture.Bar(outcome.name(), outcome.events(), tone(outcome.name())))
                .toList();
        return new BarPicture(bars)
                .draw(loss.namespace() + ": what became of " + NumberText.whole(loss.offeredEvents()) + " events");
    }

    /** Events lost as declared, and after each change alone. */
    public static String settings(SizeReport.Part part) {
        List<BarPicture.Bar> bars = new ArrayList<>();
        bars.add(new BarPicture.Bar("as declared", part.lostEvents(), BarPicture.Tone.NOW));
        part.alone().stream()
                .map(LossPicture::bar)
                .sorted(Comparator.comparingDouble(BarPicture.Bar::events))
                .forEach(bars::add);
        return new BarPicture(bars).draw(part.namespace() + ": events lost after one change alone");
    }

    private static BarPicture.Bar bar(SizeReport.Row row) {
        String name = row.of().isEmpty() ? row.setting() : row.of() + "." + row.setting();
        String value = row.enough()
                .map(enough -> " " + NumberText.number(row.declared()) + " -> " + NumberText.number(enough))
                .orElse(": no value is enough");
        return new BarPicture.Bar(
                name + value, row.lostThen(), row.enough().isPresent() ? BarPicture.Tone.GOOD : BarPicture.Tone.BAD);
    }

    private static BarPicture.Tone tone(String outcome) {
        if (outcome.startsWith("lost")) {
            return BarPicture.Tone.BAD;
        }
        return outcome.startsWith("delivered") || outcome.equals("delayed")
                ? BarPicture.Tone.GOOD
                : BarPicture.Tone.NOW;
    }

    /** Figures in a sentence, for those who cannot see the bars. */
    static String sentence(List<BarPicture.Bar> bars) {
        return bars.stream()
                .map(bar -> bar.name() + ": " + NumberText.whole(bar.events()))
                .collect(Collectors.joining("; "));
    }
}
