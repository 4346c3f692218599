package dev.spillway.loss;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One run: applies whatever is due, settles all rates from the load down to the namespace, and jumps to the next change.
 * The order inside one instant is part of the model: load, pods ready, inflate, autoscaler, then rates.
 */
final class Simulation {
    /** Changes nearer to each other than this happen in the same instant. */
    static final double INSTANT_SECONDS = 1e-9;

    private final PipelineFigures figures;
    private final List<SenderLane> lanes;
    private final AutoInflate inflate;
    private final DoorWatch watch;
    private final TimelineRecorder timeline = new TimelineRecorder();
    private final double averageEventBytes;
    private final double partitionsPerSecond;
    private final double loadEndSeconds;
    private final double[] weights;
    private double nowSeconds;
    private double admittedPerSecond;
    private double throttleSeconds;
    private double peakTierEvents;
    private double peakRetryEvents;
    private OptionalDouble firstLoss = OptionalDouble.empty();
    private OptionalDouble lastLoss = OptionalDouble.empty();

    private Simulation(PipelineFigures figures, DoorWatch watch) {
        this.figures = figures;
        this.watch = watch;
        this.inflate = new AutoInflate(figures.admission());
        this.averageEventBytes = figures.averageEventBytes();
        this.partitionsPerSecond = figures.admission().partitionsEventsPerSecond(averageEventBytes);
        this.weights = weights(figures.senders());
        this.lanes = lanes();
        this.loadEndSeconds = figures.senders().stream()
                .mapToDouble(sender -> sender.load().durationSeconds())
                .max()
                .orElse(0);
    }

    static Run run(PipelineFigures figures) {
        return run(figures, DoorWatch.NONE);
    }

    /** One run that somebody looks on at. */
    static Run run(PipelineFigures figures, DoorWatch watch) {
        var simulation = new Simulation(figures, watch);
        simulation.runToTheEnd();
        return simulation.summary();
    }

    private List<SenderLane> lanes() {
        double capacity = capacityPerSecond();
        var senders = figures.senders();
        return IntStream.range(0, senders.size())
                .mapToObj(i -> new SenderLane(senders.get(i), capacity * weights[i], figures.hpaSyncPeriodSeconds()))
                .toList();
    }

    private void runToTheEnd() {
        settle();
        while (!isOver()) {
            advanceTo(nextChangeSeconds());
            settle();
        }
    }

    private void settle() {
        lanes.forEach(lane -> lane.applyDue(nowSeconds));
        inflate.applyDue(nowSeconds);
        lanes.forEach(lane -> lane.settlePods(nowSeconds));
        admit();
        watch.settled(nowSeconds, lanes, capacityPerSecond());
        timeline.note(point(), lostPerSecond());
    }

    private void admit() {
        double[] demands = new double[lanes.size()];
        for (int i = 0; i < demands.length; i++) {
            demands[i] = lanes.get(i).demand();
        }
        double capacity = capacityPerSecond();
        double[] shares = WeightedShares.of(capacity, demands, weights);
        admittedPerSecond = 0;
        boolean unsatisfied = false;
        for (int i = 0; i < shares.length; i++) {
            lanes.get(i).settleRetries(nowSeconds, shares[i], capacity);
            admittedPerSecond += lanes.get(i).retryRoom().rates().served();
            unsatisfied |= shares[i] < demands[i];
        }
        inflate.observe(unsatisfied && namespacePerSecond() < partitionsPerSecond, nowSeconds);
    }

    private double namespacePerSecond() {
        return figures.admission().namespaceEventsPerSecond(inflate.units(), averageEventBytes);
    }

    private double capacityPerSecond() {
        return Math.min(namespacePerSecond(), partitionsPerSecond);
    }

    private boolean isOver() {
        boolean loadIsOver = nowSeconds >= loadEndSeconds - INSTANT_SECONDS;
        return loadIsOver && (isDrained() || nowSeconds >= lastSecond() - INSTANT_SECONDS);
    }

    private boolean isDrained() {
        return lanes.stream().allMatch(SenderLane::isEmpty);
    }

    private double lastSecond() {
        return loadEndSeconds + figures.drainLimitSeconds();
    }

    private double nextChangeSeconds() {
        double end = nowSeconds < loadEndSeconds - INSTANT_SECONDS ? loadEndSeconds : lastSecond();
        double next = Math.min(end, inflate.dueAtSeconds());
        for (SenderLane lane : lanes) {
            next = Math.min(next, lane.nextChangeSeconds(nowSeconds));
        }
        return Math.max(next, nowSeconds + INSTANT_SECONDS);
    }

    private void advanceTo(double nextSeconds) {
        boolean throttled = isThrottled();
        if (losesEvents()) {
            firstLoss = firstLoss.isPresent() ? firstLoss : OptionalDouble.of(nowSeconds);
            lastLoss = OptionalDouble.of(nextSeconds);
        }
        lanes.forEach(lane -> lane.advance(nowSeconds, nextSeconds));
        watch.advanced(lanes);
        if (throttled || isThrottled()) {
            throttleSeconds += nextSeconds - nowSeconds;
        }
        nowSeconds = nextSeconds;
        notePeaks();
    }

    /** Some event waits at the door, or is refused there for good. */
    private boolean isThrottled() {
        for (SenderLane lane : lanes) {
            FifoRoom room = lane.retryRoom();
            if (!room.isEmpty() || room.rates().losesEvents()) {
                return true;
            }
        }
        return false;
    }

    private boolean losesEvents() {
        for (SenderLane lane : lanes) {
            if (lane.losesEvents()) {
                return true;
            }
        }
        return false;
    }

    private void notePeaks() {
        double tier = 0;
        double retry = 0;
        for (SenderLane lane : lanes) {
            double inRetry = lane.retryRoom().content();
            retry += inRetry;
            tier += lane.waitingEvents() - inRetry;
        }
        peakTierEvents = Math.max(peakTierEvents, tier);
        peakRetryEvents = Math.max(peakRetryEvents, retry);
    }

    private double lostPerSecond() {
        double lost = 0;
        for (SenderLane lane : lanes) {
            lost += lane.lostPerSecond();
        }
        return lost;
    }

    private LossForecast.TimelinePoint point() {
        double offered = 0;
        double waiting = 0;
        double lost = 0;
        int ready = 0;
        for (SenderLane lane : lanes) {
            offered += lane.offeredPerSecond();
            waiting += lane.waitingEvents();
            lost += lane.lostEvents();
            ready += lane.readyPods();
        }
        return new LossForecast.TimelinePoint(
                nowSeconds, offered, admittedPerSecond, capacityPerSecond(), waiting, lost, ready, inflate.units());
    }

    private Run summary() {
        timeline.noteEnd(point());
        return new Run(
                lanes.stream().map(SenderRun::of).toList(),
                throttleSeconds,
                firstLoss,
                lastLoss,
                peakTierEvents,
                peakRetryEvents,
                inflate.units(),
                mostPods(),
                List.copyOf(inflate.steps()),
                scaling(),
                nowSeconds,
                timeline.thinned());
    }

    private OptionalInt mostPods() {
        var pods = lanes.stream()
                .flatMap(lane -> lane.tier().stream())
                .mapToInt(SenderTier::mostPods)
                .toArray();
        return pods.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Arrays.stream(pods).sum());
    }

    private List<LossForecast.ScalingStep> scaling() {
        return lanes.stream()
                .flatMap(lane -> lane.tier().stream())
                .flatMap(pods -> pods.scaling().stream())
                .sorted(Comparator.comparingDouble(LossForecast.ScalingStep::atSeconds))
                .toList();
    }

    /** Shares of the offered traffic; equal where nothing is offered. */
    private static double[] weights(List<Sender> senders) {
        double[] offered = senders.stream()
                .mapToDouble(sender -> sender.load().offeredEvents())
                .toArray();
        double sum = Arrays.stream(offered).sum();
        return Arrays.stream(offered)
                .map(events -> sum == 0 ? 1.0 / offered.length : events / sum)
                .toArray();
    }
}
