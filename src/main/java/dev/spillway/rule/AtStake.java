package dev.spillway.rule;

import dev.spillway.view.Fact;
import dev.spillway.view.NamespaceView;
import java.time.Duration;

/** How many events a time is worth, by what the producers of the stack declare to send at most. */
public final class AtStake {
    private AtStake() {}

    /** The violation with a sentence on how many events come in within a time; as it was where no producer declares its rate. */
    public static Verdict.Violation beside(
            Verdict.Violation violation, Duration time, Fact<NamespaceView> namespace, Context context) {
        double events = namespace
                .whenKnown()
                .map(known -> context.topology().demand(known).eventsPerSecond() * time.toSeconds())
                .orElse(0.0);
        return events < 1
                ? violation
                : violation.withNote(
                        "Producers of the stack send up to " + Figures.number(events) + " events in " + span(time));
    }

    private static String span(Duration time) {
        return time.toHours() > 0 && time.toSeconds() % Duration.ofHours(1).toSeconds() == 0
                ? Figures.count(time.toHours(), "hour")
                : Figures.seconds((double) time.toSeconds());
    }
}
