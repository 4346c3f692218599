package dev.spillway.loss;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Computes a forecast: one run as declared, and further ones only where another reading of the client could differ. */
public final class LossModel {
    private static final double PERCENT = 100;
    private static final double CONSERVATION = 1e-6;
    private static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.99;

    private LossModel() {}

    /** How many events the pipeline would lose, throttle and delay. */
    public static LossForecast forecast(PipelineFigures figures) {
        Run run = Runs.of(figures);
        return requireConserved(forecast(figures, run, Optional.empty()));
    }

    /** The forecast with fewer runs of what is simulated send by send: good enough to compare designs. */
    public static LossForecast estimate(PipelineFigures figures) {
        return requireConserved(forecast(figures, Runs.of(figures, LinkEffort.CAREFUL), Optional.empty()));
    }

    /** The forecast with a band over what the platform does not publish: some dozen runs instead of one. */
    public static LossForecast forecastWithBand(PipelineFigures figures) {
        Run run = Runs.of(figures);
        Band band = Uncertainty.of(figures, run.lostBySenders());
        return requireConserved(forecast(figures, run, Optional.of(band)));
    }

    private static LossForecast forecast(PipelineFigures figures, Run run, Optional<Band> band) {
        RunRecorder recorder = run.recorder();
        var outcomes = outcomes(figures, run);
        double lost = outcomes.lostAtProducer() + outcomes.lostByRetention();
        return new LossForecast(
                run.sum(SenderRun::offeredEvents),
                outcomes,
                causes(run, outcomes),
                run.sum(SenderRun::throttledEvents),
                recorder.throttleSeconds(),
                run.sum(SenderRun::reportedLostEvents),
                run.sum(SenderRun::retryDuplicates),
                duplicates(run),
                delays(run.delays()),
                recorder.firstLoss(),
                recorder.lastLoss(),
                shortestWindow(figures),
                peaks(run),
                run.autoInflate(),
                run.senderScaling(),
                run.readers().map(ReaderRun::scaling).orElse(List.of()),
                run.endSeconds(),
                run.senders().stream().map(LossModel::loss).toList(),
                range(figures, run, lost),
                burst(figures, lost),
                band,
                Decisions.of(figures, run),
                Assumptions.of(figures, band),
                recorder.timeline());
    }

    /** Every run is checked: an event that is neither here nor there is our own mistake. */
    private static LossForecast requireConserved(LossForecast forecast) {
        double allowed = CONSERVATION * Math.max(1, forecast.offeredEvents());
        if (!(Math.abs(forecast.conservationError()) <= allowed)) {
            throw new IllegalStateException("events are not conserved: " + forecast.conservationError() + " of "
                    + forecast.offeredEvents() + " have no outcome");
        }
        return forecast;
    }

    /**
     * Only what is lost, which a search over designs asks for often. Clients that are simulated send by send are so with one
     * seed and a bounded number of sends, which is good enough to compare.
     *
     * @param byHighEnd whether the high end of the range is wanted, instead of the best estimate
     */
    public static Toll toll(PipelineFigures figures, boolean byHighEnd) {
        Run run = Runs.of(figures, LinkEffort.QUICK);
        boolean captured = figures.reading().filter(Reading::captureEnabled).isPresent();
        double expired = captured ? 0 : run.read(ReaderRun::expiredEvents);
        double bySenders = byHighEnd ? highest(figures, run) : run.lostBySenders();
        return new Toll(
                bySenders + expired,
                run.sum(SenderRun::waitingAtEnd) + run.read(ReaderRun::waitingAtEnd),
                run.throughputUnits());
    }

    /**
     * The fewest events that any order of retries could lose: in order, each for as long as it possibly goes on. Cheap, and where
     * it is too much already nothing else needs to be asked.
     */
    public static Toll leastToll(PipelineFigures figures) {
        var inOrder =
                figures.senders().stream().map(LossModel::inOrderAtLongest).toList();
        return toll(figures.upstream().withSenders(inOrder), false);
    }

    /**
     * What a pipeline costs in events.
     *
     * @param undecidedEvents still waiting when the run ended
     * @param throughputUnits the most that there were
     */
    public record Toll(double lostEvents, double undecidedEvents, int throughputUnits) {}

    private static LossForecast.Outcomes outcomes(PipelineFigures figures, Run run) {
        double delivered = run.delays().events();
        double onTime = run.delays().eventsUpTo(figures.delayedThresholdSeconds());
        double expired = run.read(ReaderRun::expiredEvents);
        boolean captured = figures.reading().filter(Reading::captureEnabled).isPresent();
        return new LossForecast.Outcomes(
                onTime,
                Math.max(0, delivered - onTime),
                run.lostBySenders(),
                captured ? 0 : expired,
                captured ? expired : 0,
                run.read(ReaderRun::unreachableEvents),
                run.sum(SenderRun::waitingAtEnd) + run.read(ReaderRun::waitingAtEnd));
    }

    private static LossForecast.LossCauses causes(Run run, LossForecast.Outcomes outcomes) {
        return new LossForecast.LossCauses(
                run.sum(SenderRun::lostInPods),
                run.sum(SenderRun::outlivedEvents),
                run.sum(SenderRun::overflowEvents),
                outcomes.lostByRetention());
    }

    private static LossForecast.DuplicateCauses duplicates(Run run) {
        return new LossForecast.DuplicateCauses(
                run.read(ReaderRun::handoverEvents), run.read(ReaderRun::shutdownEvents), run.twiceAcceptedEvents());
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
                run.recorder().peakTierEvents(),
                run.recorder().peakRetryEvents(),
                run.read(ReaderRun::peakEvents),
                run.throughputUnits(),
                run.mostSenderPods(),
                run.readers().map(readers -> OptionalInt.of(readers.mostPods())).orElse(OptionalInt.empty()));
    }

    private static LossForecast.SenderLoss loss(SenderRun run) {
        return new LossForecast.SenderLoss(run.sender().name(), run.offeredEvents(), run.lostEvents());
    }

    private static LossForecast.Range range(PipelineFigures figures, Run run, double lost) {
        double later = lost - run.lostBySenders();
        return new LossForecast.Range(lowest(figures, run) + later, lost, highest(figures, run) + later);
    }

    /** Without an event that outlives its window a longer window changes nothing. */
    private static double lowest(PipelineFigures figures, Run run) {
        boolean someRetryOnTheirOwn =
                figures.senders().stream().anyMatch(sender -> sender.window().discipline() == Discipline.LINK_RETRY);
        if (!someRetryOnTheirOwn || run.sum(SenderRun::outlivedEvents) == 0) {
            return run.lostBySenders();
        }
        return Math.min(run.lostBySenders(), lostWith(figures, LossModel::atLongest));
    }

    /** Without an event that ever waits at the door retries change nothing. */
    private static double highest(PipelineFigures figures, Run run) {
        boolean someAreIndependent =
                figures.senders().stream().anyMatch(sender -> sender.window().sendsAreIndependent());
        if (!someAreIndependent || run.recorder().throttleSeconds() == 0) {
            return run.lostBySenders();
        }
        boolean allGiveUpAtOnce =
                figures.senders().stream().allMatch(sender -> sender.window().sendsAreIndependent());
        double withoutRetry = allGiveUpAtOnce && run.autoInflate().isEmpty()
                ? run.sum(SenderRun::lostInPods) + run.recorder().excessEvents()
                : lostWith(figures, LossModel::withoutRetry);
        return Math.max(run.lostBySenders(), withoutRetry);
    }

    private static double lostWith(PipelineFigures figures, UnaryOperator<Sender> change) {
        var senders = figures.senders().stream().map(change).toList();
        return Simulation.run(figures.upstream().withSenders(senders)).lostBySenders();
    }

    private static Sender atLongest(Sender sender) {
        RetryWindow window = sender.window();
        return window.discipline() == Discipline.LINK_RETRY
                ? sender.withWindow(window.withEstimate(WindowEstimate.LONGEST))
                : sender;
    }

    private static Sender inOrderAtLongest(Sender sender) {
        return sender.retriesByLink()
                ? sender.withWindow(RetryWindow.custom(sender.window().longestSeconds()))
                : sender;
    }

    private static Sender withoutRetry(Sender sender) {
        return sender.window().sendsAreIndependent() ? sender.withWindow(RetryWindow.custom(0)) : sender;
    }

    private static LossForecast.Burst burst(PipelineFigures figures, double lostEvents) {
        var steps = RateSteps.sumOf(figures.senders().stream().map(Sender::load).toList());
        double baseline = Double.POSITIVE_INFINITY;
        for (RateStep step : steps) {
            baseline = Math.min(baseline, step.eventsPerSecond());
        }
        double seconds = 0;
        double events = 0;
        for (RateStep step : steps) {
            if (step.eventsPerSecond() > baseline) {
                seconds += step.seconds();
                events += step.events();
            }
        }
        return new LossForecast.Burst(baseline, seconds, events, events == 0 ? 0 : PERCENT * lostEvents / events);
    }
}
