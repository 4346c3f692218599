package dev.spillway.loss;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Computes a forecast: one run as declared, and further ones only where another reading of the client could differ. */
public final class LossModel {
    private static final double PERCENT = 100;
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private LossModel() {}

    /** How many events the pipeline would lose, throttle and delay. */
    public static LossForecast forecast(PipelineFigures figures) {
        Run run = Simulation.run(figures);
        double lost = run.lostEvents();
        return new LossForecast(
                run.sum(SenderRun::offeredEvents),
                outcomes(figures, run),
                causes(run),
                run.sum(SenderRun::throttledEvents),
                run.throttleSeconds(),
                LossForecast.DuplicateCauses.NONE,
                delays(run.delays()),
                run.firstLossAtSeconds(),
                run.lastLossAtSeconds(),
                shortestWindow(figures),
                peaks(run),
                run.autoInflate(),
                run.scaling(),
                List.of(),
                run.endSeconds(),
                run.senders().stream().map(LossModel::loss).toList(),
                new LossForecast.Range(lowest(figures, run), lost, highest(figures, run)),
                burst(figures, lost),
                Decisions.of(figures, run),
                Assumptions.of(figures),
                run.timeline());
    }

    /**
     * Only what is lost, which a search over designs asks for often.
     *
     * @param byHighEnd whether the high end of the range is wanted, instead of the best estimate
     */
    public static Toll toll(PipelineFigures figures, boolean byHighEnd) {
        Run run = Simulation.run(figures);
        double lost = byHighEnd ? highest(figures, run) : run.lostEvents();
        return new Toll(lost, run.sum(SenderRun::waitingAtEnd));
    }

    /**
     * What a pipeline costs in events.
     *
     * @param undecidedEvents still waiting when the run ended
     */
    public record Toll(double lostEvents, double undecidedEvents) {}

    private static LossForecast.Outcomes outcomes(PipelineFigures figures, Run run) {
        double delivered = run.delays().events();
        double onTime = run.delays().eventsUpTo(figures.delayedThresholdSeconds());
        return new LossForecast.Outcomes(
                onTime, Math.max(0, delivered - onTime), run.lostEvents(), 0, 0, 0, run.sum(SenderRun::waitingAtEnd));
    }

    private static LossForecast.LossCauses causes(Run run) {
        return new LossForecast.LossCauses(
                run.sum(SenderRun::lostInPods),
                run.sum(SenderRun::outlivedEvents),
                run.sum(SenderRun::overflowEvents),
                0);
    }

    private static LossForecast.DelaySeconds delays(DelayDistribution delays) {
        return new LossForecast.DelaySeconds(
                delays.quantileSeconds(MEDIAN),
                delays.quantileSeconds(NEARLY_ALL),
                delays.maximumSeconds(),
                delays.meanSeconds());
    }

    private static double shortestWindow(PipelineFigures figures) {
        return figures.senders().stream()
                .mapToDouble(sender -> sender.window().simulatedSeconds())
                .min()
                .orElse(0);
    }

    private static LossForecast.Peaks peaks(Run run) {
        return new LossForecast.Peaks(
                run.peakTierEvents(),
                run.peakRetryEvents(),
                0,
                run.throughputUnits(),
                run.mostPods(),
                OptionalInt.empty());
    }

    private static LossForecast.SenderLoss loss(SenderRun run) {
        return new LossForecast.SenderLoss(run.sender().name(), run.offeredEvents(), run.lostEvents());
    }

    /** Without an event that outlives its window a longer window changes nothing. */
    private static double lowest(PipelineFigures figures, Run run) {
        boolean someRetryOnTheirOwn =
                figures.senders().stream().anyMatch(sender -> sender.window().discipline() == Discipline.LINK_RETRY);
        if (!someRetryOnTheirOwn || run.sum(SenderRun::outlivedEvents) == 0) {
            return run.lostEvents();
        }
        return Math.min(run.lostEvents(), lostWith(figures, LossModel::atLongest));
    }

    /** Without an event that ever waits at the door retries change nothing. */
    private static double highest(PipelineFigures figures, Run run) {
        boolean someAreIndependent =
                figures.senders().stream().anyMatch(sender -> sender.window().sendsAreIndependent());
        if (!someAreIndependent || run.throttleSeconds() == 0) {
            return run.lostEvents();
        }
        return Math.max(run.lostEvents(), lostWith(figures, LossModel::withoutRetry));
    }

    private static double lostWith(PipelineFigures figures, UnaryOperator<Sender> change) {
        var senders = figures.senders().stream().map(change).toList();
        return Simulation.run(figures.withSenders(senders)).lostEvents();
    }

    private static Sender atLongest(Sender sender) {
        RetryWindow window = sender.window();
        return window.discipline() == Discipline.LINK_RETRY
                ? sender.withWindow(window.withEstimate(WindowEstimate.LONGEST))
                : sender;
    }

    private static Sender withoutRetry(Sender sender) {
        return sender.window().sendsAreIndependent() ? sender.withWindow(RetryWindow.custom(0)) : sender;
    }

    private static LossForecast.Burst burst(PipelineFigures figures, double lostEvents) {
        var steps = RateSteps.sumOf(figures.senders().stream().map(Sender::load).toList());
        double baseline =
                steps.stream().mapToDouble(RateStep::eventsPerSecond).min().orElse(0);
        var above =
                steps.stream().filter(step -> step.eventsPerSecond() > baseline).toList();
        double seconds = above.stream().mapToDouble(RateStep::seconds).sum();
        double events = above.stream().mapToDouble(RateStep::events).sum();
        return new LossForecast.Burst(baseline, seconds, events, events == 0 ? 0 : PERCENT * lostEvents / events);
    }
}
