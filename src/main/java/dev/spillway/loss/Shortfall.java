package dev.spillway.loss;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Sizing without a sender tier in front: how much of a load waits for a capacity, for how long, and what would be enough. */
public final class Shortfall {
    private static final double NOTHING_EVENTS = 1e-6;

    private Shortfall() {}

    /** The largest backlog of a load over a constant capacity, in events; equally the buffer that loses nothing. */
    public static double largestBacklogEvents(Load load, double capacityEventsPerSecond) {
        Require.zeroOrMore("capacityEventsPerSecond", capacityEventsPerSecond);
        double backlog = 0;
        double largest = 0;
        for (RateStep step : load.steps()) {
            backlog = Math.max(0, backlog + (step.eventsPerSecond() - capacityEventsPerSecond) * step.seconds());
            largest = Math.max(largest, backlog);
        }
        return largest;
    }

    /** The largest backlog of a load over a namespace, in events, with auto-inflate if it is on. */
    public static double largestBacklogEvents(Load load, Admission admission) {
        return admission.autoInflate()
                ? patientRun(load, admission).recorder().peakRetryEvents()
                : largestBacklogEvents(load, capacity(load, admission));
    }

    /**
     * The retry window that loses nothing over a constant capacity with ordered retries, in seconds; infinity without any
     * capacity. Clients that retry every send on its own want twice of it.
     */
    public static double longestWaitSeconds(Load load, double capacityEventsPerSecond) {
        double backlog = largestBacklogEvents(load, capacityEventsPerSecond);
        return backlog == 0 ? 0 : backlog / capacityEventsPerSecond;
    }

    /** The retry window that loses nothing over a namespace with ordered retries, in seconds, with auto-inflate if it is on. */
    public static double longestWaitSeconds(Load load, Admission admission) {
        return admission.autoInflate()
                ? patientRun(load, admission).longestRetryWaitSeconds()
                : longestWaitSeconds(load, capacity(load, admission));
    }

    /**
     * The retry window with which no sender of a namespace would lose anything at its door, in seconds: the longest wait if all
     * of them were endlessly patient and nothing stood before them.
     */
    public static double longestWaitSeconds(PipelineFigures figures) {
        List<Sender> patient =
                figures.senders().stream().map(sender -> patient(sender.load())).toList();
        return Simulation.run(figures.upstream().withSenders(patient)).longestRetryWaitSeconds();
    }

    /** What senders would need to lose nothing at the door, as they are otherwise: from a run in which they never give up. */
    public static Patience patience(PipelineFigures figures) {
        Run endless = Simulation.run(figures.upstream()
                .withSenders(figures.senders().stream()
                        .map(Sender::withEndlessClient)
                        .toList()));
        return new Patience(
                endless.longestRetryWaitSeconds(),
                endless.senders().stream()
                        .mapToDouble(SenderRun::peakRetryEvents)
                        .max()
                        .orElse(0));
    }

    /**
     * A retry window and a buffer that together lose nothing, for the sender that needs most of each.
     *
     * @param events room in the client
     */
    public record Patience(double seconds, double events) {}

    /**
     * The fewest fixed units that lose nothing, given a retry window in seconds and a buffer in events (infinity is allowed for
     * both); empty if even 40 are not enough. Auto-inflate is not counted on.
     */
    public static OptionalInt throughputUnitsNeeded(
            Load load, Admission admission, double retryWindowSeconds, double bufferedEventsLimit) {
        Require.zeroOrMoreOrEndless("retryWindowSeconds", retryWindowSeconds);
        Require.zeroOrMoreOrEndless("bufferedEventsLimit", bufferedEventsLimit);
        return IntStream.rangeClosed(1, Admission.MOST_UNITS)
                .filter(units -> absorbs(
                        load,
                        admission.eventsPerSecond(units, load.averageEventBytes()),
                        retryWindowSeconds,
                        bufferedEventsLimit))
                .findFirst();
    }

    private static boolean absorbs(Load load, double capacity, double retryWindowSeconds, double bufferedEventsLimit) {
        double backlog = largestBacklogEvents(load, capacity);
        return backlog <= NOTHING_EVENTS
                || (backlog <= bufferedEventsLimit + NOTHING_EVENTS
                        && backlog <= retryWindowSeconds * capacity + NOTHING_EVENTS);
    }

    private static double capacity(Load load, Admission admission) {
        return admission.eventsPerSecond(admission.throughputUnits(), load.averageEventBytes());
    }

    private static Run patientRun(Load load, Admission admission) {
        return Simulation.run(PipelineFigures.of(List.of(patient(load)), admission));
    }

    private static Sender patient(Load load) {
        return new Sender(
                "load", load, RetryWindow.custom(Double.POSITIVE_INFINITY), Double.POSITIVE_INFINITY, Optional.empty());
    }
}
