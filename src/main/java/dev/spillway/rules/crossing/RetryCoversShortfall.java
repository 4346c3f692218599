package dev.spillway.rules.crossing;

import dev.spillway.loss.LossForecast;
import dev.spillway.loss.Shortfall;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Gap;
import java.util.List;

/** Flags producers that give up before the namespace has taken in the burst. */
public final class RetryCoversShortfall extends ListedRule<SendingWorkload> {
    static final Parameter<Double> MARGIN =
            Parameter.number("margin", 2, "retry window asked for, as a multiple of the longest wait in the forecast");

    /** The model counts in fractions; what does not add up to an event is no loss. */
    private static final double ONE_EVENT = 1;

    private static final RuleCard CARD = RuleCard.named("CX-007", "retry-covers-shortfall")
            .severity(Severity.CRITICAL)
            .level(Level.MANDATORY)
            .judges("producer")
            .summary("Producer gives up before the burst is taken in")
            .loses("The client stops retrying while the namespace is still working off the burst, and drops the event")
            .fix(
                    FixClass.NONE,
                    "Let the client retry for {margin} times the longest wait and declare it, or raise the throughput units")
            .parameters(MARGIN)
            .build();

    public RetryCoversShortfall() {
        super(CARD, SendingWorkload::in);
    }

    @Override
    public Verdict check(SendingWorkload sender, Context context) {
        List<Gap> gaps = sender.gaps();
        if (!gaps.isEmpty()) {
            return Verdict.unknown(gaps);
        }
        double longestWait = sender.forecast()
                .flatMap(forecast -> forecast.figures())
                .map(Shortfall::longestWaitSeconds)
                .orElseThrow();
        double wanted = context.get(MARGIN) * longestWait;
        if (sender.guaranteedWindowSeconds() >= wanted) {
            return Verdict.pass();
        }
        LossForecast forecast =
                sender.forecast().flatMap(known -> known.forecast()).orElseThrow();
        return forecast.lossCauses().retryWindowExceeded() < ONE_EVENT
                ? Verdict.pass(thinMargin(sender, longestWait, wanted))
                : violation(sender, forecast, longestWait, wanted);
    }

    private static String thinMargin(SendingWorkload sender, double longestWait, double wanted) {
        return "nothing is lost while retries keep their order, but the window of "
                + Figures.seconds(sender.guaranteedWindowSeconds()) + " is short of " + Figures.secondsAtLeast(wanted)
                + ", the margin over a wait of " + Figures.seconds(longestWait)
                + " that clients need which retry every send on its own";
    }

    private static Verdict violation(SendingWorkload sender, LossForecast forecast, double longestWait, double wanted) {
        String path = sender.workload().retryBudgetPath();
        String window = Figures.secondsAtLeast(wanted);
        return Verdict.violation(
                        path,
                        "a retry window of " + Figures.seconds(sender.guaranteedWindowSeconds()),
                        window + " or more, for a wait of " + Figures.seconds(longestWait))
                .withNote("The forecast loses "
                        + Figures.number(forecast.lossCauses().retryWindowExceeded()) + " of "
                        + Figures.number(forecast.offeredEvents()) + " events this way")
                .withChanges(Change.set(sender.workload(), path, Figures.plainTenthsUp(wanted)));
    }
}
