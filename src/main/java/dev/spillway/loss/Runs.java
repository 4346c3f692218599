package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Runs as the clients' disciplines ask for: the exact solver alone where retries keep their order, and behind it a simulation
 * send by send of the clients that retry every send on its own.
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
        this.patient = Simulation.run(figures.withSenders(patientWhereLinked()), door);
    }

    static Run of(PipelineFigures figures) {
        return of(figures, LinkEffort.FULL);
    }

    static Run of(PipelineFigures figures, LinkEffort effort) {
        List<Integer> linked = IntStream.range(0, figures.senders().size())
                .filter(i -> retriesByLink(figures.senders().get(i)))
                .boxed()
                .toList();
        return linked.isEmpty() ? Simulation.run(figures) : new Runs(figures, linked).simulated(effort);
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

    private Run simulated(LinkEffort effort) {
        double throttled = 0;
        double excess = 0;
        for (int i : linked) {
            throttled += patient.senders().get(i).throttledEvents();
            excess += patient.senders().get(i).peakRetryEvents();
        }
        if (excess == 0) {
            return patient.withSenders(declared());
        }
        double eventsPerSend = effort.eventsPerSend(throttled, excess);
        var arrivals = door.arrivals(figures.senders());
        LinkRun median = IntStream.rangeClosed(1, effort.seeds())
                .mapToObj(seed -> LinkRun.of(arrivals, door.capacity(), eventsPerSend, lastSecond(), seed))
                .sorted(Comparator.comparingDouble(run -> run.ledger().lostEvents()))
                .skip(effort.seeds() / 2)
                .findFirst()
                .orElseThrow();
        return composed(arrivals, median);
    }

    private List<SenderRun> declared() {
        return IntStream.range(0, figures.senders().size())
                .mapToObj(i ->
                        patient.senders().get(i).of(figures.senders().get(i)))
                .toList();
    }

    private Run composed(List<DoorArrivals> arrivals, LinkRun simulation) {
        var senders = new ArrayList<>(patient.senders());
        LinkLedger ledger = simulation.ledger();
        for (int i = 0; i < linked.size(); i++) {
            // The delays of all simulated senders are kept together, and stand with the first of them.
            var delays = i == 0 ? ledger.delays() : new DelayDistribution();
            int place = linked.get(i);
            senders.set(place, senders.get(place).simulated(arrivals.get(i), ledger.tally(i), delays));
        }
        boolean all = linked.size() == senders.size();
        double others = IntStream.range(0, senders.size())
                .filter(i -> !linked.contains(i))
                .mapToDouble(i -> patient.senders().get(i).peakRetryEvents())
                .sum();
        return new Run(
                senders,
                all
                        ? simulation.throttleSeconds()
                        : Math.max(simulation.throttleSeconds(), patient.throttleSeconds()),
                either(patient.firstLossAtSeconds(), ledger.firstLossAtSeconds(), Math::min),
                either(patient.lastLossAtSeconds(), ledger.lastLossAtSeconds(), Math::max),
                patient.peakTierEvents(),
                others + ledger.mostWaiting(),
                patient.throughputUnits(),
                patient.mostPods(),
                patient.autoInflate(),
                patient.scaling(),
                Math.max(all ? arrivedBy(arrivals) : patient.endSeconds(), simulation.endSeconds()),
                new LinkTimeline(patient.timeline(), door.waitingElsewhere(), simulation).points());
    }

    private double arrivedBy(List<DoorArrivals> arrivals) {
        double last = loadEndSeconds();
        for (DoorArrivals one : arrivals) {
            int count = one.parcels().size();
            last = count == 0
                    ? last
                    : Math.max(last, one.parcels().get(count - 1).enteredToSeconds());
        }
        return last;
    }

    private double lastSecond() {
        return loadEndSeconds() + figures.drainLimitSeconds();
    }

    private double loadEndSeconds() {
        return figures.senders().stream()
                .mapToDouble(sender -> sender.load().durationSeconds())
                .max()
                .orElse(0);
    }

    private static OptionalDouble either(OptionalDouble one, OptionalDouble other, DoubleBinaryOperator choice) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return OptionalDouble.of(choice.applyAsDouble(one.getAsDouble(), other.getAsDouble()));
    }
}
