package dev.spillway.loss.sizing;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryPolicies;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Scaling;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The pipeline with one thing changed. */
final class Levers {
    private static final double ROUNDING = 1e-9;

    private Levers() {}

    /** Whether that many units let the mean load in: with fewer, a load that comes again is never worked off. */
    static boolean sustains(PipelineFigures figures, int units) {
        double mean = figures.senders().stream()
                .mapToDouble(sender -> sender.load().meanEventsPerSecond())
                .sum();
        return figures.admission().namespaceEventsPerSecond(units, figures.averageEventBytes()) >= mean - ROUNDING;
    }

    static PipelineFigures units(PipelineFigures figures, int units) {
        return figures.withAdmission(figures.admission().withUnits(units));
    }

    static PipelineFigures fixedUnits(PipelineFigures figures, int units) {
        return figures.withAdmission(figures.admission().withFixedUnits(units));
    }

    /** Growing from some units to others; fixed where they are the same. */
    static PipelineFigures inflating(PipelineFigures figures, int units, int ceiling) {
        var fixed = figures.admission().withFixedUnits(units);
        return units == ceiling
                ? figures.withAdmission(fixed)
                : figures.withAdmission(fixed.withAutoInflate(ceiling, fixed.autoInflateReactionSeconds()));
    }

    static PipelineFigures partitions(PipelineFigures figures, int partitions) {
        return figures.withAdmission(figures.admission().withPartitions(partitions));
    }

    /** All clients go on for at least that long. */
    static PipelineFigures window(PipelineFigures figures, double seconds) {
        return each(figures, sender -> sender.withWindow(lasting(sender, seconds)));
    }

    /** All clients have room for that many events each. */
    static PipelineFigures clientBuffer(PipelineFigures figures, double events) {
        return each(figures, sender -> sender.withBuffer(events));
    }

    /** All sender pods have room for that many events each. */
    static PipelineFigures podBuffer(PipelineFigures figures, double eventsPerPod) {
        return each(figures, sender -> withPods(sender, pods -> pods.withBuffer(eventsPerPod)));
    }

    /** One sender begins with that many pods. */
    static PipelineFigures replicas(PipelineFigures figures, int sender, int replicas) {
        return one(
                figures,
                sender,
                found -> withPods(found, pods -> pods.withScaling(pods.scaling().from(replicas))));
    }

    /** One sender has just that many pods, each held to a rate. */
    static PipelineFigures held(PipelineFigures figures, int sender, int replicas, double podEventsPerSecond) {
        return one(
                figures,
                sender,
                found -> withPods(
                        found,
                        pods -> pods.sendingAtMost(podEventsPerSecond).withScaling(new Scaling.Fixed(replicas))));
    }

    /** The readers begin with that many pods; as declared where nobody follows them. */
    static PipelineFigures readers(PipelineFigures figures, int replicas) {
        return figures.reading()
                .map(reading -> {
                    var consumers = reading.consumers();
                    return figures.withReading(reading.readBy(
                            consumers.withScaling(consumers.scaling().from(replicas))));
                })
                .orElse(figures);
    }

    /** Accepted events are kept for that long; as declared where nobody follows the readers. */
    static PipelineFigures retention(PipelineFigures figures, double hours) {
        return figures.reading()
                .map(reading -> figures.withReading(reading.keptFor(hours)))
                .orElse(figures);
    }

    /** Only a client whose retries are counted per link needs settings to be simulated; a window is enough for others. */
    private static RetryWindow lasting(Sender sender, double seconds) {
        RetryWindow window = sender.window();
        if (!sender.retriesByLink()) {
            return window.lasting(seconds);
        }
        return RetryWindow.of(window.library(), covering(window.library(), seconds))
                .withDiscipline(window.discipline())
                .withEstimate(window.estimate());
    }

    /** The longest policy where none is long enough. */
    static RetryPolicy covering(ClientLibrary library, double seconds) {
        double reach = RetryWindow.of(library, RetryPolicies.longest()).guaranteedSeconds();
        return seconds < reach ? RetryPolicies.covering(library, seconds) : RetryPolicies.longest();
    }

    private static Sender withPods(Sender sender, UnaryOperator<SenderPods> change) {
        return sender.pods().map(pods -> sender.withPods(change.apply(pods))).orElse(sender);
    }

    private static PipelineFigures each(PipelineFigures figures, UnaryOperator<Sender> change) {
        return figures.withSenders(figures.senders().stream().map(change).toList());
    }

    private static PipelineFigures one(PipelineFigures figures, int at, UnaryOperator<Sender> change) {
        List<Sender> senders = figures.senders();
        return figures.withSenders(IntStream.range(0, senders.size())
                .mapToObj(i -> i == at ? change.apply(senders.get(i)) : senders.get(i))
                .toList());
    }
}
