package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One run: applies whatever is due, settles all rates from the load down to the readers, and jumps to the next change. The
 * order inside one instant is part of the model: load, faults, pods ready, hand-overs, inflate, autoscalers, rebalancing, then
 * rates.
 */
final class Simulation {
    /** Changes nearer to each other than this happen in the same instant. */
    static final double INSTANT_SECONDS = 1e-9;

    private final PipelineFigures figures;
    private final List<PartitionKind> kinds;
    private final List<SenderLane> lanes;
    private final Door door;
    private final Optional<Readers> readers;
    private final Outages outages;
    private final AutoInflate inflate;
    private final DelayDistribution delays = new DelayDistribution();
    private final RunRecorder recorder = new RunRecorder();
    private final DoorWatch watch;
    private final double averageEventBytes;
    private final double loadEndSeconds;
    private final double[] acceptedPerSecond;
    private UnitRates rates = UnitRates.NONE;
    private double nowSeconds;
    private double twiceAcceptedEvents;

    private Simulation(PipelineFigures figures, DoorWatch watch, double[] weights) {
        this.figures = figures;
        this.watch = watch;
        this.kinds = PartitionKind.of(figures.admission());
        this.inflate = new AutoInflate(figures.admission());
        this.outages = new Outages(figures.faults(), figures.recovery());
        this.averageEventBytes = figures.averageEventBytes();
        this.lanes = lanes(weights);
        double partition = figures.admission().partitionEventsPerSecond(averageEventBytes);
        this.door = new Door(lanes, kinds, partition, weights);
        this.readers = figures.reading()
                .map(reading -> new Readers(reading, kinds, lanes.size(), figures.hpaSyncPeriodSeconds()));
        this.acceptedPerSecond = new double[kinds.size()];
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
        return run(new Simulation(figures, watch, weights(figures.senders())));
    }

    /** One run whose senders have the shares of the door that others have, one for one: what these offered before it was cut. */
    static Run runWithSharesOf(List<Sender> others, PipelineFigures figures) {
        return run(new Simulation(figures, DoorWatch.NONE, weights(others)));
    }

    private static Run run(Simulation simulation) {
        simulation.runToTheEnd();
        return simulation.summary();
    }

    private List<SenderLane> lanes(double[] weights) {
        double capacity = capacityPerSecond();
        var all = new ArrayList<SenderLane>();
        for (Sender sender : figures.senders()) {
            double share = capacity * weights[all.size()];
            all.add(new SenderLane(sender, all.size(), kinds, share, figures.hpaSyncPeriodSeconds()));
        }
        return List.copyOf(all);
    }

    private void runToTheEnd() {
        settle();
        while (!isOver()) {
            advanceTo(decisionBefore(nextChangeSeconds()));
            settle();
        }
    }

    private void settle() {
        for (SenderLane lane : lanes) {
            lane.applyLoad(nowSeconds);
        }
        applyOutages();
        for (SenderLane lane : lanes) {
            lane.applyReadyPods(nowSeconds);
        }
        if (readers.isPresent()) {
            readers.get().applyReadyPods(nowSeconds);
            readers.get().applyHandovers(nowSeconds);
        }
        inflate.applyDue(nowSeconds);
        for (SenderLane lane : lanes) {
            lane.applyScaling(nowSeconds);
        }
        if (readers.isPresent()) {
            readers.get().applyScaling(nowSeconds);
            readers.get().applyBalancing(nowSeconds);
        }
        settleRates();
        recorder.note(point(), lostPerSecond());
    }

    private void applyOutages() {
        double outOfReach = outages.outOfReachAfter(nowSeconds);
        if (outOfReach < Double.POSITIVE_INFINITY) {
            readers.ifPresent(side -> side.loseAcceptedAfter(outOfReach));
        }
        if (outages.failsOverNow(nowSeconds)) {
            inflate.moveTo(figures.recovery().secondaryThroughputUnits().orElse(inflate.units()));
        }
    }

    private void settleRates() {
        boolean regionIsDown = outages.regionIsDown(nowSeconds);
        for (SenderLane lane : lanes) {
            lane.settlePods(nowSeconds);
        }
        double namespace = regionIsDown ? 0 : unitRates().namespacePerSecond();
        boolean namespaceBinds = door.settle(nowSeconds, namespace);
        watch.settled(nowSeconds, lanes, namespace);
        inflate.observe(namespaceBinds && !regionIsDown, nowSeconds);
        for (int kind = 0; kind < acceptedPerSecond.length; kind++) {
            acceptedPerSecond[kind] = door.acceptedPerSecond(kind);
        }
        if (readers.isPresent()) {
            boolean nothingIsRead = regionIsDown || outages.consumersAreDown(nowSeconds);
            readers.get()
                    .settle(
                            nowSeconds,
                            acceptedPerSecond,
                            nothingIsRead ? 0 : unitRates().egressPerSecond());
        }
    }

    /** Units of the namespace that takes events; of the other region while one of two is gone. */
    private int units() {
        return outages.oneOfTwoIsDown(nowSeconds)
                ? figures.recovery().secondaryThroughputUnits().orElse(inflate.units())
                : inflate.units();
    }

    private UnitRates unitRates() {
        int units = units();
        if (units != rates.units()) {
            rates = UnitRates.of(figures.admission(), units, averageEventBytes);
        }
        return rates;
    }

    /** From what rate on somebody is refused, given how the keys are spread. */
    private double unrefusedPerSecond() {
        return outages.regionIsDown(nowSeconds) ? 0 : unitRates().unrefusedPerSecond();
    }

    private double capacityPerSecond() {
        if (outages.regionIsDown(nowSeconds)) {
            return 0;
        }
        double partitions =
                figures.admission().partitionCount() * figures.admission().partitionEventsPerSecond(averageEventBytes);
        return Math.min(unitRates().namespacePerSecond(), partitions);
    }

    private boolean isOver() {
        boolean loadIsOver = nowSeconds >= loadEndSeconds - INSTANT_SECONDS;
        return loadIsOver && (isDrained() || nowSeconds >= lastSecond() - INSTANT_SECONDS);
    }

    private boolean isDrained() {
        for (SenderLane lane : lanes) {
            if (!lane.isEmpty()) {
                return false;
            }
        }
        return readers.isEmpty() || readers.get().isEmpty();
    }

    private double lastSecond() {
        return loadEndSeconds + figures.drainLimitSeconds();
    }

    /** The first moment before a change at which an autoscaler wants other pods; its other looks need no step of their own. */
    private double decisionBefore(double changeSeconds) {
        double sync = nextSyncSeconds();
        while (sync < changeSeconds - INSTANT_SECONDS) {
            boolean decides = false;
            for (SenderLane lane : lanes) {
                decides |= lane.wantsOtherPods(sync);
            }
            decides |= readers.isPresent() && readers.get().wantsOtherPods(nowSeconds, sync);
            if (decides) {
                return sync;
            }
            sync = nextSyncSeconds();
        }
        return changeSeconds;
    }

    private double nextSyncSeconds() {
        double next = readers.isPresent() ? readers.get().pods().nextSyncSeconds() : Double.POSITIVE_INFINITY;
        for (SenderLane lane : lanes) {
            next = Math.min(next, lane.nextSyncSeconds());
        }
        return next;
    }

    private double nextChangeSeconds() {
        double end = nowSeconds < loadEndSeconds - INSTANT_SECONDS ? loadEndSeconds : lastSecond();
        double next = Math.min(end, Math.min(inflate.dueAtSeconds(), outages.nextEdgeAfter(nowSeconds)));
        for (SenderLane lane : lanes) {
            next = Math.min(next, lane.nextChangeSeconds(nowSeconds));
        }
        if (readers.isPresent()) {
            next = Math.min(next, readers.get().nextChangeSeconds(nowSeconds));
        }
        return Math.max(next, nowSeconds + INSTANT_SECONDS);
    }

    private void advanceTo(double nextSeconds) {
        boolean throttled = isThrottled();
        if (lostPerSecond() + expiredPerSecond() > 0) {
            recorder.noteLoss(nowSeconds, nextSeconds);
        }
        if (outages.bothTakeEvents(nowSeconds)) {
            twiceAcceptedEvents += acceptedPerSecond() * (nextSeconds - nowSeconds);
        }
        recorder.noteExcess(door.excessPerSecond() * (nextSeconds - nowSeconds));
        for (SenderLane lane : lanes) {
            lane.advance(nowSeconds, nextSeconds, this::accept);
        }
        watch.advanced(lanes);
        if (readers.isPresent()) {
            readers.get().advance(nowSeconds, nextSeconds, delays);
        }
        if (throttled || isThrottled()) {
            recorder.noteThrottled(nextSeconds - nowSeconds);
        }
        nowSeconds = nextSeconds;
        recorder.notePeaks(lanes);
    }

    private void accept(int kind, int sender, Parcel events) {
        if (readers.isPresent()) {
            readers.get().take(kind, sender, events);
        } else {
            delays.add(
                    events.events(),
                    events.enteredFromSeconds() - events.offeredFromSeconds(),
                    events.enteredToSeconds() - events.offeredToSeconds());
        }
    }

    private boolean isThrottled() {
        for (SenderLane lane : lanes) {
            if (lane.isThrottled()) {
                return true;
            }
        }
        return false;
    }

    private double lostPerSecond() {
        double lost = 0;
        for (SenderLane lane : lanes) {
            lost += lane.lostPerSecond();
        }
        return lost;
    }

    private double expiredPerSecond() {
        return readers.isPresent() ? readers.get().expiredPerSecond() : 0;
    }

    private LossForecast.TimelinePoint point() {
        double offered = 0;
        double waiting = 0;
        double lost = 0;
        int senderPods = 0;
        for (SenderLane lane : lanes) {
            offered += lane.offeredPerSecond();
            waiting += lane.waitingEvents();
            lost += lane.lostEvents();
            senderPods += lane.readyPods();
        }
        double admitted = acceptedPerSecond();
        return new LossForecast.TimelinePoint(
                nowSeconds,
                offered,
                admitted,
                unrefusedPerSecond(),
                waiting,
                lost,
                senderPods,
                units(),
                readers.isPresent() ? readers.get().servedPerSecond() : admitted,
                readers.isPresent() ? readers.get().waitingEvents() : 0,
                readers.isPresent() ? readers.get().pods().readyPods() : 0);
    }

    private double acceptedPerSecond() {
        double sum = 0;
        for (double accepted : acceptedPerSecond) {
            sum += accepted;
        }
        return sum;
    }

    private Run summary() {
        recorder.noteEnd(point());
        return new Run(
                lanes.stream().map(SenderRun::of).toList(),
                readers.map(ReaderRun::of),
                delays,
                recorder,
                twiceAcceptedEvents,
                inflate.mostUnits(),
                List.copyOf(inflate.steps()),
                nowSeconds);
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
