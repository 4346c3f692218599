package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs as the clients' disciplines ask for: the exact solver alone where retries keep their order. Where a client retries every
 * send on its own, the solver says what reaches the door and what is let in, a simulation send by send says what becomes of it,
 * and the solver follows what was accepted to its readers.
 */
final class Runs {
    private final PipelineFigures figures;
    private final List<Integer> linked;
    private final DoorRecord door;
    private final Run patient;

    private Runs(PipelineFigures figures, List<Integer> linked) {
        this.figures = figures;
        this.linked = linked;
        this.door = new DoorRecord(linked);
        this.patient = Simulation.run(figures.upstream().withSenders(patientWhereLinked()), door);
    }

    static Run of(PipelineFigures figures) {
        return of(figures, LinkEffort.FULL);
    }

    static Run of(PipelineFigures figures, LinkEffort effort) {
        List<Integer> linked = IntStream.range(0, figures.senders().size())
                .filter(i -> retriesByLink(figures.senders().get(i)))
                .boxed()
                .toList();
        return linked.isEmpty() ? Simulation.run(figures) : new Runs(figures, linked).run(effort);
    }

    static boolean retriesByLink(Sender sender) {
        return sender.window().discipline() == Discipline.LINK_RETRY
                && sender.window().policy().isPresent()
                && sender.sending().manner() == Sending.Manner.CONCURRENT;
    }

    /** Endless patience lets the solver say what arrives and what is let in, without an opinion about who gives up. */
    private List<Sender> patientWhereLinked() {
        var senders = new ArrayList<>(figures.senders());
        linked.forEach(i -> senders.set(i, senders.get(i).withEndlessClient()));
        return senders;
    }

    private Run run(LinkEffort effort) {
        double throttled = 0;
        double excess = 0;
        for (int i : linked) {
            throttled += patient.senders().get(i).throttledEvents();
            excess += patient.senders().get(i).peakRetryEvents();
        }
        if (excess == 0) {
            return Simulation.run(figures);
        }
        var arrivals = door.arrivals(figures.senders());
        double affordable = effort.eventsPerSend(throttled, excess);
        LinkRun first = LinkRun.of(arrivals, limits(), affordable, 1, effort.mostRefusals());
        // Many retries under a lasting overload take far more sends than a first guess allows for: then larger ones.
        while (first.unfinished()) {
            affordable *= 2;
            first = LinkRun.of(arrivals, limits(), affordable, 1, effort.mostRefusals());
        }
        double eventsPerSend = affordable;
        Stream<LinkRun> others = IntStream.rangeClosed(2, effort.seeds())
                .parallel()
                .mapToObj(seed -> LinkRun.of(arrivals, limits(), eventsPerSend, seed, Double.POSITIVE_INFINITY));
        LinkRun median = Stream.concat(Stream.of(first), others)
                .sorted(Comparator.comparingDouble(run -> run.ledger().lostEvents()))
                .skip(effort.seeds() / 2)
                .findFirst()
                .orElseThrow();
        return composed(arrivals, median);
    }

    private DoorLimits limits() {
        var admission = figures.admission();
        return new DoorLimits(
                door.capacity(),
                PartitionKind.of(admission),
                admission.partitionEventsPerSecond(figures.averageEventBytes()),
                loadEndSeconds() + figures.drainLimitSeconds());
    }

    private Run composed(List<DoorArrivals> arrivals, LinkRun simulation) {
        LinkLedger ledger = simulation.ledger();
        // Whoever sends beside them meets what they really took of the door, not what patient ones would have taken.
        Run downstream = Simulation.runWithSharesOf(
                figures.senders(),
                figures.withSenders(accepted(arrivals, ledger))
                        .withAdmission(figures.admission().withFixedUnits(patient.throughputUnits())));
        var senders = new ArrayList<>(downstream.senders());
        double elsewhere = 0;
        for (int i = 0; i < senders.size(); i++) {
            int place = linked.indexOf(i);
            if (place < 0) {
                elsewhere += senders.get(i).peakRetryEvents();
            } else {
                senders.set(i, patient.senders().get(i).simulated(arrivals.get(place), ledger.tally(place)));
            }
        }
        boolean all = linked.size() == senders.size();
        var timeline = new LinkTimeline(patient.recorder().timeline(), door.waitingElsewhere(), simulation).points();
        return new Run(
                senders,
                downstream.readers(),
                delays(downstream, ledger),
                RunRecorder.composed(patient, downstream, simulation, all, elsewhere + ledger.mostWaiting(), timeline),
                downstream.twiceAcceptedEvents(),
                patient.throughputUnits(),
                patient.autoInflate(),
                Math.max(downstream.endSeconds(), Math.max(loadEndSeconds(), simulation.endSeconds())));
    }

    /** The other senders as they are, and of the simulated ones what the broker accepted, when it did. */
    private List<Sender> accepted(List<DoorArrivals> arrivals, LinkLedger ledger) {
        var senders = new ArrayList<>(figures.senders());
        for (int i = 0; i < linked.size(); i++) {
            Sender declared = arrivals.get(i).sender();
            var segments = ledger.acceptedOf(i);
            var load = new Load(
                    declared.load().averageEventBytes(),
                    segments.isEmpty() ? List.of(new Segment.Constant(loadEndSeconds(), 0)) : segments);
            senders.set(
                    linked.get(i),
                    new Sender(
                            declared.name(),
                            load,
                            RetryWindow.custom(Double.POSITIVE_INFINITY),
                            Double.POSITIVE_INFINITY,
                            Optional.empty()));
        }
        return senders;
    }

    /**
     * What the sends waited for the broker, and on top of it what they waited for a reader. Which send waits for which is not
     * known, so the longest waits are laid on the longest.
     */
    private DelayDistribution delays(Run downstream, LinkLedger ledger) {
        DelayDistribution atDoor = ledger.delays();
        boolean alone = figures.reading().isEmpty()
                && linked.size() == figures.senders().size();
        if (alone) {
            return atDoor;
        }
        double others = downstream.sum(SenderRun::offeredEvents) - atDoor.events();
        atDoor.add(Math.max(0, others), 0, 0);
        return DelayDistribution.stacked(downstream.delays(), atDoor);
    }

    private double loadEndSeconds() {
        return figures.senders().stream()
                .mapToDouble(sender -> sender.load().durationSeconds())
                .max()
                .orElse(0);
    }
}
